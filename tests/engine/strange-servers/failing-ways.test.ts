import { describe, expect, it } from 'vitest';
import { drive } from '../../../src/cli/run/drive.js';
import type { RunRecord } from '../../../src/record/record.js';
import { open, verdictOn, withStatus } from '../a-run.js';
import { refusal, startFront } from '../front.js';
import type { Behave, Front } from '../front.js';
import { outcomeTold } from '../told.js';
import { QUICK, ADD, DELETE, run, html, isOfRequest } from './strange-server.js';

describe('lookups and deletions that fail once', () => {
  const BUSY = refusal(1199998, 'busy');

  it.each([
    ['find_instance_association', 'a refused lookup', BUSY],
    ['find_instance_association', 'a page in place of a lookup', { status: 502, body: '<html>' }],
    [DELETE, 'a refused deletion', BUSY],
  ])('%s: %s blames nobody, and leaves nothing', async (endpoint, _name, answer) => {
    await using front = await startFront((call, forward) =>
      call.endpoint === endpoint && call.nth % 25 === 0 ? answer : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await run(front, ['success', 'missing-field']);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(withStatus(record, 'inconclusive').filter(isOfRequest)).toEqual([]);
    expect(record.leftovers).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('a deletion that is carried out, and whose answer never comes, blames nobody', async () => {
    await using front = await startFront(async (call, forward) => {
      const answer = await forward();
      const isLost = call.endpoint === DELETE && call.nth % 25 === 0;
      return isLost ? new Promise<never>(() => undefined) : answer;
    });
    const before = front.embedded.snapshot();
    const record = await run(front, ['success', 'missing-field'], {
      CMDB_FIRST_BYTE_TIMEOUT_MS: '400',
      CMDB_TOTAL_TIMEOUT_MS: '500',
    });
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(record.leftovers).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('for long leave a pair in doubt, and blame nobody', async () => {
    await using front = await startFront((call, forward) =>
      call.endpoint === DELETE && call.nth >= 20 && call.nth < 24 ? BUSY : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await run(front, ['success', 'missing-field']);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(record.leftovers).toEqual([]);
    expect(front.embedded.snapshot()).toBe(before);
  });
});

describe('a connection that fails', () => {
  it.each([
    ['before the creation was carried out', false],
    ['after the creation was carried out', true],
  ])('%s is tried once more, told, and blames nobody', async (_name, carriedOut) => {
    await using front = await startFront(async ({ endpoint, nth }, forward) => {
      const cut = endpoint === ADD && nth === 30;
      if (!cut || carriedOut) {
        const answer = await forward();
        if (!cut) return answer;
      }
      return {};
    });
    const before = front.embedded.snapshot();
    const record = await run(front);
    expect(front.embedded.snapshot()).toBe(before);
    expect(withStatus(record, 'failed')).toEqual(['transport.stable']);
    expect(verdictOn(record, 'transport.stable').problem).toMatchObject({
      kind: 'unstable',
      healed: true,
    });
    expect(record.exitCode).toBe(0);
    expect(record.leftovers).toEqual([]);
  });

  it('again and again is no verdict', async () => {
    await using front = await startFront(({ endpoint, nth }, forward) =>
      endpoint === ADD && nth > 20 ? {} : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await run(front, ['success', 'missing-field']);
    expect(record.exitCode).toBe(3);
    expect(withStatus(record, 'failed')).toEqual(['transport.stable']);
    expect(verdictOn(record, 'transport.stable').problem).toMatchObject({
      kind: 'unstable',
      healed: false,
    });
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('only when instances are deleted leaves every verdict as it is, and lists them', async () => {
    await using front = await startFront(({ endpoint }, forward) =>
      endpoint === 'delete_inst' ? new Promise(() => undefined) : forward(),
    );
    const record = await run(front, [], {
      CMDB_FIRST_BYTE_TIMEOUT_MS: '400',
      CMDB_TOTAL_TIMEOUT_MS: '500',
    });
    expect(record).toMatchObject({ outcome: 'conformant', exitCode: 0 });
    expect(record.leftovers.filter(({ kind }) => kind === 'instance').length).toBeGreaterThan(15);
    expect(record.leftovers.filter(({ kind }) => kind === 'association')).toEqual([]);
  });

  it('with answers that never come in time ends the run after three creations', async () => {
    await using front = await startFront(({ endpoint, nth }, forward) =>
      endpoint === ADD && nth > 46 ? new Promise(() => undefined) : forward(),
    );
    const before = front.embedded.snapshot();
    const record = await run(front, ['success', 'missing-field'], {
      CMDB_FIRST_BYTE_TIMEOUT_MS: '1000',
      CMDB_TOTAL_TIMEOUT_MS: '1200',
    });
    expect(record.exitCode).toBe(3);
    expect(front.calls.filter(({ endpoint }) => endpoint === ADD)).toHaveLength(49);
    expect(record.ended).toMatchObject({
      kind: 'creations-exhausted',
      number: 3,
      fault: 'timeout',
    });
    expect(front.embedded.snapshot()).toBe(before);
  });
});

describe('a run that is interrupted', () => {
  /** Interrupts a run while its 40th creation is under way, carried out and not yet answered. */
  async function interrupted(
    behave: Behave,
    look: (front: Front, record: RunRecord) => void,
  ): Promise<void> {
    const stops: (() => void)[] = [];
    await using front = await startFront(async (call, forward) => {
      if (call.endpoint !== ADD || call.nth !== 40) return behave(call, forward);
      await forward();
      for (const stop of stops) stop();
      return new Promise(() => undefined);
    });
    const opened = await open({ ...front.settings, ...QUICK });
    stops.push(() => {
      opened.session.interrupt('SIGINT');
    });
    try {
      look(front, await drive(opened.session, () => undefined));
    } finally {
      await opened.close();
    }
  }

  it('cleans up, and its record is incomplete', async () => {
    const start = await startFront(html);
    const before = start.embedded.snapshot();
    await start[Symbol.asyncDispose]();
    await interrupted(
      (_call, forward) => forward(),
      (front, record) => {
        expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 3, leftovers: [] });
        expect(record.ended).toEqual({ kind: 'interrupted', by: 'SIGINT' });
        expect(record.partial).toEqual({
          part: { kind: 'ended' },
          command: 'npx cmdb-conformance run',
        });
        expect(outcomeTold(record).en).toContain('interrupted by SIGINT');
        expect(outcomeTold(record).zh).toContain('被 SIGINT 中断');
        // What is under way is looked for and removed; nothing more is created.
        expect(front.embedded.snapshot()).toBe(before);
        expect(front.calls.filter(({ endpoint }) => endpoint === ADD)).toHaveLength(40);
        expect(withStatus(record, 'failed')).toEqual([]);
      },
    );
  });

  it('lists what could not be removed', async () => {
    await interrupted(
      ({ endpoint }, forward) =>
        endpoint === 'delete_inst' ? refusal(1199084, 'not allowed here') : forward(),
      (front, record) => {
        expect(record.exitCode).toBe(3);
        expect(record.leftovers).toHaveLength(19);
        for (const { kind, id, why } of record.leftovers) {
          expect(kind).toBe('instance');
          expect(why.kind).toBe('not-removed');
          expect(why).toHaveProperty('name', expect.stringMatching(/^cmdb-conformance-/));
          expect(front.embedded.snapshot()).toMatch(new RegExp(`^instance \\S+ ${id ?? ''} `, 'm'));
        }
      },
    );
  });
});
