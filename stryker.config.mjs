// Mutation testing of the pure core: `npm run mutation -- judge`, one part of PARTS at a time. It
// takes long, so it is no part of `npm test`. Survivors are listed, each with its reason, in
// docs/mutation-survivors.md.
import { PARTS, wantedPart } from './scripts/mutation-parts.mjs';

const part = wantedPart();

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.mjs' },
  mutate: [...PARTS[part].mutate],
  // The tests check no types, and the derived files are compared as they are.
  disableTypeChecks: false,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 4_000,
  reporters: ['clear-text', 'json', 'progress'],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation-${part}.json` },
  thresholds: { high: 95, low: 90, break: 90 },
};
