import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmbedded } from '../../../src/embedded/start.js';
import type { Embedded } from '../../../src/embedded/start.js';
import { newRunId } from '../../../src/engine/run-id.js';
import { emptyFolder, run, STACK_LINE, start, until } from '../run-product.js';
import type { Ended } from '../run-product.js';

/** A target, and a folder in which the product is run against it. */
interface Place {
  readonly target: Embedded;
  readonly before: string;
  readonly cwd: string;
  readonly ledger: string;
  readonly cleanUp: (args?: readonly string[]) => Promise<Ended>;
}

async function aPlace(): Promise<Place> {
  const target = await startEmbedded();
  onTestFinished(() => target.close());
  const cwd = await emptyFolder();
  const env = { ...target.settings, CMDB_LOOKUP_WAIT_MS: '200' };
  return {
    ...{ target, cwd, before: target.snapshot() },
    ledger: join(cwd, 'reports', 'ledger.jsonl'),
    cleanUp: (args = []) => run(['cleanup', '--lang', 'en', ...args], { cwd, env }),
  };
}

/** Kills a run once so many things are on the target that were not. */
async function killRun({ target, before, cwd }: Place, things: number): Promise<void> {
  const lines = before.split('\n').length;
  const { child, ended } = start(['run'], { cwd, env: target.settings });
  await until(() => target.snapshot().split('\n').length >= lines + things);
  child.kill('SIGKILL');
  expect((await ended).code).toBe('SIGKILL');
}

/** Writes a ledger by hand. */
async function keep({ cwd, ledger }: Place, text: string): Promise<void> {
  await mkdir(join(cwd, 'reports'));
  await writeFile(ledger, text);
}

describe('cleanup', () => {
  it.each([1, 6, 18])('after SIGKILL with %i things there: all is as it was', async (things) => {
    const place = await aPlace();
    const { target, before, cwd, cleanUp } = place;
    await killRun(place, things);

    const over = await run(['run', '--lang', 'en'], { cwd, env: target.settings });
    expect(over.code).toBe(2);
    expect(over.err).toContain('npx cmdb-conformance cleanup reports/ledger.jsonl');

    const unasked = await cleanUp();
    expect(unasked.code).toBe(2);
    expect(unasked.err).toContain('--yes');
    expect(target.snapshot()).not.toBe(before);

    const { code, out, err } = await cleanUp(['--yes']);
    expect(err).toBe('');
    expect(out).toContain('Nothing is left.');
    expect(code).toBe(0);
    expect(target.snapshot()).toBe(before);

    expect(await cleanUp()).toMatchObject({ code: 0, err: '' });
    const again = await run(['run', '--only', 'protocol'], { cwd, env: target.settings });
    expect(again.code).toBe(3);
  });

  it('does not take a ledger of another target', async () => {
    const place = await aPlace();
    const line = { step: 'created', run: 'a', creation: 1, target: 'https://other.example.com' };
    await keep(place, `${JSON.stringify({ ...line, kind: 'instance', of: 'x', name: 'y' })}\n`);
    const { code, err } = await place.cleanUp(['--yes']);
    expect(code).toBe(2);
    expect(err).toContain('https://other.example.com');
    expect(err).toContain('CMDB_BASE_URL');
  });

  it('leaves what has the id, but lies elsewhere, and tells of it: exit code 3', async () => {
    const place = await aPlace();
    const { target, before, cleanUp } = place;
    const line = { step: 'created', run: 'a', creation: 1, target: target.baseUrl, id: '1003' };
    const made = { kind: 'association', of: 'bk_switch_default_bk_router', between: ['1', '2'] };
    await keep(place, `${JSON.stringify({ ...line, ...made })}\n`);
    for (const lang of ['en', 'zh']) {
      const { code, out } = await cleanUp(['--yes', '--lang', lang]);
      expect(code).toBe(3);
      for (const told of ['1003', 'bk_inst_id 101', 'bk_asst_inst_id 201']) {
        expect(out).toContain(told);
      }
      expect(out).toContain(lang === 'en' ? 'move the ledger away' : '请将账本移走');
    }
    expect(target.snapshot()).toBe(before);
  });

  it('ends as a run does where the identity is refused: exit code 4, nothing called gone', async () => {
    const place = await aPlace();
    const { target, cwd } = place;
    const line = { step: 'created', run: 'a', creation: 1, target: target.baseUrl };
    const made = { kind: 'instance', of: 'bk_switch', name: 'cmdb-conformance-a-1' };
    await keep(place, `${JSON.stringify({ ...line, ...made })}\n`);
    const env = { ...target.settings, BK_APP_SECRET: '91be2f40-5c7a-4d13-8e06-27f4a9d8c3b5' };
    const { code, out } = await run(['cleanup', '--yes', '--lang', 'en'], { cwd, env });
    expect(code).toBe(4);
    expect(out).toContain('APP Secret verification failed');
    expect(out).toContain('Check BK_APP_CODE, BK_APP_SECRET');
    expect(out).not.toContain('Nothing is left');
    const old = await run(['cleanup', '--older-than', '1h', '--lang', 'en'], { cwd, env });
    expect(old.code).toBe(4);
    expect(old.out).not.toContain('Nothing is left');
  });

  const good = { step: 'created', run: 'a', creation: 1, target: 'http://a', kind: 'i', of: 'x' };

  it.each([
    ['no JSON', '{"step":', 'it is no JSON'],
    ['another step', JSON.stringify({ ...good, step: 'made' }), '/step'],
    ['an id that is none', JSON.stringify({ ...good, id: '1; drop' }), '/id'],
    ['a member that there is not', JSON.stringify({ ...good, more: 1 }), 'additional'],
    ['too long a line', JSON.stringify({ ...good, of: 'x'.repeat(70_000) }), 'it is no JSON'],
  ])('names the line of a ledger that has %s', async (_, line, words) => {
    const place = await aPlace();
    await keep(place, `${JSON.stringify({ step: 'begin' })}\n${line}\n`);
    const { code, err } = await place.cleanUp(['--yes']);
    expect(code).toBe(2);
    expect(err).toContain('Line 2 of reports/ledger.jsonl');
    expect(err).toContain(words);
    expect(err).not.toMatch(STACK_LINE);
  });

  it('says that there is no ledger, or no target', async () => {
    const { cleanUp, cwd } = await aPlace();
    const missing = await cleanUp();
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('reports/ledger.jsonl');
    await mkdir(join(cwd, 'reports'));
    await writeFile(join(cwd, 'reports', 'ledger.jsonl'), '');
    const nowhere = await run(['cleanup'], { cwd });
    expect(nowhere.code).toBe(2);
    expect(nowhere.err).toContain('CMDB_BASE_URL');
  });

  it('passes over a line that was cut off, and a run takes it away', async () => {
    const place = await aPlace();
    const { target, cwd, ledger, cleanUp } = place;
    const other = { ...good, target: 'https://other.example.com', name: 'y' };
    await keep(place, `${JSON.stringify(other)}\n`);
    await appendFile(ledger, '{"step":"about-to-cr');
    expect((await run(['run', '--only', 'protocol'], { cwd, env: target.settings })).code).toBe(3);
    const [first, second] = (await readFile(ledger, 'utf8')).split('\n');
    expect(first).toBe(JSON.stringify(other));
    expect(second).toContain('"step":"begin"');
    expect((await cleanUp()).code).toBe(2);
  });

  it('finds what is older than an hour by its name, of any run, and leaves the rest', async () => {
    const { target, before, cleanUp } = await aPlace();
    const named = (hours: number): string =>
      `cmdb-conformance-${newRunId(Date.now() - hours * 3_600_000, 'abcdefabcdef')}-1`;
    const add = async (model: string, name: string): Promise<unknown> => {
      const { settings, baseUrl } = target;
      const response = await fetch(`${baseUrl}/api/c/compapi/v2/cc/create_inst/`, {
        method: 'POST',
        body: JSON.stringify({
          bk_app_code: settings['BK_APP_CODE'],
          bk_app_secret: settings['BK_APP_SECRET'],
          bk_username: 'admin',
          bk_obj_id: model,
          bk_inst_name: name,
        }),
      });
      return response.json();
    };
    const [old, older, young] = [named(2), named(3), named(0.5)];
    await add('bk_switch', old);
    await add('bk_router', older);
    await add('bk_switch', young);
    await add('bk_switch', 'cmdb-conformance-by-hand');
    const { code, out } = await cleanUp(['--older-than', '1h', '--yes']);
    for (const told of [old, older, young, 'by-hand']) expect(out).toContain(told);
    expect(code).toBe(0);
    const kept = target
      .snapshot()
      .split('\n')
      .filter((line) => !before.includes(line));
    expect(kept.join()).toContain(young);
    expect(kept.join()).toContain('by-hand');
    expect(kept).toHaveLength(2);
    expect((await cleanUp(['--older-than', 'soon'])).code).toBe(2);
  });
});
