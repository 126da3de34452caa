import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/cases/case.js';
import {
  caseResult,
  decidingFindings,
  judgedFindings,
} from '../../../src/engine/case/case-result.js';
import { keepFindings } from '../../../src/engine/journal.js';
import type { Run } from '../../../src/engine/run.js';
import type { Finding } from '../../../src/record/finding.js';
import { aBareRun } from '../a-bare-run.js';
import { ALL_CASES } from '../all-cases.js';

function caseNamed(id: string): Case {
  const found = ALL_CASES.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
}

const absent = caseNamed('missing-field.bk_inst_id.absent');
const observed = caseNamed('semantics.pair.repeated');
const body = caseNamed('envelope.body');
const REQUIRED = 'request.bk_inst_id.required';
const PLAYED = { exchanges: [], durationMs: 7, observed: undefined };

function finding(status: Finding['status'], more: Partial<Finding> = {}): Finding {
  return {
    ...{ requirement: REQUIRED, status, trial: absent.id, evidence: [1] },
    ...(status === 'passed' ? {} : { problem: { kind: 'accepted' } }),
    ...more,
  };
}

/** A run in which a case found this. */
function having(caseId: string, ...findings: Finding[]): Run {
  const run = aBareRun();
  keepFindings(run.journal, caseId, findings);
  return run;
}

describe('what came of a case', () => {
  it('says whose it is, which it is, and how long it took', () => {
    const { id, category, title, requirements } = absent;
    expect(caseResult(having(id, finding('passed')), absent, PLAYED)).toEqual({
      ...{ endpoint: 'add_instance_association', id, category, title, requirements },
      ...{ status: 'passed', durationMs: 7, exchanges: [] },
    });
  });

  it('is the gravest of its findings, with the problem of that one', () => {
    const late = { kind: 'twin-unanswered' } as const;
    const run = having(
      absent.id,
      finding('passed'),
      finding('inconclusive', { problem: late }),
      finding('failed'),
      finding('failed', { problem: { kind: 'created-all-the-same', ids: ['1'] } }),
    );
    expect(caseResult(run, absent, PLAYED)).toMatchObject({
      status: 'failed',
      problem: { kind: 'accepted' },
    });
    const open = having(absent.id, finding('passed'), finding('inconclusive', { problem: late }));
    expect(caseResult(open, absent, PLAYED)).toMatchObject({
      status: 'inconclusive',
      problem: late,
    });
  });

  it('counts what decides its own requirements only, found in it only', () => {
    const run = having(absent.id, finding('passed'), finding('failed', { requirement: 'other' }));
    keepFindings(run.journal, 'another case', [finding('failed')]);
    expect(caseResult(run, absent, PLAYED).status).toBe('passed');
    expect(decidingFindings(run, absent)).toHaveLength(1);
  });

  it('of the envelope counts every answer, whichever case it came up in', () => {
    const [requirement = ''] = body.requirements;
    const run = having('another case', finding('failed', { requirement }));
    expect(caseResult(run, body, PLAYED).status).toBe('failed');
    expect(decidingFindings(run, body)).toMatchObject([{ caseId: 'another case' }]);
  });

  it('is inconclusive where nothing was found, and says whether the run ended before it', () => {
    const run = aBareRun();
    expect(caseResult(run, absent, PLAYED)).toMatchObject({
      status: 'inconclusive',
      problem: { kind: 'undecided' },
    });
    run.budget.end({ kind: 'interrupted', by: 'SIGINT' });
    expect(caseResult(run, absent, undefined)).toMatchObject({
      ...{ status: 'inconclusive', problem: { kind: 'run-ended' } },
      ...{ durationMs: 0, exchanges: [] },
    });
  });
});

describe('what came of a case without a verdict', () => {
  it('is what the server did, and no problem', () => {
    const did = { did: 'accepted', status: 200 } as const;
    const result = caseResult(aBareRun(), observed, { ...PLAYED, observed: did });
    expect(result).toMatchObject({ status: 'observed', observed: did });
    expect(result).not.toHaveProperty('problem');
  });

  it('is inconclusive where the run ended before it, and nothing is said to be observed', () => {
    const result = caseResult(aBareRun(), observed, undefined);
    expect(result.status).toBe('inconclusive');
    expect(result).not.toHaveProperty('observed');
  });

  it('is inconclusive where nothing was observed', () => {
    expect(caseResult(aBareRun(), observed, PLAYED)).toMatchObject({
      status: 'inconclusive',
      problem: { kind: 'undecided' },
    });
  });
});

describe('a case for which a setting is missing', () => {
  it.each(['bad-auth.both identities.bk_token wrong', 'bad-auth.bk_token.wrong'])(
    'is not applicable, and names the setting (%s)',
    (id) => {
      const run = aBareRun({ BK_TOKEN: undefined });
      expect(caseResult(run, caseNamed(id), PLAYED)).toMatchObject({
        status: 'not-applicable',
        problem: { kind: 'not-configured', settings: ['BK_TOKEN'] },
      });
    },
  );
});

describe('a refusal that passed', () => {
  const said = { code: '1306', message: 'bad secret' };
  const refused = finding('passed', { refusal: { signature: 'of bad credentials', said } });

  it('fails once its words are known to be those for bad credentials, of a target that tells apart', () => {
    const run = having(absent.id, refused);
    expect(caseResult(run, absent, PLAYED).status).toBe('passed');
    run.knowledge.credentialRefusals.note('of bad credentials', {
      role: 'secret',
      wrongValue: true,
    });
    run.knowledge.unknownRefusal = 'of something unknown';
    expect(caseResult(run, absent, PLAYED)).toMatchObject({
      status: 'failed',
      problem: { kind: 'wrong-cause', said },
    });
    expect(judgedFindings(run)).toMatchObject([{ status: 'failed', caseId: absent.id }]);
  });
});
