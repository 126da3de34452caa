// The import boundaries of ARCHITECTURE.md, as data. Imports point one way:
// cli → report → suite → target → wire, and suite → contract → document.
const may = {
  document: [],
  contract: ['document'],
  wire: [],
  target: ['wire', 'contract'],
  suite: ['target', 'wire', 'contract'],
  embedded: [],
  report: ['suite', 'target', 'wire', 'contract'],
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
      from: { path: '^src/(document|contract|suite/judge)/' },
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
