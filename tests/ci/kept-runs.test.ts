import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../cli/run-product.js';
import type { Ended } from '../cli/run-product.js';
import { performSteps, workFolder } from './perform-steps.js';

/** Stands in for the command: it keeps a run under the name that it is given. */
const KEEPS_A_RUN = `#!/bin/sh
[ "$1" = run ] || exit 0
mkdir -p "runs/$3" && echo '{}' >"runs/$3/results.json"
`;

const OLD = ['2025-12-31T23-59-59Z', '2026-01-01T00-00-00Z', '2026-01-01T00-00-01Z'];
const OTHERS = ['before-upgrade', 'last-good', '2026-01-01'];

async function aJobWithOldRuns(): Promise<string> {
  const folder = await workFolder();
  for (const name of [...OLD, ...OTHERS])
    await mkdir(join(folder, 'runs', name), { recursive: true });
  return folder;
}

async function perform(folder: string, keep?: string): Promise<Ended> {
  const bin = await emptyFolder();
  await writeFile(join(bin, 'cmdb-conformance'), KEEPS_A_RUN, { mode: 0o755 });
  const step = { script: 'bash ci/conformance.sh', env: {}, always: false };
  const env = keep === undefined ? {} : { CONFORMANCE_KEEP: keep };
  const PATH = [bin, process.env['PATH']].join(delimiter);
  return performSteps([step], folder, {}, { ...env, PATH });
}

describe('the runs that ci/conformance.sh keeps', () => {
  it('are the newest, and no folder of another name goes', async () => {
    const folder = await aJobWithOldRuns();
    expect(await perform(folder, '2')).toMatchObject({ code: 0 });
    const names = (await readdir(join(folder, 'runs'))).sort();
    const [newest] = names.filter((name) => !OLD.includes(name) && !OTHERS.includes(name));
    expect(names).toEqual([...OTHERS, ...OLD.slice(2), newest].sort());
  });

  it.each([
    ['0', 4],
    [undefined, 4],
    ['1', 1],
  ])('are all with CONFORMANCE_KEEP %s where there are no more', async (keep, count) => {
    const folder = await aJobWithOldRuns();
    expect(await perform(folder, keep)).toMatchObject({ code: 0 });
    expect(await readdir(join(folder, 'runs'))).toHaveLength(count + OTHERS.length);
  });

  it('are as they were where CONFORMANCE_KEEP is no number', async () => {
    const folder = await aJobWithOldRuns();
    const { code, out } = await perform(folder, '-1');
    expect(code).toBe(2);
    expect(out).toContain('CONFORMANCE_KEEP is -1: set it to a number of runs');
    expect(out).toContain('请设为运行次数');
    expect(await readdir(join(folder, 'runs'))).toHaveLength(OLD.length + OTHERS.length);
  });
});
