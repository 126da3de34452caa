import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Below it are only missing source maps of the package that is inlined.
  logLevel: 'error',
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // It imports JSON without saying so, which Node refuses.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
  },
});
