import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../src/embedded/start.js';
import { recordText } from '../../../src/report/write/record-text.js';
import { runAll } from '../../engine/a-run.js';
import { withBodies } from '../../record/comparison/compared.js';
import { emptyFolder, run, STACK_LINE } from '../run-product.js';
import type { Ended } from '../run-product.js';

let cwd = '';

const compare = (...args: string[]): Promise<Ended> => run(['compare', ...args], { cwd });

/** A folder with kept runs: one, one with another message, one with a type changed. */
beforeAll(async () => {
  cwd = await emptyFolder();
  const server = await startEmbedded();
  const before = await runAll(server.settings, {
    effort: 'quick',
    only: ['success', 'missing-field'],
  }).finally(server.close);
  const message = withBodies(before, (body) => body.replace('is required', 'is missing'));
  const type = withBodies(before, (body) => body.replace(/"code":0,/, '"code":"0",'));
  for (const [name, record] of Object.entries({ before, message, type })) {
    await mkdir(join(cwd, 'runs', name), { recursive: true });
    await writeFile(join(cwd, 'runs', name, 'results.json'), recordText(record));
  }
});

describe('run --name', () => {
  it('keeps the record, and never writes over one', async () => {
    const folder = await emptyFolder();
    const args = ['run', '--effort', 'quick', '--only', 'protocol', '--name', 'v3.9_a-1'];
    const first = await run(args, { cwd: folder });
    expect(first.code).toBe(3);
    const kept = await readFile(join(folder, 'runs', 'v3.9_a-1', 'results.json'), 'utf8');
    expect(kept).toBe(await readFile(join(folder, 'reports', 'results.json'), 'utf8'));
    expect(first.out).toContain(join('runs', 'v3.9_a-1', 'results.json'));
    const second = await run(args, { cwd: folder });
    expect(second.code).toBe(2);
    expect(second.err).toContain('v3.9_a-1');
    expect(await readFile(join(folder, 'runs', 'v3.9_a-1', 'results.json'), 'utf8')).toBe(kept);
  });
});

describe('runs', () => {
  it('lists what is kept', async () => {
    const { code, out } = await run(['runs'], { cwd });
    expect(code).toBe(0);
    for (const name of ['before', 'message', 'type']) expect(out).toContain(name);
    const json = await run(['runs', '--json'], { cwd });
    expect(JSON.parse(json.out)).toMatchObject([
      { name: 'before', outcome: 'incomplete' },
      { name: 'message' },
      { name: 'type' },
    ]);
  });

  it('says how to keep one where there is none', async () => {
    const { code, out } = await run(['runs'], { cwd: await emptyFolder() });
    expect(code).toBe(0);
    expect(out).toContain('run --name');
  });
});

describe('compare', () => {
  it.each([
    { before: 'before', after: 'before', more: [], code: 0, says: 'No difference' },
    {
      before: 'before',
      after: 'message',
      more: [],
      code: 10,
      says: 'parameter <member> is missing',
    },
    {
      before: 'before',
      after: 'message',
      more: ['--fail-on', 'breaking'],
      code: 0,
      says: 'missing',
    },
    { before: 'before', after: 'type', more: ['--fail-on', 'breaking'], code: 11, says: 'integer' },
  ] as const)('$before with $after $more: exit code $code', async (row) => {
    const out = join('out', row.after + row.more.join(''));
    const ended = await compare(row.before, row.after, '--out', out, ...row.more);
    expect(ended.err).toBe('');
    expect(ended.code).toBe(row.code);
    expect(ended.out).toContain(row.says);
    const written: unknown = JSON.parse(await readFile(join(cwd, out, 'comparison.json'), 'utf8'));
    expect(written).toMatchObject({ exitCode: row.code });
  });

  it('takes paths and folders too', async () => {
    const { code } = await compare('runs/before/results.json', join('runs', 'message'));
    expect(code).toBe(10);
  });

  it('ends with 12 where the runs have nothing in common', async () => {
    const text = await readFile(join(cwd, 'runs', 'before', 'results.json'), 'utf8');
    await writeFile(join(cwd, 'other.json'), text.replaceAll('add_instance_association', 'other'));
    const { code, out } = await compare('before', 'other.json');
    expect(out).toContain('no endpoint in common');
    expect(code).toBe(12);
  });

  it('on a run that is not there: exit code 2 and its name', async () => {
    const { code, err, out } = await compare('before', 'gone');
    expect(code).toBe(2);
    expect(err).toContain('gone');
    expect(err).not.toMatch(STACK_LINE);
    expect(out).toBe('');
  });

  it('replaces what the rules name', async () => {
    await writeFile(
      join(cwd, 'words.yaml'),
      'rules:\n  - name: word\n    pattern: "required|missing"\n',
    );
    const { code, out } = await compare('before', 'message', '--rules', 'words.yaml');
    expect(out).toContain('No difference');
    expect(code).toBe(0);
  });
});

describe('history', () => {
  it('draws the runs of a folder as a page', async () => {
    const { code, out } = await run(['history', 'runs'], { cwd });
    expect(out).toBe(`${join('reports', 'history.html')}\n`);
    expect(code).toBe(0);
    const page = await readFile(join(cwd, 'reports', 'history.html'), 'utf8');
    for (const name of ['before', 'message', 'type']) expect(page).toContain(`>${name}</th>`);
  });

  it('on a folder without records: exit code 2 and its name', async () => {
    const { code, err } = await run(['history', 'none'], { cwd });
    expect(err).toContain('none');
    expect(code).toBe(2);
  });
});

describe('an accept file', () => {
  it('is written with all that differs, and takes that out once each has a reason', async () => {
    const path = join(cwd, 'accept.yaml');
    expect((await compare('before', 'type', '--write-accept', 'accept.yaml')).code).toBe(11);
    const text = await readFile(path, 'utf8');
    expect((await compare('before', 'type', '--accept', 'accept.yaml')).err).toContain('reason');
    await writeFile(path, text.replaceAll('reason: ""', 'reason: known'));
    const accepted = await compare('before', 'type', '--accept', 'accept.yaml');
    expect(accepted.out).toContain('known');
    expect(accepted.code).toBe(0);
    const { mtimeMs } = await stat(path);
    const again = await compare('before', 'type', '--write-accept', 'accept.yaml');
    expect(again.code).toBe(2);
    expect((await stat(path)).mtimeMs).toBe(mtimeMs);
    const stale = await compare('before', 'before', '--accept', 'accept.yaml');
    expect(stale.out).toContain('Stale');
    expect(stale.code).toBe(0);
    await writeFile(
      path,
      text.replaceAll('reason: ""', 'reason: known').replace(/expires: .*/g, 'expires: 2001-01-01'),
    );
    const expired = await compare('before', 'type', '--accept', 'accept.yaml');
    expect(expired.out).toContain('Expired on 2001-01-01');
    expect(expired.code).toBe(11);
  });
});
