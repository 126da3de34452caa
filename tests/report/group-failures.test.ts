import { describe, expect, it } from 'vitest';
import { decisive } from '../../src/report/evidence.js';
import { groupFailures, rulesOf } from '../../src/report/group-failures.js';
import { groupReasons } from '../../src/report/group-reasons.js';
import { indexRecord } from '../../src/report/record-index.js';
import { requirementsThat } from '../../src/report/tally.js';
import type { RunRecord } from '../../src/record/record.js';
import { anIgnoringRecord, IGNORED } from './a-caused-record.js';
import { aFollowedRecord, anEarlyRecord } from './a-grouped-record.js';
import { aMixedRecord, aRecord, aRequirement } from './a-record.js';

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

  it('puts what several fail for first, whatever their verdict', () => {
    const record = anIgnoringRecord();
    expect(grouped(record)).toEqual([
      ['request.metadata.required', []],
      ['response.code.type', []],
    ]);
    const index = indexRecord(record);
    const [group, other] = groupFailures(requirementsThat(record, 'failed'), index);
    expect(group && rulesOf(group).map(({ id }) => id)).toEqual(IGNORED);
    expect(other && rulesOf(other)).toHaveLength(1);
    expect(groupFailures(requirementsThat(record, 'warning'), index)).toEqual([]);
  });

  it('keeps apart what is of another endpoint', () => {
    const record = aFollowedRecord();
    const requirements = record.requirements.map((result) =>
      result.id === 'effect.created' ? { ...result, endpoint: 'create_thing' } : result,
    );
    expect(grouped({ ...record, requirements })).toEqual([
      ['response.body.json', ['endpoint.method']],
      ['effect.created', []],
    ]);
  });
});

describe('groupReasons', () => {
  it('tells a reason once, without what differs', () => {
    const record = aFollowedRecord();
    const [only, ...others] = groupReasons(
      requirementsThat(record, 'inconclusive'),
      indexRecord(record),
    );
    expect(others).toEqual([]);
    expect(only?.results).toHaveLength(5);
    expect(only?.reason).toEqual({
      en: 'it was refused, but so was the same request without the fault',
      zh: '请求被拒绝，但去掉该错误后的同一请求同样未成功',
    });
  });

  it('keeps a reason whole where all have it word for word', () => {
    const record = anEarlyRecord();
    const [only] = groupReasons(record.requirements, indexRecord(record));
    expect(only?.reason.en).toMatch(/^the run ended early: 3 creations ran into a time-out/);
  });

  it('keeps apart what has other values, or is of another endpoint', () => {
    const problems = [
      { kind: 'member-missing', at: 'code' },
      { kind: 'member-missing', at: 'data' },
      { kind: 'id-missing' },
    ] as const;
    const results = problems.map((problem) => aRequirement({ status: 'failed', problem }));
    const again = results.map((result) => ({ ...result, endpoint: 'create_thing' }));
    const groups = groupReasons([...results, ...again, ...results], indexRecord(aRecord()));
    expect(groups.map((group) => group.results.length)).toEqual([2, 2, 2, 1, 1, 1]);
  });
});

describe('decisive', () => {
  it('is the first of the evidence, which the reason speaks of, even if it was only setting up', () => {
    const index = indexRecord(aFollowedRecord());
    const result = aRequirement({ status: 'failed', evidence: [2, 3] });
    expect(decisive(index, result)?.exchange.n).toBe(2);
  });
});
