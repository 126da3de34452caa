import { describe, expect, it } from 'vitest';
import type { CaseFinding } from '../../src/record/finding.js';
import type { Problem } from '../../src/record/problem.js';
import type { RequirementResult, Status } from '../../src/record/record.js';
import { gravest, judgeOutcome, judgeRequirement } from '../../src/record/roll-up.js';

const requirement = {
  id: 'request.x.required',
  level: 'must',
  source: { path: 'docs/api/x.md', line: 3, quote: 'x' },
  title: { en: 'X is required.', zh: 'x 必填。' },
} as const;
const unexercised: Problem = { kind: 'not-exercised' };

/** A finding whose problem tells it from the others. */
function finding(status: CaseFinding['status'], more: Partial<CaseFinding> = {}): CaseFinding {
  const problem: Problem = { kind: 'created-all-the-same', ids: [status] };
  return {
    requirement: requirement.id,
    status,
    trial: `trial ${status}`,
    evidence: [1],
    caseId: 'missing-field.x.absent',
    ...(status === 'passed' ? {} : { problem }),
    ...more,
  };
}

function roll(findings: readonly CaseFinding[], declared: readonly string[] = []) {
  return judgeRequirement('store_thing', requirement, findings, declared, unexercised);
}

describe('gravest', () => {
  it.each([
    [['passed', 'failed', 'inconclusive', 'not-applicable'], 'failed'],
    [['passed', 'inconclusive', 'not-applicable'], 'inconclusive'],
    [['not-applicable', 'passed'], 'passed'],
    [['not-applicable'], 'not-applicable'],
    [[], undefined],
  ] as const)('of %j is %s', (statuses, expected) => {
    expect(gravest(statuses)).toBe(expected);
  });
});

describe('judgeRequirement', () => {
  const base = {
    endpoint: 'store_thing',
    id: requirement.id,
    level: 'must',
    title: requirement.title,
    source: requirement.source,
  };

  it('is inconclusive where nothing was found', () => {
    expect(roll([], ['a.case'])).toEqual({
      ...base,
      status: 'inconclusive',
      cases: ['a.case'],
      evidence: [],
      problem: unexercised,
    });
  });

  it('is passed with the cases that name it', () => {
    const findings = [
      finding('passed', { caseId: 'other.case' }),
      finding('not-applicable', { evidence: [2] }),
    ];
    expect(roll(findings, ['a.case', 'b.case'])).toEqual({
      ...base,
      status: 'passed',
      cases: ['a.case', 'b.case'],
      evidence: [],
    });
  });

  it('is failed with the cases in which it came up, and their exchanges', () => {
    const first: Problem = { kind: 'accepted' };
    const findings = [
      finding('passed', { evidence: [9], caseId: 'fine.case' }),
      finding('failed', { evidence: [3, 4], caseId: 'b.case', problem: first, trial: 'first' }),
      finding('failed', { evidence: [4, 5], caseId: 'c.case' }),
      finding('inconclusive', { evidence: [8], caseId: 'd.case' }),
    ];
    expect(roll(findings, ['a.case', 'b.case'])).toEqual({
      ...base,
      status: 'failed',
      cases: ['a.case', 'b.case', 'c.case'],
      evidence: [3, 4, 5],
      problem: first,
      trial: 'first',
      times: { deciding: 2, judged: 3 },
    });
  });

  it('keeps 20 exchanges', () => {
    const evidence = Array.from({ length: 21 }, (_, n) => n);
    expect(roll([finding('failed', { evidence })]).evidence).toEqual(evidence.slice(0, 20));
  });

  it('does not name the preflight as a case', () => {
    const { cases } = roll([finding('failed', { caseId: 'preflight' })], ['a.case']);
    expect(cases).toEqual(['a.case']);
  });

  it('is not applicable with the problem, without evidence', () => {
    const problem: Problem = { kind: 'not-configured', settings: ['BK_TOKEN'] };
    expect(roll([finding('not-applicable', { problem })])).toEqual({
      ...base,
      status: 'not-applicable',
      cases: ['missing-field.x.absent'],
      evidence: [],
      problem,
      trial: 'trial not-applicable',
      times: { deciding: 1, judged: 0 },
    });
  });

  it('gives the evidence of what is inconclusive', () => {
    const findings = [finding('inconclusive', { evidence: [6] }), finding('passed')];
    expect(roll(findings)).toMatchObject({
      status: 'inconclusive',
      evidence: [6],
      problem: { kind: 'created-all-the-same', ids: ['inconclusive'] },
      trial: 'trial inconclusive',
      times: { deciding: 1, judged: 1 },
    });
  });

  it('falls back on what it knows where a finding has no problem', () => {
    const bare: CaseFinding = { ...finding('passed'), status: 'failed' };
    expect(roll([bare]).problem).toEqual(unexercised);
  });
});

describe('flaky', () => {
  const same = { trial: 'missing-field.x.absent' };

  it('is a requirement one of whose trials failed and passed', () => {
    const findings = [
      finding('passed', same),
      finding('failed', same),
      finding('passed', same),
      finding('inconclusive', same),
    ];
    expect(roll(findings)).toMatchObject({
      status: 'failed',
      flaky: true,
      trial: 'missing-field.x.absent',
      times: { deciding: 1, judged: 3 },
    });
  });

  it('is none whose trials differ in their verdicts', () => {
    expect(roll([finding('passed'), finding('failed')])).not.toHaveProperty('flaky');
    expect(roll([finding('failed', same), finding('failed', same)])).not.toHaveProperty('flaky');
  });

  it('is none that is only inconclusive at times', () => {
    const result = roll([finding('inconclusive', same), finding('passed', same)]);
    expect(result.status).toBe('inconclusive');
    expect(result).not.toHaveProperty('flaky');
  });
});

describe('judgeOutcome', () => {
  const result = (level: 'must' | 'should', status: Status): RequirementResult => ({
    ...roll([]),
    level,
    status,
  });
  const kept = result('must', 'passed');

  it.each([
    ['all kept', [kept, result('should', 'passed')], 'conformant', 'conformant'],
    ['nothing at all', [], 'incomplete', 'incomplete'],
    ['none applicable', [result('must', 'not-applicable')], 'incomplete', 'incomplete'],
    ['a must failed', [kept, result('must', 'failed')], 'nonconformant', 'nonconformant'],
    ['a should failed', [kept, result('should', 'failed')], 'conformant', 'nonconformant'],
    ['a must open', [kept, result('must', 'inconclusive')], 'incomplete', 'incomplete'],
    ['a should open', [kept, result('should', 'inconclusive')], 'conformant', 'incomplete'],
    ['a must not applicable', [kept, result('must', 'not-applicable')], 'conformant', 'conformant'],
    ['a deviation', [kept, result('must', 'deviation')], 'conformant', 'conformant'],
    [
      'a must failed and one open',
      [result('must', 'inconclusive'), result('must', 'failed')],
      'nonconformant',
      'nonconformant',
    ],
  ])('%s', (_name, requirements, expected, strict) => {
    expect(judgeOutcome(requirements, false, false)).toBe(expected);
    expect(judgeOutcome(requirements, false, true)).toBe(strict);
  });

  it('is never conformant where only a part was run', () => {
    expect(judgeOutcome([kept], true, false)).toBe('incomplete');
    expect(judgeOutcome([result('must', 'failed')], true, false)).toBe('nonconformant');
  });
});
