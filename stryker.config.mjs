// Mutation testing of the pure core: `npm run mutation`. It takes long, so it is no part of
// `npm test`. Survivors are listed, each with its reason, in docs/mutation-survivors.md.
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts' },
  mutate: [
    'src/document/**/*.ts',
    'src/contract/**/*.ts',
    'src/wire/**/*.ts',
    'src/suite/judge/**/*.ts',
  ],
  // The tests check no types, and the derived files are compared as they are.
  disableTypeChecks: false,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'json', 'progress'],
  jsonReporter: { fileName: 'reports/mutation.json' },
  thresholds: { high: 95, low: 90, break: 90 },
};
