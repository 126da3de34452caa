import { describe, expect, it } from 'vitest';
import { coreReason } from '../../src/report/core-reason.js';
import { decisive, indexRecord } from '../../src/report/evidence.js';
import { groupFailures } from '../../src/report/group-failures.js';
import { groupReasons } from '../../src/report/group-reasons.js';
import { requirementsThat } from '../../src/report/tally.js';
import type { RunRecord } from '../../src/record/record.js';
import { aFollowedRecord, anEarlyRecord } from './a-grouped-record.js';
import { aMixedRecord, aRequirement } from './a-record.js';

function grouped(record: RunRecord): [cause: string, followers: string[]][] {
  return groupFailures(requirementsThat(record, 'failed'), indexRecord(record)).map(
    ({ cause, followers }) => [cause.id, followers.map(({ id }) => id)],
  );
}

describe('groupFailures', () => {
  it('puts the cause before what it explains', () => {
    expect(grouped(aFollowedRecord())).toEqual([
      ['response.body.json', ['endpoint.method', 'effect.created']],
    ]);
  });

  it('keeps apart what is broken independently', () => {
    expect(grouped(aMixedRecord())).toEqual([
      ['response.code.type', []],
      ['request.bk_inst_id.required', []],
    ]);
  });

  it('keeps apart what other exchanges show', () => {
    const record = aFollowedRecord();
    const elsewhere = record.requirements.map((result) =>
      result.id === 'effect.created' ? { ...result, cases: [], evidence: [1] } : result,
    );
    expect(grouped({ ...record, requirements: elsewhere })).toEqual([
      ['response.body.json', ['endpoint.method']],
      ['effect.created', []],
    ]);
  });
});

describe('groupReasons', () => {
  it('tells a reason once, without what differs', () => {
    const [only, ...others] = groupReasons(requirementsThat(aFollowedRecord(), 'inconclusive'));
    expect(others).toEqual([]);
    expect(only?.results).toHaveLength(5);
    expect(only?.reason).toEqual({
      en: 'it was refused, and so was its twin',
      zh: '被拒绝，对照请求也被拒绝',
    });
  });

  it('keeps a reason whole where all have it word for word', () => {
    const [only] = groupReasons(anEarlyRecord().requirements);
    expect(only?.reason.en).toBe('the run ended early: 3 creations ran into a time-out');
  });

  it('leaves a reason that has neither experiment nor number', () => {
    expect(coreReason({ en: 'no case exercised it', zh: '没有用例验证它' })).toEqual({
      en: 'no case exercised it',
      zh: '没有用例验证它',
    });
  });
});

describe('decisive', () => {
  it('is the first of the evidence, which the reason speaks of, even if it was only setting up', () => {
    const index = indexRecord(aFollowedRecord());
    const result = aRequirement({ status: 'failed', evidence: [2, 3] });
    expect(decisive(index, result)?.exchange.n).toBe(2);
  });
});
