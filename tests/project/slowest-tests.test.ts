import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const SCRIPT = new URL('../../scripts/slowest-tests.mjs', import.meta.url).href;
const test = (fullName: string, duration?: number) => ({ fullName, duration });

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cmdb-conformance-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function slowest(path: string): Promise<unknown> {
  const call = `slowestTests(${JSON.stringify(path)}, 2, ${JSON.stringify(folder)})`;
  const code = `import { slowestTests } from ${JSON.stringify(SCRIPT)};
    process.stdout.write(JSON.stringify(${call}));`;
  const args = ['--input-type=module', '--eval', code];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

it('the slowest tests of all files are named, the slowest first', async () => {
  const path = join(folder, 'tests.json');
  const testResults = [
    { name: join(folder, 'tests', 'a.test.ts'), assertionResults: [test('a 1', 90), test('a 2')] },
    { name: join(folder, 'b.test.ts'), assertionResults: [test('b 1', 12_345), test('b 2', 50)] },
  ];
  await writeFile(path, JSON.stringify({ testResults }));
  expect(await slowest(path)).toEqual([
    '  12.3 s  b.test.ts: b 1',
    `   0.1 s  ${join('tests', 'a.test.ts')}: a 1`,
  ]);
});

it('there are none where no tests were run', async () => {
  expect(await slowest(join(folder, 'none.json'))).toEqual([]);
});
