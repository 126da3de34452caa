import { CREATION } from '../../src/judge/creation.js';
import { describe, expect, it } from 'vitest';
import { gravest, judgeOutcome, judgeRequirement } from '../../src/record/roll-up.js';
import type { CaseFinding } from '../../src/record/roll-up.js';
import type { RequirementResult, Status } from '../../src/record/record.js';
import { EXIT_CODES, exitCodeOf } from '../../src/record/exit-code.js';

const requirement = {
  id: 'request.x.required',
  level: 'must',
  source: { path: 'docs/api/x.md', line: 3, quote: 'x' },
  title: { en: 'X is required.', zh: 'x 必填。' },
} as const;
const unexercised = { en: 'no case of this run exercised it', zh: '没有用例覆盖它' };

function finding(status: CaseFinding['status'], more: Partial<CaseFinding> = {}): CaseFinding {
  return {
    requirement: requirement.id,
    status,
    experiment: { en: `x ${status}`, zh: `x ${status}` },
    evidence: [1],
    caseId: 'missing-field.x.absent',
    ...(status === 'passed' ? {} : { reason: { en: `${status} it is`, zh: `${status} 了` } }),
    ...more,
  };
}

function roll(findings: readonly CaseFinding[], declared: readonly string[] = []) {
  return judgeRequirement(requirement, findings, declared, unexercised);
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
  it('is inconclusive where nothing was found', () => {
    expect(roll([], ['a.case'])).toEqual({
      id: requirement.id,
      level: 'must',
      title: requirement.title,
      source: requirement.source,
      status: 'inconclusive',
      cases: ['a.case'],
      evidence: [],
      reason: unexercised.en,
      reasonZh: unexercised.zh,
    });
  });

  it('is passed with the cases that name it', () => {
    const result = roll([finding('passed', { caseId: 'other.case' })], ['a.case', 'b.case']);
    expect(result).toMatchObject({ status: 'passed', cases: ['a.case', 'b.case'], evidence: [] });
    expect(result).not.toHaveProperty('reason');
    expect(result).not.toHaveProperty('reasonZh');
    expect(result).not.toHaveProperty('flaky');
  });

  it('is failed with the cases in which it came up, and their exchanges', () => {
    const findings = [
      finding('passed', { evidence: [9], caseId: 'fine.case' }),
      finding('failed', { evidence: [3, 4], caseId: 'b.case' }),
      finding('failed', { evidence: [4, 5], caseId: 'c.case' }),
      finding('inconclusive', { evidence: [8], caseId: 'd.case' }),
    ];
    expect(roll(findings, ['a.case', 'b.case'])).toMatchObject({
      status: 'failed',
      cases: ['a.case', 'b.case', 'c.case'],
      evidence: [3, 4, 5],
      reason: 'x failed: failed it is (and 1 more)',
      reasonZh: 'x failed：failed 了（另有 1 处）',
    });
  });

  it('keeps 20 exchanges', () => {
    const evidence = Array.from({ length: 21 }, (_, n) => n);
    expect(roll([finding('failed', { evidence })]).evidence).toEqual(evidence.slice(0, 20));
  });

  it('does not name the preflight as a case', () => {
    expect(roll([finding('failed', { caseId: 'preflight' })], ['a.case']).cases).toEqual([
      'a.case',
    ]);
  });

  it('is not applicable with the reason, without evidence', () => {
    expect(roll([finding('not-applicable')])).toMatchObject({
      status: 'not-applicable',
      evidence: [],
      reason: 'x not-applicable: not-applicable it is',
      reasonZh: 'x not-applicable：not-applicable 了',
    });
  });

  it('gives the evidence of what is inconclusive', () => {
    expect(roll([finding('inconclusive', { evidence: [6] })])).toMatchObject({
      status: 'inconclusive',
      evidence: [6],
      reason: 'x inconclusive: inconclusive it is',
    });
  });

  it('names the experiment in Chinese, but not that of a creation', () => {
    expect(roll([finding('failed', { experiment: { en: 'x null', zh: 'x 为 null' } })])).toEqual(
      expect.objectContaining({
        reason: 'x null: failed it is',
        reasonZh: 'x 为 null：failed 了',
      }),
    );
    expect(roll([finding('failed', { experiment: CREATION })])).toMatchObject({
      reason: 'failed it is',
      reasonZh: 'failed 了',
    });
  });

  it('falls back on what it knows where a finding has no reason', () => {
    const bare: CaseFinding = {
      ...finding('passed'),
      status: 'failed',
      experiment: { en: 'x failed', zh: 'x failed' },
    };
    expect(roll([bare]).reason).toBe(`x failed: ${unexercised.en}`);
  });
});

describe('flaky', () => {
  const same = { experiment: { en: 'x absent', zh: 'x absent' } };

  it('is a requirement whose experiment failed and passed', () => {
    const findings = [
      finding('passed', same),
      finding('failed', same),
      finding('passed', same),
      finding('inconclusive', same),
    ];
    expect(roll(findings)).toMatchObject({
      status: 'failed',
      flaky: true,
      reason: 'flaky, 1 of 3 times: x absent: failed it is',
      reasonZh: '时好时坏，3 次中有 1 次：x absent：failed 了',
    });
  });

  it('is none whose experiments differ in their verdicts', () => {
    expect(roll([finding('passed'), finding('failed')])).not.toHaveProperty('flaky');
    expect(roll([finding('failed', same), finding('failed', same)])).not.toHaveProperty('flaky');
  });

  it('is none that is only inconclusive at times', () => {
    const findings = [finding('inconclusive', same), finding('passed', same)];
    const result = roll(findings);
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
    ['nothing at all', [], 'conformant', 'conformant'],
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

describe('exitCodeOf', () => {
  it('is the outcome’s, or 4 where the target can’t be talked to', () => {
    expect(exitCodeOf('conformant', false)).toBe(0);
    expect(exitCodeOf('nonconformant', false)).toBe(1);
    expect(exitCodeOf('incomplete', false)).toBe(3);
    expect(exitCodeOf('incomplete', true)).toBe(4);
    expect([EXIT_CODES.usage, EXIT_CODES.internal]).toEqual([2, 5]);
  });
});
