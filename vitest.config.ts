import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Below it are only missing source maps of the package that is inlined.
  logLevel: 'error',
  test: {
    include: ['tests/**/*.test.ts'],
    // Test files share the modules of their worker: to load and to warm them up anew for each file
    // took half the time. So no module that files share may keep hooks or state of a test.
    isolate: false,
    setupFiles: ['tests/after-file.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // It imports JSON without saying so, which Node refuses.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
  },
});
