import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordText } from '../../../src/report/write/record-text.js';
import { withBodies } from '../../record/comparison/compared.js';
import { aWorseComparison } from '../../report/comparison/a-comparison.js';
import { commandsIn } from '../../report/github/runner.js';
import { httpTarget } from '../hostile-target.js';
import { emptyFolder, run, STACK_LINE, startPlaywright, targetVariables } from '../run-product.js';
import type { Ended } from '../run-product.js';

/** Both forms of a command, so often that lines break before one wherever they break. */
const COMMANDS = '::set-output name=a::b ::stop-commands::x ::add-mask::y ##[error]z '.repeat(12);

const INJECTING = {
  result: false,
  code: 1306403,
  message: COMMANDS,
  data: null,
  request_id: '##[warning]w',
  [COMMANDS]: COMMANDS,
};

/** Every answer of this target is a try to command the runner. */
async function anInjectingTarget(): Promise<string> {
  const { baseUrl } = await httpTarget((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(INJECTING));
  });
  return baseUrl;
}

interface OnGithub {
  readonly ended: Ended;
  readonly cwd: string;
  readonly summary: string;
}

/** Runs a command as a step of a job does, whose summary is not empty any more. */
async function onGithub(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<OnGithub> {
  const cwd = await emptyFolder();
  const path = join(cwd, 'step-summary');
  await writeFile(path, 'before');
  const given = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: path, ...env };
  const ended = await run(args, { cwd, env: given });
  return { ended, cwd, summary: await readFile(path, 'utf8') };
}

const RUN = ['run', '--only', 'protocol', '--lang', 'en'] as const;
const LEVELS = ['error', 'warning', 'notice'];

describe.concurrent('run on GitHub', () => {
  it('annotates on standard error, and adds to the summary of the job', async () => {
    const { ended, cwd, summary } = await onGithub(RUN);
    expect(ended.code).toBe(3);
    const [error] = commandsIn(ended.err);
    expect(error).toMatchObject({ name: 'error', properties: { title: 'Incomplete' } });
    expect(commandsIn(ended.out)).toEqual([]);
    const own = await readFile(join(cwd, 'reports', 'summary.md'), 'utf8');
    expect(summary).toBe(`before\n\n${own}`);
  });

  it('lets no answer of the target command the runner, there or elsewhere', async () => {
    const target = targetVariables(await anInjectingTarget());
    const cwd = await emptyFolder();
    const path = join(cwd, 'summary');
    const elsewhere = await run(RUN, { cwd, env: { ...target, GITHUB_STEP_SUMMARY: path } });
    expect(commandsIn(`${elsewhere.out}\n${elsewhere.err}`)).toEqual([]);
    await expect(stat(path)).rejects.toThrow('ENOENT');

    const { ended } = await onGithub(RUN, target);
    expect(ended.code).toBe(elsewhere.code);
    // These words do reach the output, and at the beginning of lines.
    for (const { out } of [ended, elsewhere]) {
      expect(out).toMatch(/^\s*\\u003a:stop-commands/m);
      expect(out).toContain('#\\u0023[error]z');
    }
    expect(commandsIn(ended.out)).toEqual([]);
    const names = commandsIn(ended.err).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !LEVELS.includes(name))).toEqual([]);
  });

  it('nor as JSON, which stays what it is', async () => {
    const target = targetVariables(await anInjectingTarget());
    const { ended } = await onGithub([...RUN, '--json'], target);
    expect(commandsIn(ended.out)).toEqual([]);
    const record: unknown = JSON.parse(ended.out);
    expect(JSON.stringify(record)).toContain('##[error]z');
    const warning = commandsIn(ended.err).find(({ name }) => name === 'warning');
    expect(warning?.properties['file']).toBe('docs/api/add_instance_association.md');
    expect(warning?.properties['line']).toMatch(/^\d+$/);
  });

  it('warns of a summary that can’t be written, and its verdict stands', async () => {
    const cwd = await emptyFolder();
    const path = join(cwd, 'none', 'summary');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: path };
    const { code, err } = await run(RUN, { cwd, env });
    const warning = commandsIn(err).find(({ properties }) =>
      properties['title']?.includes('GITHUB_STEP_SUMMARY'),
    );
    expect(warning?.name).toBe('warning');
    expect(warning?.message).toContain('ENOENT');
    expect(warning?.message).toContain('The verdict is not concerned');
    expect(err).not.toMatch(STACK_LINE);
    expect(code).toBe(3);
  });
});

describe.concurrent('other commands on GitHub', () => {
  it('doctor lets no answer of the target command the runner', async () => {
    const target = targetVariables(await anInjectingTarget());
    const { ended } = await onGithub(['doctor', '--lang', 'en'], target);
    expect(ended.out).toContain('set-output');
    expect(commandsIn(`${ended.out}\n${ended.err}`)).toEqual([]);
  });

  it('Playwright lets none either in what it is told', async () => {
    const cwd = await emptyFolder();
    const target = targetVariables(await anInjectingTarget());
    const env = { ...target, GITHUB_ACTIONS: 'true', CMDB_OUT: join(cwd, 'reports') };
    const { out, err } = await startPlaywright(['--project', 'protocol'], { cwd, env }).ended;
    expect(out).toContain('set-output');
    expect(commandsIn(`${out}\n${err}`)).toEqual([]);
  });

  it('compare annotates each difference, and adds its Markdown to the summary of the job', async () => {
    const records = await emptyFolder();
    const { before, after: worse } = aWorseComparison();
    const after = withBodies(worse, (body) =>
      body.replace('"message":""', () => `"message":${JSON.stringify(COMMANDS)}`),
    );
    const paths = ['before.json', 'after.json'].map((name) => join(records, name));
    await writeFile(join(records, 'before.json'), recordText(before));
    await writeFile(join(records, 'after.json'), recordText(after));
    const { ended, cwd, summary } = await onGithub(['compare', ...paths, '--lang', 'en']);
    expect(ended.code).toBe(11);
    expect(ended.out).toContain('set-output');
    expect(commandsIn(ended.out)).toEqual([]);
    const names = commandsIn(ended.err).map(({ name }) => name);
    expect(names).toContain('error');
    expect(names.filter((name) => !LEVELS.includes(name))).toEqual([]);
    const own = await readFile(join(cwd, 'reports', 'comparison.md'), 'utf8');
    expect(summary).toBe(`before\n\n${own}`);
  });
});
