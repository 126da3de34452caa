import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ESB } from '../../src/binding/bindings.js';
import { drive } from '../../src/cli/run/drive.js';
import { judgedEndpoints } from '../../src/cli/run/judged-endpoints.js';
import { loadContract } from '../../src/cli/document/load-contract.js';
import { judgedEndpoint } from '../../src/engine/judged-endpoint.js';
import { compileSchemas } from '../../src/engine/schemas.js';
import type { Session } from '../../src/engine/session.js';
import type { CaseResult } from '../../src/record/record.js';
import { FRAME } from './a-bare-run.js';
import { caseOf } from './a-run.js';
import { aSession } from './a-session.js';
import { startFront } from './front.js';
import { verdictTold } from './told.js';

const ADD = 'add_instance_association';
const nothing = (): void => undefined;

const contract = await loadContract();
const schemas = compileSchemas(contract);
const outline = contract.outlines.get(ADD);
if (outline === undefined) throw new Error(`there is no outline of ${ADD}`);
const given = { contract, schemas, binding: ESB, effort: 'quick' } as const;

/** A writing endpoint of which nobody knows what its requests do. */
const unknown = judgedEndpoint(
  { ...outline, endpoint: 'set_things_free', address: '/api/c/compapi/v2/cc/set_things_free/' },
  undefined,
  { ...given, schemas: { ...schemas, judgeOf: () => schemas.judgeOf(outline, ESB.envelope) } },
);

/** Takes everything that comes next. */
async function results(session: Session): Promise<CaseResult[]> {
  const all: CaseResult[] = [];
  for (let some = await session.next(); some !== undefined; some = await session.next()) {
    all.push(...some);
  }
  return all;
}

describe('a session on two endpoints, one of them without an effect', () => {
  it('judges the one and sends nothing to the other', async () => {
    await using front = await startFront((_call, forward) => forward());
    const before = front.embedded.snapshot();
    const { session, close } = await aSession(front.settings, {
      endpoints: [unknown, ...judgedEndpoints([], given)],
      frame: { ...FRAME, effort: 'quick' },
    });
    const record = await drive(session, nothing);
    await close();

    expect(record).toMatchObject({ outcome: 'conformant', exitCode: 0, leftovers: [] });
    expect(record).not.toHaveProperty('partial');
    expect(record.endpoints).toMatchObject([
      { endpoint: 'set_things_free', ground: {} },
      { endpoint: ADD, thing: { en: 'association' } },
    ]);
    expect(front.calls.map(({ endpoint }) => endpoint)).not.toContain('set_things_free');
    expect(front.embedded.snapshot()).toBe(before);

    const open = record.requirements.filter(({ endpoint }) => endpoint === 'set_things_free');
    expect(open.map(({ id }) => id)).toEqual(outline.requirements.map(({ id }) => id));
    for (const one of open) {
      const problem = { kind: 'no-effect' };
      expect(one, one.id).toMatchObject({ status: 'not-applicable', problem, cases: [] });
    }
    expect(verdictTold(record, 'endpoint.method')?.en).toMatch(/^nothing is sent to this endpoint/);
    const judged = record.requirements.filter(({ endpoint }) => endpoint === ADD);
    expect(judged.map(({ id }) => id)).toEqual(
      [...outline.requirements, ...contract.conventions].map(({ id }) => id),
    );
    expect(new Set(judged.map(({ status }) => status))).toEqual(new Set(['passed']));
    expect(new Set(record.cases.map(({ endpoint }) => endpoint))).toEqual(new Set([ADD]));
  });

  it('has no case of it, neither in turn nor out of turn', async () => {
    await using front = await startFront((_call, forward) => forward());
    const { session, close } = await aSession(front.settings, { endpoints: [unknown] });
    expect(session.cases).toEqual([]);
    const name = { endpoint: 'set_things_free', id: 'success.identity.bk_username' };
    expect(await session.again(name)).toBeUndefined();
    expect(session.found(name)).toEqual([]);
    expect(await results(session)).toEqual([]);
    const record = await session.end();
    await close();
    expect(front.calls).toEqual([]);
    expect(record).toMatchObject({ cases: [], leftovers: [], counts: { exchanges: 0 } });
  });
});

describe('a session', () => {
  const some = ['missing-field.metadata.absent', 'missing-field.metadata.null', 'envelope.body'];
  const chosen = new Set(some.map((id) => `${ADD}/${id}`));

  it('runs what is chosen, each once, and says that it is a part', async () => {
    await using front = await startFront((_call, forward) => forward());
    const { session, close } = await aSession(front.settings);
    session.choose(chosen);
    const told = await results(session);
    expect(told.map(({ id }) => id).sort()).toEqual([...some].sort());
    for (const { endpoint, id, status } of told) {
      expect({ endpoint, status }, id).toEqual({ endpoint: ADD, status: 'passed' });
    }
    const record = await session.end();
    await close();
    expect(record.cases.map(({ id }) => id)).toEqual(some);
    expect(record.partial?.part).toEqual({ kind: 'chosen', cases: some.length });
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 3 });
  });

  it('that is interrupted tells of what was chosen, and of nothing else', async () => {
    await using front = await startFront((_call, forward) => forward());
    const { session, close } = await aSession(front.settings);
    session.choose(chosen);
    await session.next();
    session.interrupt('SIGTERM');
    const told = await results(session);
    expect(told.map(({ id }) => id).sort()).toEqual([...some].sort());
    const record = await session.end();
    await close();
    expect(record.cases.map(({ id }) => id)).toEqual(some);
    expect(record.ended).toEqual({ kind: 'interrupted', by: 'SIGTERM' });
    expect(caseOf(record, some[0] ?? '')).toMatchObject({
      status: 'inconclusive',
      problem: { kind: 'run-ended' },
      exchanges: [],
    });
  });

  it('that is interrupted before it begins sends nothing', async () => {
    await using front = await startFront((_call, forward) => forward());
    const { session, close } = await aSession(front.settings);
    session.interrupt('SIGINT');
    const told = await results(session);
    const record = await session.end();
    await close();
    expect(front.calls).toEqual([]);
    expect(told).toHaveLength(session.cases.length);
    expect(record.cases).toHaveLength(session.cases.length);
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 3 });
    expect(new Set(record.requirements.map(({ problem }) => problem?.kind))).toEqual(
      new Set(['run-ended']),
    );
  });

  it('runs a case again, out of turn, and keeps what came of it last', async () => {
    await using front = await startFront((_call, forward) => forward());
    const { session, close } = await aSession(front.settings);
    const name = { endpoint: ADD, id: 'missing-field.metadata.absent' };
    session.choose(new Set([`${ADD}/${name.id}`]));
    expect(await session.again(name)).toBeUndefined();
    let told: readonly CaseResult[] | undefined = [];
    while (told?.length === 0) told = await session.next();
    const first = told?.[0];
    const again = await session.again(name);
    expect(again).toMatchObject({ ...name, status: 'passed' });
    const numbers = again?.exchanges.map(({ n }) => n) ?? [];
    expect(Math.min(...numbers)).toBeGreaterThan(first?.exchanges.at(-1)?.n ?? Infinity);
    expect(session.found(name)).toHaveLength(2 * (first?.requirements.length ?? 0));
    expect(await session.again({ ...name, id: 'missing-field.nothing' })).toBeUndefined();
    const record = await session.end();
    expect(await session.again(name)).toBeUndefined();
    await close();
    expect(caseOf(record, name.id).exchanges.map(({ n }) => n)).toEqual(numbers);
  });

  it.each([
    ['1', 1, 1],
    ['4', 2, 4],
  ])('with CMDB_CONCURRENCY=%s has %i to %i requests under way', async (width, least, most) => {
    let underWay = 0;
    let seen = 0;
    await using front = await startFront(async ({ endpoint }, forward) => {
      if (endpoint !== ADD) return forward();
      underWay += 1;
      seen = Math.max(seen, underWay);
      await sleep(10);
      const answer = await forward();
      underWay -= 1;
      return answer;
    });
    const before = front.embedded.snapshot();
    const { session, close } = await aSession(
      { ...front.settings, CMDB_CONCURRENCY: width },
      { frame: { ...FRAME, only: ['missing-field', 'protocol'] } },
    );
    const record = await drive(session, nothing);
    await close();
    expect(record.cases.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(least);
    expect(seen).toBeLessThanOrEqual(most);
    expect(front.embedded.snapshot()).toBe(before);
  });

  it('that the suite itself fails is cleaned up, and the fault is told', async () => {
    await using front = await startFront((_call, forward) => forward());
    const before = front.embedded.snapshot();
    let checked = 0;
    const { session, close } = await aSession(front.settings, {
      schemas: {
        ...schemas,
        requestProblem(endpoint, request) {
          checked += endpoint === ADD ? 1 : 0;
          const isOdd = endpoint === ADD && checked > 60;
          return isOdd ? 'is odd' : schemas.requestProblem(endpoint, request);
        },
      },
    });
    await expect(drive(session, nothing)).rejects.toMatchObject({ code: 'internal' });
    await close();
    expect(front.embedded.snapshot()).toBe(before);
  });
});
