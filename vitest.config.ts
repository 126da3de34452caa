import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Test files share the modules of their worker: to load and to warm them up anew for each file
    // took half the time. So no module that files share may keep hooks or state of a test.
    isolate: false,
    setupFiles: ['tests/after-file.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
