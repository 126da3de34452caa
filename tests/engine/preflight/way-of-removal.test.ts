import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../src/embedded/start.js';
import { aSession } from '../a-session.js';
import { runAll } from '../a-run.js';
import { refusal, startFront } from '../front.js';
import type { Answer } from '../front.js';
import { outcomeTold } from '../told.js';

const ADD = 'add_instance_association';
const DELETE = 'delete_instance_association';

describe('a way of removal', () => {
  it.each(['deletion-wants-delete', 'deletion-without-model'])(
    'is found before anything is created: %s',
    async (variant) => {
      const server = await startEmbedded({ variant });
      const before = server.snapshot();
      const record = await runAll(server.settings, { only: ['success'] });
      expect(server.snapshot()).toBe(before);
      await server.close();
      expect(record.leftovers).toEqual([]);
      expect(record.ended).toBeUndefined();
      const sent = [...record.housekeeping, ...record.cases.flatMap(({ exchanges }) => exchanges)];
      const first = (endpoint: string): number =>
        Math.min(...sent.filter((one) => one.endpoint === endpoint).map(({ n }) => n));
      expect(first(DELETE)).toBeLessThan(first(ADD));
      expect(first(DELETE)).toBeLessThan(first('create_inst'));
    },
  );

  it.each([
    ['deletion-not-served', { kind: 'no-removal', said: { code: '1306404' } }],
    ['deletion-mapped-to-another-release', { kind: 'no-removal', said: { code: '1306000' } }],
  ] as const)('that there is not: nothing is created, with exit code 2: %s', async (...row) => {
    const [variant, ended] = row;
    const server = await startEmbedded({ variant });
    const record = await runAll(server.settings);
    await server.close();
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 2, leftovers: [], ended });
    expect(record.housekeeping.map(({ endpoint }) => endpoint)).not.toContain(ADD);
    for (const told of Object.values(outcomeTold(record))) expect(told).toContain(DELETE);
  });

  const answers: readonly (readonly [string, Answer, string | undefined, number])[] = [
    ['a refusal of CMDB’s own', refusal(1199019, 'no such data'), undefined, 1],
    ['a lack of permission', refusal(9900403, 'no permission'), 'permission', 1],
    ['no such component', refusal(1306404, 'component not found'), 'no-removal', 4],
    ['a failing third party', refusal(1306201, 'connection refused'), 'no-removal', 4],
    ['a gateway’s own refusal', refusal(1640401, 'API not found'), 'no-removal', 4],
    [
      'no envelope',
      { status: 404, body: '{"result":false,"data":null,"message":"The content does not exist"}' },
      'no-removal',
      4,
    ],
    ['a page', { status: 404, body: '<html></html>' }, 'no-removal', 4],
  ];

  it.each(answers)('is told by the answer for a free id: %s', async (_, answer, kind, tries) => {
    await using front = await startFront(({ endpoint, nth, members }, forward) => {
      const isTrial = endpoint === DELETE && Number(members['id']) > 10 ** 15;
      return isTrial && nth <= 4 ? answer : forward();
    });
    const record = await runAll(front.settings, { only: ['success.identity.both'] });
    expect(record.ended?.kind).toBe(kind);
    const trials = front.calls.filter((call) => Number(call.members['id']) > 10 ** 15);
    expect(trials).toHaveLength(tries);
    expect(record.leftovers).toEqual([]);
  });

  /** A row that lookups show of an id, whoever it is. */
  const rowOf = (id: string): Answer => ({
    body: `{"result":true,"code":0,"message":"","data":[{"id":${id},"bk_obj_asst_id":"a_b_c","bk_inst_id":1,"bk_asst_inst_id":2}]}`,
  });

  it('is not sought by an id that lookups show to be taken', async () => {
    const taken = 4_000_000_000_000_019n;
    await using front = await startFront(async ({ endpoint, text }, forward) => {
      const isAsked = endpoint === 'find_instance_association' && text.includes(`:${taken}`);
      return isAsked ? rowOf(taken.toString()) : forward();
    });
    await runAll(front.settings, { only: ['success.identity.both'] });
    const ids = front.calls
      .filter(({ endpoint }) => endpoint === DELETE)
      .map(({ members }) => members['id']);
    expect(ids[0]).toBe(taken + 1_000_003n);
    expect(ids).not.toContain(taken);
  });

  it('is not known where lookups show no id to be free: nothing is created', async () => {
    await using front = await startFront(({ endpoint, text }, forward) => {
      const [, id] = /"id":(4[0-9]{15})/.exec(text) ?? [];
      return endpoint === 'find_instance_association' && id !== undefined ? rowOf(id) : forward();
    });
    const before = front.embedded.snapshot();
    const record = await runAll(front.settings);
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 2, leftovers: [] });
    expect(record.ended).toMatchObject({ kind: 'no-removal', why: { kind: 'none-free' } });
    for (const told of Object.values(outcomeTold(record))) {
      expect(told).toContain('4000000000000019');
    }
    const sent = front.calls.map(({ endpoint }) => endpoint);
    for (const endpoint of [ADD, DELETE, 'create_inst']) expect(sent).not.toContain(endpoint);
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('is not sought while lookups fail: nothing is created', async () => {
    await using front = await startFront(({ endpoint, text }, forward) =>
      endpoint === 'find_instance_association' && /"id":4[0-9]{15}/.test(text)
        ? refusal(1199998, 'not today')
        : forward(),
    );
    const record = await runAll(front.settings);
    const why = { kind: 'lookup-refused', said: { message: 'not today' } };
    expect(record.ended).toMatchObject({ kind: 'lookups-unusable', why });
    expect(front.calls.map(({ endpoint }) => endpoint)).not.toContain(ADD);
  });

  it('is sought in no way while nothing answers as the API does', async () => {
    await using front = await startFront(() => ({ body: '<html></html>' }));
    const { session, close } = await aSession(front.settings);
    await session.next();
    const { ended } = session.soFar();
    await session.end();
    await close();
    expect(ended?.kind).toBe('not-the-api');
    expect(front.calls.map(({ endpoint }) => endpoint)).not.toContain(DELETE);
  });
});
