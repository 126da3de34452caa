import { describe, expect, it } from 'vitest';
import { declarationsOf, declare } from '../../src/record/declarations.js';
import type { CaseFinding } from '../../src/record/finding.js';
import type { KnownDeviation, Profile } from '../../src/record/profile.js';
import { releasesIn } from '../../src/record/profile.js';
import type { RequirementResult } from '../../src/record/record.js';
import { judgeRequirement } from '../../src/record/roll-up.js';
import { staleNotes } from '../../src/record/stale.js';
import type { Waiver } from '../../src/record/waiver.js';

const ENDPOINT = 'store_thing';
const ID = 'request.x.required';
const NOW = Date.UTC(2027, 2, 31, 23, 59);

function known(more: Partial<KnownDeviation> = {}): KnownDeviation {
  return {
    ...{ endpoint: ENDPOINT, requirement: ID, observed: 'requests without x' },
    problem: { kind: 'created-all-the-same' },
    about: { en: 'x is not required', zh: 'x 不是必填' },
    ...more,
  };
}

function profile(...deviations: KnownDeviation[]): Profile {
  const release = (id: string) => ({ id, observed: true, about: { en: id, zh: id } });
  return {
    ...{ family: 'cmdb', releases: ['r1', 'r2', 'r3', 'r4'].map(release) },
    ...{ deviations, manners: [] },
  };
}

function failed(more: Partial<CaseFinding> = {}): CaseFinding {
  return {
    ...{ requirement: ID, status: 'failed', trial: 'missing-field.x.absent', evidence: [1] },
    ...{ problem: { kind: 'created-all-the-same', ids: ['7'] }, caseId: 'missing-field.x.absent' },
    ...more,
  };
}

function waiver(more: Partial<Waiver> = {}): Waiver {
  return { endpoint: ENDPOINT, requirement: ID, reason: 'we always send it', ...more };
}

/** The status of a finding by what is declared of the release r2. */
function statusOf(finding: CaseFinding, deviations: KnownDeviation[], waivers: Waiver[] = []) {
  const declarations = declarationsOf([profile(...deviations)], { cmdb: 'r2' }, waivers, NOW);
  return declare(ENDPOINT, finding, declarations).status;
}

/** The verdict on the requirement, and what is stale. */
function judge(findings: CaseFinding[], deviations: KnownDeviation[], waivers: Waiver[] = []) {
  const declarations = declarationsOf([profile(...deviations)], { cmdb: 'r2' }, waivers, NOW);
  const marked = findings.map((one) => declare(ENDPOINT, one, declarations));
  const rule = { id: ID, level: 'must', title: { en: 'x', zh: 'x' } } as const;
  const source = { path: 'docs/api/x.md', line: 3, quote: 'x' };
  const undecided = { kind: 'undecided' } as const;
  const result: RequirementResult = judgeRequirement(
    ...([ENDPOINT, { ...rule, source }, marked, [], undecided] as const),
  );
  return { result, stale: staleNotes(result, marked, declarations) };
}

describe('what holds for some releases', () => {
  it.each([
    [{}, ['r1', 'r2', 'r3', 'r4']],
    [{ since: 'r2' }, ['r2', 'r3', 'r4']],
    [{ until: 'r2' }, ['r1', 'r2']],
    [{ since: 'r2', until: 'r3' }, ['r2', 'r3']],
    [{ since: 'unknown' }, []],
    [{ until: 'unknown' }, []],
  ])('%j', (span, expected) => {
    expect(releasesIn(profile(), span)).toEqual(expected);
  });
});

describe('a failure', () => {
  it('deviates in exactly the declared form, and only for the releases that have it', () => {
    expect(statusOf(failed(), [known()])).toBe('deviation');
    expect(statusOf(failed(), [known({ since: 'r3' })])).toBe('failed');
    expect(statusOf(failed(), [known({ until: 'r1' })])).toBe('failed');
    expect(statusOf(failed(), [known({ requirement: 'request.y.required' })])).toBe('failed');
    expect(statusOf(failed(), [known({ endpoint: 'find_thing' })])).toBe('failed');
    expect(statusOf(failed({ problem: { kind: 'accepted' } }), [known()])).toBe('failed');
    expect(statusOf(failed(), [known({ cases: ['missing-field.x.null'] })])).toBe('failed');
    expect(statusOf(failed(), [known({ cases: ['missing-field.x.absent'] })])).toBe('deviation');
  });

  it('has the values that are expected, and may have any other', () => {
    const missing = known({ problem: { kind: 'member-missing', values: { at: 'permission' } } });
    expect(
      statusOf(failed({ problem: { kind: 'member-missing', at: 'permission' } }), [missing]),
    ).toBe('deviation');
    expect(statusOf(failed({ problem: { kind: 'member-missing', at: 'data' } }), [missing])).toBe(
      'failed',
    );
    const said = { kind: 'message-lacks-name', name: 'x', message: 'it is not there: 12' } as const;
    const message = ['no', { pattern: '^it is not there: \\d+$' }];
    const unnamed = known({ problem: { kind: 'message-lacks-name', values: { message } } });
    expect(statusOf(failed({ problem: said }), [unnamed])).toBe('deviation');
    expect(statusOf(failed({ problem: { ...said, message: 'no' } }), [unnamed])).toBe('deviation');
    expect(statusOf(failed({ problem: { ...said, message: 'no!' } }), [unnamed])).toBe('failed');
  });

  it('is all that is declared, but for what nothing decides', () => {
    const open = failed({ status: 'inconclusive' });
    expect(statusOf(open, [known()])).toBe('inconclusive');
    const undecided = failed({ status: 'inconclusive', problem: { kind: 'undecided' } });
    expect(statusOf(undecided, [known({ problem: { kind: 'undecided' } })])).toBe('deviation');
    expect(statusOf(undecided, [], [waiver()])).toBe('inconclusive');
  });
});

describe('a requirement', () => {
  it('deviates where each failure is declared, and says by what', () => {
    const { result, stale } = judge([failed(), failed({ status: 'passed' })], [known()]);
    expect(result.status).toBe('deviation');
    expect(result.deviation).toEqual([
      {
        ...{ family: 'cmdb', release: 'r2', about: known().about },
        observed: 'requests without x',
      },
    ]);
    expect(result.times).toEqual({ deciding: 1, judged: 2 });
    expect(stale).toEqual([]);
  });

  it('still fails by any other problem', () => {
    const other = failed({ problem: { kind: 'accepted' }, trial: 'y', evidence: [9] });
    const { result } = judge([failed(), other], [known()]);
    expect(result).toMatchObject({ status: 'failed', trial: 'y', evidence: [9] });
    expect(result.deviation).toBeUndefined();
  });

  it('is inconclusive where a part of it is', () => {
    const open = failed({ status: 'inconclusive', problem: { kind: 'twin-unanswered' } });
    expect(judge([failed(), open], [known()]).result.status).toBe('inconclusive');
  });
});

describe('what is declared and did not occur', () => {
  const passed = failed({ status: 'passed' });

  it('is stale where the requirement was judged', () => {
    const { stale } = judge([passed], [known()], [waiver()]);
    expect(stale.map(({ kind }) => kind)).toEqual(['stale-deviation', 'stale-waiver']);
    const other = failed({ problem: { kind: 'accepted' } });
    expect(judge([other], [known()]).stale).toHaveLength(1);
  });

  it('is not where it was not, or where it depends on the installation', () => {
    const away = failed({ status: 'not-applicable' });
    const open = failed({ status: 'inconclusive' });
    expect(judge([away], [known()], [waiver()]).stale).toEqual([]);
    expect(judge([open], [known()], [waiver()]).stale).toEqual([]);
    expect(judge([passed], [known({ sometimes: true })]).stale).toEqual([]);
  });
});

describe('a waiver', () => {
  it('is for its case and its kind of problem, where it names them', () => {
    expect(statusOf(failed(), [], [waiver()])).toBe('deviation');
    expect(statusOf(failed(), [], [waiver({ case: 'missing-field.x.absent' })])).toBe('deviation');
    expect(statusOf(failed(), [], [waiver({ case: 'missing-field.x.null' })])).toBe('failed');
    expect(statusOf(failed(), [], [waiver({ problem: 'created-all-the-same' })])).toBe('deviation');
    expect(statusOf(failed(), [], [waiver({ problem: 'accepted' })])).toBe('failed');
  });

  it('holds to the end of its last day in UTC; then the failure counts, and says why', () => {
    expect(statusOf(failed(), [], [waiver({ expires: '2027-03-31' })])).toBe('deviation');
    const expired = waiver({ expires: '2027-03-30' });
    const { result } = judge([failed()], [], [expired]);
    expect(result).toMatchObject({ status: 'failed', waiver: [expired] });
    expect(judge([failed()], [], [expired, waiver()]).result).toMatchObject({
      ...{ status: 'deviation', waiver: [waiver()] },
    });
  });

  it('is not asked where the release is known to do so', () => {
    const { result, stale } = judge([failed()], [known()], [waiver()]);
    expect(result.waiver).toBeUndefined();
    expect(stale).toHaveLength(1);
  });
});
