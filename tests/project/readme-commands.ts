/** How a command of the README, or of a page that it leads to, is seen to work. */
export type Check =
  /** It is run here, in an empty folder. */
  | {
      readonly how: 'here';
      readonly exitCode: number;
      readonly says: string;
      /** Another of them, which has to be run there before. */
      readonly first?: string;
    }
  /** It is started here, and stopped by Ctrl-C once it says something. */
  | { readonly how: 'until'; readonly says: string }
  /** It is not run here: `why`. This file runs it, or does the same; it has to hold these words. */
  | {
      readonly how: 'elsewhere';
      readonly why: string;
      readonly file: string;
      readonly words: string;
    };

const here = (exitCode: number, says: string, first?: string): Check => ({
  how: 'here',
  exitCode,
  says,
  ...(first === undefined ? {} : { first }),
});

/** Every command of the pages, and how it is checked. */
export const README_COMMANDS: Readonly<Record<string, Check>> = {
  'npm ci && npm test': {
    how: 'elsewhere',
    why: 'it runs this test, and would take node_modules away from the others; CI runs it',
    file: '.ci/run',
    words: '\nnpm ci && npm test\n',
  },
  'npm ci && npx cmdb-conformance run': {
    how: 'elsewhere',
    why: 'npm ci would take node_modules away from the other tests; the rest is a step of npm test',
    file: 'scripts/check.mjs',
    words: "run: [product, 'run', '--out', join(out, 'run')],",
  },
  'cp .env.example .env': here(0, ''),
  'npx cmdb-conformance doctor': here(0, 'A run can go ahead: npx cmdb-conformance run'),
  'npx cmdb-conformance doctor --json': here(0, '"format": "cmdb-conformance/diagnosis@1"'),
  // The README tells these two numbers.
  'npx cmdb-conformance run': here(
    0,
    'about 2000 requests will be sent; about 130 of them create something',
    'cp .env.example .env',
  ),
  'npx cmdb-conformance run --dry-run': here(0, 'None of them was sent.'),
  'npx cmdb-conformance run --lang zh': {
    how: 'elsewhere',
    why: 'a whole run more; a quick one says the same words',
    file: 'tests/cli/run/report.test.ts',
    words: "run(['run', '--effort', 'quick', '--lang', 'zh'], { cwd })",
  },
  'npx cmdb-conformance run --effort quick': here(0, 'Conformant'),
  'npx cmdb-conformance run --only missing-field': here(3, 'Incomplete'),
  'npx cmdb-conformance run --only request.bk_inst_id.required --json': here(
    3,
    '"format": "cmdb-conformance/results@2"',
  ),
  'npx cmdb-conformance run --only add_instance_association/request.bk_inst_id.required': here(
    3,
    'Incomplete',
  ),
  'npx cmdb-conformance cleanup': {
    how: 'elsewhere',
    why: 'it wants a target, and what a run that was killed left there',
    file: 'tests/cli/cleanup/cleanup.test.ts',
    words: "cleanUp(['--yes'])",
  },
  'npx cmdb-conformance cleanup --older-than 1h': {
    how: 'elsewhere',
    why: 'it wants a target',
    file: 'tests/cli/cleanup/cleanup.test.ts',
    words: "cleanUp(['--older-than', '1h', '--yes'])",
  },
  'npx cmdb-conformance requirements': here(0, 'request.bk_inst_id.required'),
  'npx cmdb-conformance requirements --endpoint find_instance_association': here(
    0,
    'docs/api/find_instance_association.md',
  ),
  'npx cmdb-conformance report reports/results.json': here(
    0,
    'conformance.html',
    'npx cmdb-conformance run',
  ),
  'npx cmdb-conformance run --release cmdb-3.12 --esb b': {
    how: 'elsewhere',
    why: 'it takes a target of that release',
    file: 'tests/cli/gate.test.ts',
    words: "CMDB_RELEASE: 'cmdb-3.9', CMDB_ESB: 'b'",
  },
  'npx cmdb-conformance waive reports/results.json': here(
    0,
    'Nothing failed',
    'npx cmdb-conformance run',
  ),
  'npx cmdb-conformance releases': here(0, 'CMDB 3.14'),
  'npx cmdb-conformance releases --from cmdb-3.9 --to cmdb-3.14': here(
    0,
    'From CMDB 3.9 to CMDB 3.14',
  ),
  'npx cmdb-conformance run --name before': {
    how: 'elsewhere',
    why: 'a whole run more, which a smaller one stands for',
    file: 'tests/cli/comparison/compare.test.ts',
    words: "['run', '--effort', 'quick', '--only', 'protocol', '--name', 'v3.9_a-1']",
  },
  'npx cmdb-conformance run --name after': {
    how: 'elsewhere',
    why: 'the same',
    file: 'tests/cli/comparison/compare.test.ts',
    words: "['run', '--effort', 'quick', '--only', 'protocol', '--name', 'v3.9_a-1']",
  },
  'npx cmdb-conformance runs': here(0, 'run --name before'),
  'npx cmdb-conformance compare before after': {
    how: 'elsewhere',
    why: 'it takes two runs that are kept',
    file: 'tests/cli/comparison/compare.test.ts',
    words: "run(['compare', ...args], { cwd })",
  },
  'npx cmdb-conformance compare before after --fail-on breaking': {
    how: 'elsewhere',
    why: 'the same',
    file: 'tests/cli/comparison/compare.test.ts',
    words: "more: ['--fail-on', 'breaking']",
  },
  'npx cmdb-conformance history runs': {
    how: 'elsewhere',
    why: 'it takes runs that are kept',
    file: 'tests/cli/comparison/compare.test.ts',
    words: "run(['history', 'runs'], { cwd })",
  },
  'npx cmdb-conformance statement reports/results.json': here(
    0,
    'manifest.json',
    'npx cmdb-conformance report reports/results.json',
  ),
  'npx cmdb-conformance statement verify statement': here(
    0,
    'The statement holds',
    'npx cmdb-conformance statement reports/results.json',
  ),
  'npx cmdb-conformance docs-diff before.md after.md': {
    how: 'elsewhere',
    why: 'it takes two documents',
    file: 'tests/cli/comparison/docs-diff.test.ts',
    words: "run(['docs-diff', 'before.md', 'after.md'], { cwd })",
  },
  'npm ci': {
    how: 'elsewhere',
    why: 'ci/conformance.sh calls it; a test stands in for npm there',
    file: 'tests/ci/jobs.test.ts',
    words: "expect(out).toContain('npm ci with no secret')",
  },
  'docker build -t cmdb-conformance .': {
    how: 'elsewhere',
    why: 'it takes Docker, without which the steps of the Dockerfile are performed',
    file: 'tests/ci/image.test.ts',
    words: 'image = await buildImage(await emptyFolder());',
  },
  'docker run --rm --init -v "$PWD:/work" --user "$(id -u)" cmdb-conformance run': {
    how: 'elsewhere',
    why: 'the same; the entry point is started as the user of the image',
    file: 'tests/ci/image.test.ts',
    words: "const args = ['run', '--effort', 'quick', '--name', 'first'];",
  },
  'npx cmdb-conformance derive --check': {
    how: 'elsewhere',
    why: 'it is a step of npm test of its own',
    file: 'scripts/check.mjs',
    words: "run: [product, 'derive', '--check'],",
  },
  'npx cmdb-conformance serve': { how: 'until', says: 'Ctrl-C stops it' },
  'npx cmdb-conformance serve --defects': here(0, 'result-missing-on-success'),
  'npx cmdb-conformance serve --defect result-missing-on-success': {
    how: 'until',
    says: 'defect: result-missing-on-success',
  },
  'npx cmdb-conformance serve --release cmdb-3.12 --esb b': {
    how: 'until',
    says: 'release: cmdb-3.12, ESB b',
  },
  'npx cmdb-conformance prove': {
    how: 'elsewhere',
    why: 'it takes about a minute on two cores, and is a step of npm test of its own',
    file: 'scripts/check.mjs',
    words: "run: [product, 'prove', '--out', join(out, 'prove')],",
  },
  'npx playwright test': {
    how: 'elsewhere',
    why: 'it is a step of npm test of its own',
    file: 'scripts/check.mjs',
    words: "run: [bin('@playwright/test', 'playwright'), 'test', '--config', config],",
  },
  'npx playwright test --project missing-field': here(3, 'Incomplete'),
  'npm run rehearsal': {
    how: 'elsewhere',
    why: 'it has a test of its own, with each case sent once',
    file: 'tests/project/rehearsal.test.ts',
    words: "const script = join(ROOT, 'scripts', 'rehearsal.mjs');",
  },
  'npm run bench': {
    how: 'elsewhere',
    why: 'its figures mean nothing while other tests run; one round of it is a test',
    file: 'tests/project/bench.test.ts',
    words: "[join(SCRIPTS, 'bench.mjs'), '--runs', '1', '--no-playwright', '--no-comparison']",
  },
};
