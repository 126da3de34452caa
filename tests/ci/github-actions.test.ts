import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Embedded } from '../../src/embedded/start.js';
import { COMMAND, emptyFolder } from '../cli/run-product.js';
import type { Ended } from '../cli/run-product.js';
import { lastGood, QUICK, secretsOf, startTargets } from './a-job.js';
import { startCommentApi } from './comment-api.js';
import { stepsOf } from './job-files.js';
import { filesWith, performSteps, workFolder } from './perform-steps.js';

const TOKEN = 'the-token-of-a-job';

const { sound, broken } = await startTargets();

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

  it('keep the first good run, and tell of another server', async () => {
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
  });
});
