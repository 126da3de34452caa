import { execFile } from 'node:child_process';
import { access, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startEmbedded } from '../../src/embedded/start.js';
import type { Embedded } from '../../src/embedded/start.js';
import { COMMAND, emptyFolder, run } from '../cli/run-product.js';
import type { Ended } from '../cli/run-product.js';
import { startCommentApi } from './comment-api.js';
import { at, stepsOf, textOfJob } from './job-files.js';
import { filesWith, installed, performSteps, workFolder } from './perform-steps.js';

const QUICK = { CONFORMANCE_OPTIONS: '--effort quick' };
// Without what the package manager that runs the tests put there.
const PATH = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(delimiter);
const TOKEN = 'the-token-of-a-job';

/** A job runs the suite several times. */
const JOB_MS = 180_000;

let sound: Embedded;
let broken: Embedded;

beforeAll(async () => {
  sound = await startEmbedded();
  broken = await startEmbedded({ defect: 'message-missing-on-parameters' });
});

afterAll(async () => {
  await sound.close();
  await broken.close();
});

function secretsOf({ settings }: Embedded): string[] {
  const names = ['BK_APP_SECRET', 'BK_TOKEN', 'CMDB_OTHER_APP_SECRET'];
  const values = names.flatMap((name) => settings[name] ?? []);
  expect(values).toHaveLength(names.length);
  return values;
}

async function lastGood(folder: string): Promise<string> {
  return readFile(join(folder, 'runs', 'last-good', 'results.json'), 'utf8');
}

/** A package for npm whose command is the product. That the product's own can be installed is another test. */
async function packedCommand(): Promise<string> {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'package'));
  const manifest = {
    name: 'cmdb-conformance',
    version: '0.1.0',
    type: 'module',
    bin: 'command.js',
  };
  await writeFile(join(folder, 'package', 'package.json'), JSON.stringify(manifest));
  const command = `#!/usr/bin/env node\nimport ${JSON.stringify(pathToFileURL(COMMAND))};\n`;
  await writeFile(join(folder, 'package', 'command.js'), command);
  const tarball = join(folder, 'packed.tgz');
  await promisify(execFile)('tar', ['-czf', tarball, '-C', folder, 'package']);
  return tarball;
}

describe('the steps of github-actions.yml, with a package', () => {
  const steps = stepsOf('github-actions.yml');
  let folder = '';
  let tarball = '';
  let event = '';

  beforeAll(async () => {
    tarball = await packedCommand();
    folder = await workFolder();
    event = join(await emptyFolder(), 'event.json');
    await writeFile(event, '{ "pull_request": { "number": 7 } }');
  });

  /** Variables and secrets of the repository, and what GitHub sets by itself. */
  function perform({ settings }: Embedded, api: string): Promise<Ended> {
    const variables = { ...settings, ...QUICK, CONFORMANCE_PACKAGE: tarball };
    const known = new Map([['github.token', TOKEN]]);
    for (const [name, value] of Object.entries(variables)) {
      known.set(`vars.${name}`, value).set(`secrets.${name}`, value);
    }
    return performSteps(steps, folder, Object.fromEntries(known), {
      ...{ HOME: process.env['HOME'] ?? '', npm_config_prefer_offline: 'true' },
      ...{ GITHUB_ACTIONS: 'true', GITHUB_API_URL: api, GITHUB_REPOSITORY: 'some/project' },
      GITHUB_EVENT_PATH: event,
    });
  }

  it(
    'keep the first good run, and tell of another server',
    async () => {
      const api = await startCommentApi(TOKEN);
      const first = await perform(sound, api.url);
      expect(first).toMatchObject({ code: 0 });
      expect(first.out).toContain('There is no last good run');
      const [comment] = api.comments;
      expect(comment?.body).toMatch(/^<!-- cmdb-conformance -->\n\n## ✅ Conformant/);
      const good = await lastGood(folder);

      expect(await perform(broken, api.url)).toMatchObject({ code: 1 });
      expect(comment?.body).toMatch(/^<!-- cmdb-conformance -->\n\n## ❌ Worse · ` last-good `/);
      expect(comment?.body).toContain('## ❌ Nonconformant');
      expect(api.comments).toHaveLength(1);
      expect(await lastGood(folder)).toBe(good);

      const reports = await readdir(join(folder, 'reports'));
      expect(reports).toEqual(
        expect.arrayContaining(['conformance.html', 'comparison.html', 'junit.xml', 'comment.md']),
      );
      expect(await filesWith(folder, [sound.settings['BK_APP_CODE'] ?? TOKEN])).not.toEqual([]);
      expect(await filesWith(folder, [TOKEN, ...secretsOf(sound)])).toEqual([]);
      await api.close();
    },
    JOB_MS,
  );
});

describe('the steps of gitlab-ci.yml, with the command installed', () => {
  it(
    'end as the comparison does where it is the gate, until the differences are accepted',
    async () => {
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
    },
    JOB_MS,
  );
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
