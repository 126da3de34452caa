import { describe, expect, it } from 'vitest';
import { caseVerdictOf, verdictOf } from '../../src/report/verdict.js';
import { outcomeHeadline } from '../../src/report/sentences/conditions.js';
import { outcomeSentence } from '../../src/report/sentences/outcome.js';
import type { RequirementResult } from '../../src/record/record.js';
import { aRecord, aRequirement } from './a-record.js';

const WAIVER = { endpoint: 'add_it', requirement: 'request.x', reason: 'we never send it' };
const DEVIATION = {
  family: 'cmdb',
  release: 'cmdb-3.12',
  about: { en: 'x is not required', zh: 'x 不是必填' },
  read: 'the handler',
} as const;

const PROBLEM = { kind: 'accepted' } as const;
const waived = aRequirement({ id: 'a', status: 'deviation', problem: PROBLEM, waiver: [WAIVER] });
const known = aRequirement({
  id: 'b',
  status: 'deviation',
  problem: PROBLEM,
  deviation: [DEVIATION],
});
const kept = aRequirement({ id: 'c' });

function headline(requirements: readonly RequirementResult[], releases = {}): string {
  const record = aRecord({ requirements });
  return outcomeHeadline({ ...record, target: { ...record.target, releases } }).en;
}

describe('a declared failure', () => {
  it('is waived where a waiver declares it, whatever else does', () => {
    expect(verdictOf(waived, true)).toBe('waived');
    expect(verdictOf(known, true)).toBe('deviation');
    const both: RequirementResult = { ...waived, deviation: [DEVIATION] };
    expect(verdictOf(both, false)).toBe('waived');
    expect(verdictOf({ ...waived, status: 'failed' }, false)).toBe('failed');
  });

  it('makes its case one, unless something else deviates in it', () => {
    const requirements = new Map([waived, known, kept].map((one) => [one.id, one]));
    const of = (...ids: string[]) => ({ status: 'deviation', requirements: ids }) as const;
    expect(caseVerdictOf(of('a', 'c'), requirements, false)).toBe('waived');
    expect(caseVerdictOf(of('b', 'c'), requirements, false)).toBe('deviation');
    expect(caseVerdictOf(of('a', 'b'), requirements, false)).toBe('deviation');
  });
});

describe('the conditions of an outcome', () => {
  const until = (expires: string) => ({ ...waived, waiver: [{ ...WAIVER, expires }] });

  it.each([
    [[kept], {}, 'Conformant'],
    [[kept], { cmdb: 'cmdb-3.12' }, 'Conformant to CMDB 3.12'],
    [[kept], { esb: 'b' }, 'Conformant to ESB b'],
    [[kept, known], {}, 'Conformant with 1 declared deviation'],
    [[kept, waived, waived], {}, 'Conformant with 2 waivers'],
    [
      [kept, known, known, until('2027-05-01'), until('2027-03-31')],
      { cmdb: 'cmdb-3.12', esb: 'b' },
      'Conformant to CMDB 3.12 behind ESB b, with 2 declared deviations and 2 waivers (until 2027-03-31)',
    ],
  ])('are named (%#)', (requirements, releases, expected) => {
    expect(headline(requirements, releases)).toBe(expected);
  });

  it('are not those of another outcome, which says what it does not count', () => {
    const failed = aRequirement({ id: 'd', status: 'failed', problem: PROBLEM });
    const record = aRecord({ outcome: 'nonconformant', requirements: [failed, known, waived] });
    expect(outcomeHeadline(record).en).toBe('Nonconformant');
    expect(outcomeSentence(record).en).toContain('Not counted: 1 declared deviation and 1 waiver.');
  });

  it('count with --strict where they did not occur', () => {
    const notes = [{ kind: 'stale-waiver', waiver: WAIVER } as const];
    const record = aRecord({ outcome: 'nonconformant', requirements: [kept], notes });
    expect(outcomeSentence(record).en).toMatch(/^1 declaration did not occur, and --strict/);
  });
});
