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
  cases: { mutate: ['src/cases/**/*.ts'], tests: ['tests/cases/**/*.test.ts'] },
  json: {
    mutate: ['src/json/**/*.ts'],
    tests: of('json', 'write-json', 'int64', 'json-value', 'same-json', 'utf8', 'read-json'),
  },
  redact: {
    mutate: ['src/redact/**/*.ts'],
    tests: of('redact', 'escapes', 'secrets', 'secrets-properties'),
  },
  http: {
    mutate: ['src/http/**/*.ts'],
    tests: [
      ...of('http', 'decode-body', 'fault-of', 'message-of', 'gathered-bytes', 'raw-headers'),
      ...of('http', 'no-proxy', 'proxy-variables', 'seen-through', 'proxy-account'),
      ...of('http', 'exchange-clock', 'route', 'tls', 'client-certificate'),
      ...of('http', 'wire-faults', 'open-wire', 'connections'),
    ],
  },
};

/** The part that is under test in this process; set by scripts/mutation.mjs. */
export function wantedPart() {
  return process.env.MUTATION_PART ?? 'judge';
}
