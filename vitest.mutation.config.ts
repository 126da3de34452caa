import { defineConfig } from 'vitest/config';

// The tests of the pure core only: those that start processes say nothing of a mutant.
export default defineConfig({
  test: {
    include: [
      'tests/document/**/*.test.ts',
      'tests/contract/**/*.test.ts',
      'tests/wire/**/*.test.ts',
      'tests/suite/judge/**/*.test.ts',
    ],
    testTimeout: 30_000,
  },
});
