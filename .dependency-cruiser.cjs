// The import boundaries of ARCHITECTURE.md, as data. Imports point one way:
// cli → report → record, and cli → engine → { effects, cases, judge, binding }
// → { record, contract, config, http, json, redact }, contract → document.
const ground = ['record', 'contract', 'config', 'http', 'json', 'redact'];
const may = {
  document: [],
  contract: ['document'],
  json: [],
  redact: ['json'],
  http: ['redact'],
  config: ['http', 'json', 'record'],
  record: ['contract', 'http', 'json'],
  binding: ['contract', 'json'],
  judge: ['binding', ...ground],
  cases: ['binding', ...ground],
  effects: ['binding', 'cases', 'judge', ...ground],
  engine: ['binding', 'cases', 'effects', 'judge', ...ground],
  report: ['record', 'cases', 'contract', 'http'],
};

/** Rooms that know no file, clock, network or environment. */
const PURE = ['binding', 'cases', 'contract', 'document', 'effects', 'json', 'judge', 'record'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(may).map(([folder, allowed]) => ({
      name: `${folder}-imports-only-${allowed.join('-') || 'itself'}`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: {
        path: '^src/',
        pathNot: `^src/(${[folder, 'error', 'text', ...allowed].join('|')})(/|\\.ts$)`,
      },
    })),
    {
      name: 'the-server-shares-no-code-with-its-judge',
      comment: 'It would agree with it by construction. It has a JSON library of its own.',
      severity: 'error',
      from: { path: '^src/embedded/' },
      to: { path: '^src/(?!embedded/)' },
    },
    {
      name: 'a-binding-is-chosen-by-who-opens-a-run',
      comment: 'Everywhere else a request is one whichever way it travels.',
      severity: 'error',
      from: { path: '^src/(?!binding/|cli/)' },
      to: { path: '^src/binding/(?!binding\\.ts$)' },
    },
    {
      name: 'the-pure-core-knows-no-environment',
      severity: 'error',
      from: { path: `^src/(${PURE.join('|')})/` },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
