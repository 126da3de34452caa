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

/** The parts of the core, each with the tests that say something of it: the fewer, the sooner. */
export const PARTS = {
  judge: { mutate: ['src/suite/judge/**/*.ts'], tests: ['tests/suite/judge/**/*.test.ts'] },
  contract: { mutate: ['src/contract/**/*.ts'], tests: ['tests/contract/**/*.test.ts'] },
  document: {
    mutate: ['src/document/**/*.ts'],
    tests: ['tests/document/**/*.test.ts', 'tests/contract/derived-files.test.ts'],
  },
  json: {
    mutate: PURE_WIRE,
    tests: ['read-json', 'write-json', 'int64', 'secrets', 'secrets-properties', 'no-proxy'].map(
      (name) => `tests/wire/${name}.test.ts`,
    ),
  },
  http: {
    mutate: ['src/wire/**/*.ts', ...PURE_WIRE.map((path) => `!${path}`)],
    tests: ['connections', 'open-wire', 'route', 'wire-faults'].map(
      (name) => `tests/wire/${name}.test.ts`,
    ),
  },
};

/** The part that is under test in this process; set by scripts/mutation.mjs. */
export function wantedPart() {
  return process.env.MUTATION_PART ?? 'judge';
}
