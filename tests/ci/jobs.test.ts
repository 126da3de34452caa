import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import type { Embedded } from '../../src/embedded/start.js';
import { COMMAND, emptyFolder, run } from '../cli/run-product.js';
import { lastGood, PATH, QUICK, secretsOf } from './a-job.js';
import { stepsOf } from './job-files.js';
import { filesWith, installed, performSteps, workFolder } from './perform-steps.js';

let sound: Embedded;

beforeAll(async () => {
  sound = await startEmbedded();
});

afterAll(() => sound.close());

describe('the steps of the Jenkinsfile, with a package of its own', () => {
  it('install without secrets, and leave nothing of an earlier run where this one could not begin', async () => {
    const folder = await workFolder();
    const bin = await emptyFolder();
    // Stands in for npm: what it was told, and whether it could see a secret.
    await writeFile(
      join(bin, 'npm'),
      `#!/bin/sh
echo "npm $* with \${BK_APP_SECRET-no secret}"
mkdir -p node_modules/.bin && ln -s '${COMMAND}' node_modules/.bin/cmdb-conformance
`,
      { mode: 0o755 },
    );
    await mkdir(join(folder, 'reports'));
    await writeFile(join(folder, 'reports', 'junit.xml'), 'of an earlier run');
    await writeFile(join(folder, 'reports', 'ledger.jsonl'), '');
    const { code, out, err } = await performSteps(
      stepsOf('Jenkinsfile'),
      folder,
      {},
      {
        PATH: `${bin}${delimiter}${PATH}`,
        CMDB_BASE_URL: sound.baseUrl,
        BK_APP_SECRET: 'the-secret-of-an-app',
      },
    );
    expect(code).toBe(2);
    expect(err).toContain('BK_APP_CODE');
    expect(out).toContain('npm ci with no secret');
    expect((await readdir(join(folder, 'reports'))).sort()).toEqual(['comment.md', 'ledger.jsonl']);
    const comment = await readFile(join(folder, 'reports', 'comment.md'), 'utf8');
    expect(comment).toContain('No verdict: cmdb-conformance ended with exit code 2');
    expect(await filesWith(folder, ['the-secret-of-an-app'])).toEqual([]);
  });
});

describe('the steps of bk-ci.yml', () => {
  it('find no difference to the good run beside the code, keep this one, and name the reports and the value of the gate', async () => {
    const workspace = await emptyFolder();
    await rename(await workFolder(), join(workspace, 'code'));
    const before = ['run', '--effort', 'quick', '--name', 'last-good'];
    const runs = ['--runs-dir', join(workspace, 'runs')];
    await run([...before, ...runs], { cwd: await emptyFolder(), env: sound.settings });
    const kept = await lastGood(workspace);
    const { BK_APP_SECRET = '', ...variables } = sound.settings;
    const { code, out } = await performSteps(
      stepsOf('bk-ci.yml'),
      workspace,
      { 'settings.bk_app_secret.password': BK_APP_SECRET },
      {
        ...{ ...variables, ...QUICK, WORKSPACE: workspace },
        PATH: `${await installed()}${delimiter}${PATH}`,
      },
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^::set-gate-value name=conformance_exit_code::0$/m);
    const [, folder, index] = /type=report,.*path=(.*)::(.*)$/m.exec(out) ?? [];
    const page = await readFile(join(workspace, folder ?? '', index ?? ''), 'utf8');
    expect(page).toContain('<!doctype html>');
    const compared = await readFile(join(workspace, folder ?? '', 'comparison.json'), 'utf8');
    expect(JSON.parse(compared)).toMatchObject({ exitCode: 0, differences: [], requirements: [] });
    const good = await lastGood(workspace);
    expect(good).toContain('"exitCode": 0');
    expect(good).not.toBe(kept);
    expect(await filesWith(workspace, secretsOf(sound))).toEqual([]);
  });
});

describe('ci/conformance.sh', () => {
  it('refuses a gate that there is not, before anything is installed', async () => {
    const step = { script: 'bash ci/conformance.sh', env: {}, always: false };
    const folder = await workFolder();
    const ended = await performSteps([step], folder, {}, { CONFORMANCE_GATE: 'both' });
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.out).toContain('CONFORMANCE_GATE is both: set it to run or comparison.');
    expect(ended.out).toContain('请设为 run 或 comparison');
    expect((await readdir(folder)).sort()).toEqual(['ci']);
  });
});
