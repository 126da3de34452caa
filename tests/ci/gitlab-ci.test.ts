import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Embedded } from '../../src/embedded/start.js';
import { run } from '../cli/run-product.js';
import type { Ended } from '../cli/run-product.js';
import { lastGood, PATH, QUICK, secretsOf, startTargets } from './a-job.js';
import { at, stepsOf, textOfJob } from './job-files.js';
import { filesWith, installed, performSteps, workFolder } from './perform-steps.js';

const { sound, broken } = await startTargets();

describe('the steps of gitlab-ci.yml, with the command installed', () => {
  it('end as the comparison does where it is the gate, until the differences are accepted', async () => {
    const folder = await workFolder();
    const env = {
      ...{ ...QUICK, CONFORMANCE_GATE: 'comparison', CONFORMANCE_FAIL_ON: 'breaking' },
      ...{ PATH: `${await installed()}${delimiter}${PATH}`, CI_MERGE_REQUEST_IID: '5' },
      ...{ CI_API_V4_URL: 'http://127.0.0.1:1', CI_PROJECT_ID: '11' },
    };
    const perform = ({ settings }: Embedded): Promise<Ended> =>
      performSteps(stepsOf('gitlab-ci.yml'), folder, {}, { ...env, ...settings });
    expect(await perform(sound)).toMatchObject({ code: 0 });
    const good = await lastGood(folder);
    const job = at(parse(textOfJob('gitlab-ci.yml')), 'conformance');
    await access(join(folder, String(at(job, 'artifacts', 'reports', 'junit'))));
    const worse = await perform(broken);
    expect(worse).toMatchObject({ code: 11 });
    expect(worse.out).toContain('CONFORMANCE_COMMENT_TOKEN is not set');
    expect(await lastGood(folder)).toBe(good);
    expect(await filesWith(folder, secretsOf(sound))).toEqual([]);

    await acceptAll(folder);
    expect(await perform(broken)).toMatchObject({ code: 0 });
    expect(await lastGood(folder)).not.toBe(good);
  });
});

/** Accepts all differences of the last run, each with a reason. */
async function acceptAll(folder: string): Promise<void> {
  const runs = (await readdir(join(folder, 'runs'))).sort();
  const last = runs.filter((name) => name !== 'last-good').at(-1) ?? '';
  const file = join(folder, 'cmdb-conformance.accept.yaml');
  const options = ['--out', 'elsewhere', '--write-accept', file];
  await run(['compare', 'last-good', last, ...options], { cwd: folder });
  const written = await readFile(file, 'utf8');
  await writeFile(file, written.replace(/reason: ""/g, 'reason: known'));
}
