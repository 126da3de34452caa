import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import { exitCodeOf } from '../../src/record/exit-code.js';
import { drawEnded } from '../../src/report/console/cleanup.js';
import { aClock } from './a-clock.js';
import { cleanUp } from './a-cleanup.js';
import { runAll } from './a-run.js';
import { startFront } from './front.js';

/** What a run could have left: an association of other people's pair, and an instance. */
function ledgerOf(target: string): string {
  const line = { step: 'created', run: 'a', target };
  const lines = [
    {
      ...{ ...line, creation: 1, kind: 'association', of: 'bk_switch_default_bk_router' },
      ...{ between: ['101', '201'], models: ['bk_switch', 'bk_router'], id: '1003' },
    },
    { ...line, creation: 2, kind: 'instance', of: 'bk_switch', name: 'cmdb-conformance-a-2' },
  ];
  return lines.map((one) => `${JSON.stringify(one)}\n`).join('');
}

/** A cause, and how it ends. */
type Row = readonly [variant: string, exit: 2 | 4, kind: string, next: readonly string[]];

const ROWS: readonly Row[] = [
  ['only-token-ran-out', 4, 'identities-refused', ['BK_TOKEN']],
  ['both-identities-refused', 4, 'identities-refused', ['BK_USERNAME', 'BK_TOKEN']],
  ['app-secret-wrong', 4, 'identities-refused', ['BK_APP_SECRET']],
  ['app-not-registered', 4, 'identities-refused', ['BK_APP_CODE']],
  ['address-not-allowed', 4, 'shut-out', ['address of this machine']],
  ['user-may-not-look', 4, 'permission', ['IAM']],
  ['component-permission-lacking-for-all', 4, 'permission', ['1306403']],
  ['user-may-not-remove', 4, 'permission', ['IAM']],
  ['deletion-not-served', 2, 'no-removal', ['delete_instance_association']],
];

describe('a cleanup that the target does not let in', () => {
  it.each(ROWS)('%s: ends as a run does, with exit code %i: %s', async (...row) => {
    const [variant, exit, kind, words] = row;
    const server = await startEmbedded({ variant });
    const before = server.snapshot();
    const { left, ended, answered } = await cleanUp(server.settings, ledgerOf(server.baseUrl), {
      world: aClock().world,
    });
    const record = await runAll(server.settings, { only: ['success.identity.both'] });
    expect(server.snapshot()).toBe(before);
    await server.close();
    expect(ended?.kind).toBe(kind);
    expect(exitCodeOf('incomplete', ended, answered)).toBe(exit);
    // Nothing is passed over: what was not looked at, or not removed, may be there.
    const wasSeen = variant === 'user-may-not-remove' || variant === 'deletion-not-served';
    expect(left.map(({ why }) => why)).toEqual(
      wasSeen
        ? [{ kind: 'not-removed' }]
        : Array(2).fill({ kind: 'not-looked-up', why: { kind: 'run-ended' } }),
    );
    // In the same words, and with the same next step.
    expect(record.exitCode).toBe(exit);
    for (const lang of ['en', 'zh'] as const) {
      expect(ended && drawEnded(ended, lang)).toBe(record.ended && drawEnded(record.ended, lang));
    }
    for (const word of words) expect(ended && drawEnded(ended, 'en')).toContain(word);
  });

  it('names nothing to an endpoint that writes where every identity is refused', async () => {
    await using front = await startFront((_call, forward) => forward(), {
      variant: 'both-identities-refused',
    });
    await cleanUp(front.settings, ledgerOf(front.baseUrl), { world: aClock().world });
    const asked = new Set(front.calls.map(({ endpoint }) => endpoint));
    expect([...asked].filter((endpoint) => /^(add|create|delete)_/.test(endpoint))).toEqual([]);
  });

  it('removes instances where only associations may not be removed', async () => {
    const server = await startEmbedded({ variant: 'user-may-not-remove' });
    const before = server.snapshot();
    const name = 'cmdb-conformance-a-2';
    const { settings } = server;
    await fetch(`${server.baseUrl}/api/c/compapi/v2/cc/create_inst/`, {
      method: 'POST',
      body: JSON.stringify({
        bk_app_code: settings['BK_APP_CODE'],
        bk_app_secret: settings['BK_APP_SECRET'],
        bk_username: settings['BK_USERNAME'],
        bk_obj_id: 'bk_switch',
        bk_inst_name: name,
      }),
    });
    expect(server.snapshot()).not.toBe(before);
    const { world } = aClock();
    const cleaned = await cleanUp(settings, { isMeant: (one) => one === name }, { world });
    expect(cleaned.ended).toBeUndefined();
    expect(cleaned.left).toEqual([]);
    expect(server.snapshot()).toBe(before);
    await server.close();
  });

  it('goes on by the other identity where one is refused', async () => {
    const server = await startEmbedded({ variant: 'token-ran-out' });
    const ledger = ledgerOf(server.baseUrl);
    const { ended } = await cleanUp(server.settings, ledger, { world: aClock().world });
    await server.close();
    expect(ended).toBeUndefined();
  });
});
