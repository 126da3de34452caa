import { describe, expect, it } from 'vitest';
import { neverExisted } from '../../../src/effects/associations/existence.js';
import type { BadRequest, Stage } from '../../../src/effects/stage.js';
import type { Row } from '../../../src/judge/creation.js';
import type { Finding } from '../../../src/record/finding.js';
import { fakeMeans, accepted, pair, row } from './a-fixture.js';

const TRIAL = 'semantics.source.never existed';

/** What came of the case on a stage whose lookups show this. */
async function played(rows: (id: bigint) => readonly Row[] | undefined) {
  const sent: BadRequest[] = [];
  const kept: Finding[] = [];
  const stage: Stage = {
    ...fakeMeans(() => accepted()).means,
    slot: pair(11n, 22n),
    made: [],
    fixture: undefined,
    on: () => stage,
    accept: () => Promise.reject(new Error('nothing is to be created')),
    observe: () => Promise.reject(new Error('nothing is to be created')),
    refuse(request) {
      sent.push(request);
      return Promise.resolve(undefined);
    },
    rows: (place) => Promise.resolve(rows(BigInt(String(place['bk_inst_id'] ?? 0)))),
    isTrusted: () => Promise.resolve(true),
    keep: (findings) => kept.push(...findings),
  };
  await neverExisted(stage, TRIAL, 'bk_inst_id');
  return { sent, kept };
}

describe('an instance that never existed', () => {
  it('is one on whose id nothing lies, whatever else lookups show', async () => {
    const { sent, kept } = await played((id) => (id % 2n === 0n ? [row(5n, 6n)] : [row(id, 6n)]));
    expect(kept).toEqual([]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.difference).toEqual({ bk_inst_id: 4_000_000_001_000_022n });
  });

  it.each([
    ['lookups can’t be used', () => undefined, 'not-looked-up'],
    ['something lies on each that is tried', (id: bigint) => [row(6n, id)], 'none-free'],
  ])('is not made up where %s', async (_, rows, kind) => {
    const { sent, kept } = await played(rows);
    expect(sent).toEqual([]);
    expect(kept).toMatchObject([
      { requirement: 'request.bk_inst_id.exists', status: 'inconclusive', problem: { kind } },
    ]);
  });
});
