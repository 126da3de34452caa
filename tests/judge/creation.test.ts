import { describe, expect, it } from 'vitest';
import { isLarge, judgeCreation, VALID } from '../../src/judge/creation.js';
import type { CreationSeen, Holds, Row } from '../../src/judge/creation.js';
import type { Finding } from '../../src/record/finding.js';
import type { Problem } from '../../src/record/problem.js';

const asked = { kind: 'a', from: 1n, to: 2n };
/** A lookup shows more than what a request asks for. */
const holds = { ...asked, model: 'm' };
const shown = { kind: 'a', from: '1', to: '2' };
const row: Row = { id: 7n, holds };

const sound: CreationSeen = {
  asked,
  idAt: 'data.id',
  id: 7n,
  row,
  others: [],
  idInUse: false,
  idUsedBefore: false,
  evidence: [3, 4],
};

function judged(seen: Partial<CreationSeen>): Finding[] {
  return judgeCreation({ ...sound, ...seen });
}

/** The problem of a requirement; undefined where it passed. */
function problemOf(requirement: string, seen: Partial<CreationSeen>): Problem | undefined {
  const found = judged(seen).filter((finding) => finding.requirement === requirement);
  expect(found).toHaveLength(1);
  const [finding] = found;
  expect(finding?.status).toBe(finding?.problem === undefined ? 'passed' : 'failed');
  return finding?.problem;
}

function other(id: bigint, change: Holds = {}): Row {
  return { id, holds: { ...holds, ...change } };
}

describe('judgeCreation', () => {
  it('passes what was created exactly as asked for', () => {
    const base = { status: 'passed', trial: VALID, evidence: [3, 4] };
    expect(judged({})).toEqual([
      { requirement: 'effect.created', ...base },
      { requirement: 'response.data.id.identity', ...base },
      { requirement: 'response.data.id.not_reused', ...base },
    ]);
  });

  it('judges no id where the endpoint gives none', () => {
    const seen = { idAt: undefined, id: undefined, row: undefined, others: [other(8n)] };
    expect(judged(seen).map(({ requirement, status }) => `${requirement} ${status}`)).toEqual([
      'effect.created passed',
    ]);
  });

  it('names the id where the endpoint has it', () => {
    expect(judged({ idAt: 'data.bk_inst_id' }).map(({ requirement }) => requirement)).toEqual([
      'effect.created',
      'response.data.bk_inst_id.identity',
      'response.data.bk_inst_id.not_reused',
    ]);
  });
});

describe('effect.created', () => {
  const effect = (seen: Partial<CreationSeen>) => problemOf('effect.created', seen);

  it.each<[string, Holds, Readonly<Record<string, string>>]>([
    ['another kind', { kind: 'b' }, { ...shown, kind: 'b' }],
    ['another beginning', { from: 9n }, { ...shown, from: '9' }],
    ['another end', { to: 9n }, { ...shown, to: '9' }],
    ['turned round', { from: 2n, to: 1n }, { kind: 'a', from: '2', to: '1' }],
    ['the same as text', { from: '1' }, shown],
  ])('fails a row that holds %s', (_, change, found) => {
    expect(effect({ row: other(7n, change) })).toEqual({
      kind: 'stored-otherwise',
      asked: { id: '7', holds: shown },
      found: { id: '7', holds: found },
    });
  });

  it('fails a row that lacks a member', () => {
    expect(effect({ row: { id: 7n, holds: { kind: 'a', from: 1n } } })).toEqual({
      kind: 'stored-otherwise',
      asked: { id: '7', holds: shown },
      found: { id: '7', holds: { ...shown, to: '' } },
    });
  });

  it('fails what was created besides', () => {
    expect(effect({ others: [other(8n), other(9n, { kind: 'b' })] })).toEqual({
      kind: 'created-more',
      found: [
        { id: '8', holds: shown },
        { id: '9', holds: { ...shown, kind: 'b' } },
      ],
    });
  });

  it('fails when nothing was found', () => {
    expect(effect({ row: undefined })).toEqual({ kind: 'not-created' });
  });

  it('passes what was stored under another id: that is another requirement', () => {
    expect(effect({ row: undefined, others: [other(8n)] })).toBeUndefined();
  });

  it('fails two right rows under other ids', () => {
    expect(effect({ row: undefined, others: [other(8n), other(9n)] })).toEqual({
      kind: 'created-more',
      found: [
        { id: '8', holds: shown },
        { id: '9', holds: shown },
      ],
    });
  });

  it('lists only what was not asked for, under another id', () => {
    const others = [other(8n), other(9n, { from: 2n, to: 1n })];
    expect(effect({ row: undefined, others })).toEqual({
      kind: 'created-more',
      found: [{ id: '9', holds: { kind: 'a', from: '2', to: '1' } }],
    });
  });
});

describe('the identity of the answered id', () => {
  const identity = (seen: Partial<CreationSeen>) => problemOf('response.data.id.identity', seen);

  it('fails without an id', () => {
    expect(identity({ id: undefined, row: undefined })).toEqual({ kind: 'id-missing' });
  });

  it('fails an id that another thing has', () => {
    expect(identity({ idInUse: true })).toEqual({ kind: 'id-in-use', id: '7' });
  });

  it('fails an id under which nothing was found', () => {
    expect(identity({ row: undefined })).toEqual({ kind: 'id-unknown', id: '7', found: [] });
    expect(identity({ row: undefined, others: [other(8n), other(9n)] })).toEqual({
      kind: 'id-unknown',
      id: '7',
      found: ['8', '9'],
    });
  });

  it('passes a row that has the id, even where it is wrong otherwise', () => {
    expect(identity({ row: other(7n, { from: 9n }) })).toBeUndefined();
    expect(identity({ idUsedBefore: true })).toBeUndefined();
  });
});

describe('an id that was given before', () => {
  it('fails where its thing was removed', () => {
    expect(judged({ idUsedBefore: true }).at(-1)).toEqual({
      requirement: 'response.data.id.not_reused',
      status: 'failed',
      trial: VALID,
      evidence: [3, 4],
      problem: { kind: 'id-given-again', id: '7' },
    });
  });

  it('passes where there is no id', () => {
    const seen = { idUsedBefore: true, id: undefined };
    expect(problemOf('response.data.id.not_reused', seen)).toBeUndefined();
  });
});

describe('exact ids', () => {
  const EDGE = 2n ** 53n;
  const exact = (from: bigint, to: bigint, found: Holds = {}) => {
    const both = { from, to };
    return judged({ asked: { ...asked, ...both }, row: other(7n, { ...both, ...found }) })
      .slice(3)
      .map(({ requirement, status }) => `${requirement} ${status}`);
  };

  it('are judged above 2^53 only, each member for itself', () => {
    expect(exact(EDGE, EDGE)).toEqual([]);
    expect(exact(-EDGE, -EDGE)).toEqual([]);
    expect(exact(EDGE + 1n, 2n)).toEqual(['request.from.exact passed']);
    expect(exact(1n, EDGE + 1n)).toEqual(['request.to.exact passed']);
    expect(exact(-EDGE - 1n, -EDGE - 1n)).toEqual([
      'request.from.exact passed',
      'request.to.exact passed',
    ]);
  });

  it('fail where another was found', () => {
    const sent = 9007199254740993n;
    expect(exact(sent, 2n, { from: sent - 1n })).toEqual(['request.from.exact failed']);
    expect(exact(1n, sent, { to: sent + 1n })).toEqual(['request.to.exact failed']);
    const seen = { asked: { ...asked, from: sent }, row: other(7n, { from: sent - 1n }) };
    expect(problemOf('request.from.exact', seen)).toEqual({
      kind: 'value-changed',
      at: 'from',
      sent: '9007199254740993',
      found: '9007199254740992',
    });
  });

  it('are not judged of a text, nor where no row was found', () => {
    expect(judged({ asked: { kind: '9007199254740993' }, row: other(7n) })).toHaveLength(3);
    expect(judged({ asked: { ...asked, from: EDGE + 1n }, row: undefined })).toHaveLength(3);
  });

  it('are large where a double may round them', () => {
    expect([EDGE, EDGE + 1n, -EDGE, -EDGE - 1n, 0n].map(isLarge)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });
});
