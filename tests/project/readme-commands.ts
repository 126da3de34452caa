/** How a command of the README is seen to work. */
export type Check =
  /** It is run here, in an empty folder. */
  | { readonly how: 'here'; readonly exitCode: number; readonly says: string }
  /** A step of `npm test` runs it. */
  | { readonly how: 'step'; readonly step: string }
  /** Another test runs it, or does what it does; it has to hold these words. */
  | { readonly how: 'test'; readonly file: string; readonly words: string }
  /** CI runs it, word by word. */
  | { readonly how: 'ci' };

const here = (exitCode: number, says: string): Check => ({ how: 'here', exitCode, says });

/** Every command of the README, and how it is checked. */
export const README_COMMANDS: Readonly<Record<string, Check>> = {
  'npm ci && npm test': { how: 'ci' },
  'npm ci && npx cmdb-conformance run': { how: 'step', step: 'run' },
  'cp .env.example .env': here(0, ''),
  'npx cmdb-conformance run': { how: 'step', step: 'run' },
  'npx cmdb-conformance run --lang zh': {
    how: 'test',
    file: 'tests/cli/report.test.ts',
    words: "['run', '--lang', 'zh']",
  },
  'npx cmdb-conformance run --strict': here(0, 'Conformant'),
  'npx cmdb-conformance run --only missing-field': here(3, 'Incomplete'),
  'npx cmdb-conformance run --only request.bk_inst_id.required --json': here(
    3,
    '"format": "cmdb-conformance/results@1"',
  ),
  'npx cmdb-conformance requirements': here(0, 'request.bk_inst_id.required'),
  'npx cmdb-conformance requirements --lang zh': here(0, 'request.bk_inst_id.required'),
  'npx cmdb-conformance report reports/results.json': {
    how: 'test',
    file: 'tests/cli/report.test.ts',
    words: "['report', 'reports/results.json'",
  },
  'npx cmdb-conformance derive --check': { how: 'step', step: 'derived' },
  'npx cmdb-conformance serve': {
    how: 'test',
    file: 'tests/cli/serve.test.ts',
    words: "['serve']",
  },
  'npx cmdb-conformance serve --defects': here(0, 'result-missing-on-success'),
  'npx cmdb-conformance serve --defect result-missing-on-success': {
    how: 'test',
    file: 'tests/cli/serve.test.ts',
    words: "['serve', '--defect', 'result-missing-on-success']",
  },
  'npx cmdb-conformance prove': { how: 'step', step: 'prove' },
  'npx playwright test': { how: 'step', step: 'playwright' },
  'npx playwright test --project missing-field': here(3, 'Incomplete'),
  'npm run bench': {
    how: 'test',
    file: 'tests/project/bench.test.ts',
    words: "'bench.mjs'",
  },
};
