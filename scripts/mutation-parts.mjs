/** Files of `src/wire` that need no connection. */
const PURE_WIRE = [
  'duplicate-keys',
  'decoded-view',
  'escaped-match',
  'escapes',
  'int64',
  'json-*',
  'no-proxy',
  'read-json',
  'same-json',
  'scan-json',
  'secret*',
  'utf8',
  'write-json',
].map((name) => `src/wire/${name}.ts`);

/** Test files of a folder, by name. */
function of(folder, ...names) {
  return names.map((name) => `tests/${folder}/${name}.test.ts`);
}

/**
 * The parts of the core, each with the tests that say something of it: the fewer, the sooner. They
 * are run in this order up to the first one that fails, so the slow ones come last.
 */
export const PARTS = {
  judge: { mutate: ['src/judge/**/*.ts'], tests: ['tests/judge/**/*.test.ts'] },
  contract: { mutate: ['src/contract/**/*.ts'], tests: ['tests/contract/**/*.test.ts'] },
  document: {
    mutate: ['src/document/**/*.ts'],
    tests: [
      ...of('document', 'json-sample', 'clauses', 'blocks', 'check-samples', 'conventions'),
      ...of('document', 'findings', 'unaccounted', 'read-document'),
      ...of('contract', 'derived-files'),
      ...of('document', 'any-text', 'accounting'),
    ],
  },
  json: {
    mutate: PURE_WIRE,
    tests: of(
      'wire',
      'write-json',
      'int64',
      'same-json',
      'utf8',
      'escapes',
      'no-proxy',
      'read-json',
      'secrets',
      'secrets-properties',
    ),
  },
  http: {
    mutate: ['src/wire/**/*.ts', ...PURE_WIRE.map((path) => `!${path}`)],
    tests: [
      ...of('wire', 'decode-body', 'fault-of', 'message-of', 'gathered-bytes', 'raw-headers'),
      ...of(
        'wire',
        'seen-through',
        'proxy-account',
        'exchange-clock',
        'route',
        'wire-faults',
        'open-wire',
        'connections',
      ),
    ],
  },
};

/** The part that is under test in this process; set by scripts/mutation.mjs. */
export function wantedPart() {
  return process.env.MUTATION_PART ?? 'judge';
}
