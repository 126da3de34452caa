import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { emptyFolder } from '../cli/run-product.js';
import { ROOT } from './pages.js';

it('the rehearsal of an upgrade comes to its end, and names its pages', async () => {
  const out = join(await emptyFolder(), 'rehearsal');
  const script = join(ROOT, 'scripts', 'rehearsal.mjs');
  // Behind `npm run rehearsal`. Rounds find faults that come and go, and the embedded releases have none.
  const args = [script, '--effort', 'quick', '--out', out];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const pages = ['cmdb-3.9-to-cmdb-3.12', 'cmdb-3.12-to-cmdb-3.14'].map((folder) =>
    join(out, folder, 'comparison.html'),
  );
  expect(stdout.trimEnd().split('\n').slice(-3)).toEqual([...pages, join(out, 'history.html')]);
  expect(await readdir(out, { recursive: true })).toEqual(
    expect.arrayContaining(['history.html', 'cmdb-3.12-to-cmdb-3.14/comparison.html']),
  );
});
