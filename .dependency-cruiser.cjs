// The import boundaries of ARCHITECTURE.md, as data. Imports point one way:
// cli → report → record, cli → engine → { cases, judge } → { record, contract, config, http, json, redact }.
const may = {
  document: ['text'],
  contract: ['document', 'text'],
  json: [],
  redact: ['json'],
  http: ['redact'],
  config: ['json', 'http', 'text'],
  record: ['http', 'contract', 'judge', 'suite', 'text'],
  judge: ['json', 'http', 'redact', 'record', 'target', 'text'],
  cases: ['json', 'record', 'contract', 'judge', 'target', 'text'],
  target: ['json', 'http', 'redact', 'config', 'record', 'cases', 'text'],
  suite: ['cases', 'judge', 'record', 'target', 'config', 'http', 'redact', 'json', 'contract', 'text'],
  embedded: [],
  report: ['suite', 'cases', 'record', 'target', 'config', 'http', 'redact', 'json', 'contract', 'text'],
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(may).map(([folder, allowed]) => ({
      name: `${folder}-imports-only-${allowed.join('-') || 'itself'}`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: {
        path: '^src/',
        pathNot: `^src/(${[folder, 'error', ...allowed].join('|')})(/|\\.ts$)`,
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
      name: 'the-pure-core-knows-no-environment',
      severity: 'error',
      from: { path: '^src/(document|contract|cases|judge|record|json)/' },
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
