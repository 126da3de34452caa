import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SCRIPTS = fileURLToPath(new URL('../../scripts', import.meta.url));

it('the bench prints its figures', async () => {
  const args = [join(SCRIPTS, 'bench.mjs'), '--runs', '1', '--no-playwright', '--no-comparison'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toMatch(/whole run, node start included +< 3 s( +\d+\.\d\d s){3}/);
  expect(stdout).toMatch(/whole run : bare process +≤ 2\.2( +\d+\.\d\d){3}/);
  expect(stdout).toMatch(/engine : bare loop +≤ 1\.5( +\d+\.\d\d){3}/);
  expect(stdout).toMatch(/largest resident memory +≤ 180 MiB( +\d+ MiB){3}/);
  expect(stdout).toMatch(/^\d{3,} requests in a run$/m);
});
