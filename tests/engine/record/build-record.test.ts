import { describe, expect, it } from 'vitest';
import { buildRecord } from '../../../src/engine/record/build-record.js';
import type { RecordParts } from '../../../src/engine/record/build-record.js';
import type { EndpointParts } from '../../../src/engine/record/judged-requirements.js';
import { keepFindings } from '../../../src/engine/journal.js';
import type { Run } from '../../../src/engine/run.js';
import type { RecordedExchange } from '../../../src/record/exchange.js';
import type { CaseResult, RunRecord } from '../../../src/record/record.js';
import { FRAME, aBareRun } from '../a-bare-run.js';
import { VALID } from '../../config/some-settings.js';

const SECRET = VALID['BK_APP_SECRET'] ?? '';
const ADD = 'add_instance_association';
const REQUIRED = 'request.bk_inst_id.required';
const COLD = `colder than ${SECRET}`;

function anExchange(n: number): RecordedExchange {
  return {
    ...{ n, endpoint: ADD, purpose: 'request', atMs: n, durationMs: 1 },
    sent: { method: 'POST', path: '/add/', headers: { accept: 'x' }, body: `{"n":${n}}` },
    answer: { status: 200, headers: [['server', 'a']], body: '{}' },
  };
}

function aResult(id: string, ...exchanges: RecordedExchange[]): CaseResult {
  return {
    ...{ endpoint: ADD, id, category: 'missing-field', title: { en: id, zh: id } },
    ...{ requirements: [REQUIRED], status: 'passed', durationMs: 1, exchanges },
  };
}

/** One endpoint of a run, of which nothing was found. */
function anEndpoint(run: Run, ...results: CaseResult[]): EndpointParts {
  return { outline: run.subject.outline, run, hasEffect: true, results };
}

/** The record of a run's parts, and of what else is said of it. */
function record(
  run: Run,
  endpoints: readonly EndpointParts[],
  more: Partial<RecordParts> = {},
): RunRecord {
  const planned = endpoints.flatMap(({ results }) => results).length;
  return buildRecord({
    ...{ tools: run.tools, endpoints, frame: FRAME, ended: undefined, planned, full: true },
    ...{ hasApiAnswered: true, profiles: [], errata: [] },
    ...{ startedAt: Date.UTC(2026, 0, 31), durationMs: 12.6 },
    ...more,
  });
}

function verdictOn({ requirements }: RunRecord, id: string, endpoint = ADD) {
  return requirements.find((one) => one.id === id && one.endpoint === endpoint);
}

describe('a record', () => {
  it('has each exchange once, with the case that made it first; the others say that they share it', () => {
    const run = aBareRun();
    const [one, two, twin, before] = [anExchange(2), anExchange(3), anExchange(4), anExchange(1)];
    run.journal.housekeeping.push(before);
    const { cases, housekeeping, counts } = record(run, [
      anEndpoint(run, aResult('a', one, twin), aResult('b', two, twin), aResult('c', twin)),
    ]);
    expect(cases.map(({ id, exchanges, also }) => [id, exchanges.map(({ n }) => n), also])).toEqual(
      [
        ['a', [2, 4], undefined],
        ['b', [3], [4]],
        ['c', [], [4]],
      ],
    );
    expect(housekeeping.map(({ n }) => n)).toEqual([1]);
    expect(counts.exchanges).toBe(4);
  });

  it('says once what all its exchanges have in common', () => {
    const run = aBareRun();
    run.journal.housekeeping.push(anExchange(1));
    const { cases, housekeeping, usual } = record(run, [
      anEndpoint(run, aResult('a', anExchange(2))),
    ]);
    expect(usual).toEqual({
      requests: { [ADD]: { method: 'POST', path: '/add/', headers: { accept: 'x' } } },
      answerHeaders: [['server', 'a']],
    });
    for (const { sent, answer } of [...housekeeping, ...(cases[0]?.exchanges ?? [])]) {
      expect(Object.keys(sent)).toEqual(['body']);
      expect(answer).toEqual({ status: 200, body: '{}' });
    }
  });

  it('has every requirement of each endpoint, and the conventions of those that are sent something', () => {
    const run = aBareRun();
    const { outline } = run.subject;
    const { requirements, endpoints } = record(run, [
      anEndpoint(run),
      { outline: { ...outline, endpoint: 'other' }, run: undefined, hasEffect: false, results: [] },
    ]);
    const own = outline.requirements.map(({ id }) => id);
    const shared = run.tools.contract.conventions.map(({ id }) => id);
    expect(requirements.map(({ endpoint, id }) => `${endpoint}/${id}`)).toEqual([
      ...[...own, ...shared].map((id) => `${ADD}/${id}`),
      ...own.map((id) => `other/${id}`),
    ]);
    for (const one of requirements.filter(({ endpoint }) => endpoint === 'other')) {
      expect(one).toMatchObject({ status: 'not-applicable', problem: { kind: 'no-effect' } });
    }
    expect(endpoints).toMatchObject([
      { endpoint: ADD, thing: { en: 'association', zh: '关联关系' } },
      { endpoint: 'other', ground: {} },
    ]);
    expect(endpoints[1]).not.toHaveProperty('thing');
  });

  it('says why a requirement has no verdict', () => {
    const run = aBareRun();
    const played = anEndpoint(run, aResult('a', anExchange(1)));
    expect(verdictOn(record(run, [played]), REQUIRED)?.problem).toEqual({ kind: 'undecided' });
    expect(verdictOn(record(run, [played]), 'endpoint.method')).toMatchObject({
      ...{ status: 'inconclusive', problem: { kind: 'not-exercised' }, cases: [] },
    });
    const early = record(run, [played], { ended: { kind: 'limit-endless' } });
    expect(verdictOn(early, REQUIRED)?.problem).toEqual({ kind: 'run-ended' });
  });

  it('counts its verdicts', () => {
    const run = aBareRun();
    const status = 'passed';
    keepFindings(run.journal, 'a', [{ requirement: REQUIRED, status, trial: 'a', evidence: [1] }]);
    const { counts, requirements } = record(run, [anEndpoint(run)]);
    expect(counts).toMatchObject({
      ...{ passed: 1, failed: 0, deviation: 0, 'not-applicable': 0 },
      inconclusive: requirements.length - 1,
    });
  });

  it('has no secret in what a target said', () => {
    const run = aBareRun();
    const said = { code: '1', message: COLD };
    const problem = { kind: 'wrong-cause', said } as const;
    keepFindings(run.journal, 'a', [
      { requirement: REQUIRED, status: 'failed', trial: 'a', problem, evidence: [1] },
    ]);
    run.journal.notes.push({ kind: 'fixture-refused', settings: ['CMDB_INST_ID'], said });
    run.journal.leftovers.push({ kind: 'instance', of: COLD, why: { kind: 'unknown' } });
    const whole = record(
      run,
      [
        anEndpoint(run, {
          ...aResult('a', anExchange(1)),
          problem,
          observed: { did: 'refused', said, status: 200 },
        }),
      ],
      { ended: { kind: 'identities-refused', said } },
    );
    expect(JSON.stringify(whole)).not.toContain(SECRET);
    const hidden = { message: 'colder than <bk_app_secret>' };
    expect(verdictOn(whole, REQUIRED)?.problem).toMatchObject({ said: hidden });
    expect(whole.ended).toMatchObject({ said: hidden });
    expect(whole.notes).toMatchObject([{ said: hidden }]);
    expect(whole.leftovers).toMatchObject([{ of: hidden.message }]);
    expect(whole.cases).toMatchObject([{ problem: { said: hidden }, observed: { said: hidden } }]);
  });
});

describe('the outcome of a record', () => {
  /** A run of which all requirements were found to be kept, but for one. */
  function found(status: 'passed' | 'failed' | 'inconclusive', id = REQUIRED): Run {
    const run = aBareRun();
    const all = [...run.subject.outline.requirements, ...run.tools.contract.conventions];
    keepFindings(
      run.journal,
      'a',
      all.map((one) => ({
        requirement: one.id,
        status: one.id === id ? status : 'passed',
        trial: 'a',
        evidence: [],
      })),
    );
    return run;
  }
  const outcomeOf = (run: Run, more: Partial<RecordParts> = {}) => {
    const { outcome, exitCode, partial } = record(run, [anEndpoint(run, aResult('a'))], more);
    return { outcome, exitCode, part: partial?.part };
  };

  it('is what its requirements say', () => {
    const [conformant, broken, open] = [found('passed'), found('failed'), found('inconclusive')];
    expect(outcomeOf(conformant)).toEqual({ outcome: 'conformant', exitCode: 0 });
    expect(outcomeOf(broken)).toEqual({ outcome: 'nonconformant', exitCode: 1 });
    expect(outcomeOf(open)).toEqual({ outcome: 'incomplete', exitCode: 3 });
  });

  it('of a broken recommendation counts where that is asked for', () => {
    const run = found('failed', 'convention.content_type');
    expect(outcomeOf(run).outcome).toBe('conformant');
    const strict = { frame: { ...FRAME, strict: true } };
    expect(outcomeOf(run, strict)).toMatchObject({ outcome: 'nonconformant', exitCode: 1 });
  });

  it('of a part is incomplete, unless a rule is broken in it', () => {
    const part = { kind: 'chosen', cases: 1 };
    const chosen = { outcome: 'incomplete', exitCode: 3, part };
    expect(outcomeOf(found('passed'), { full: false })).toEqual(chosen);
    expect(outcomeOf(found('passed'), { planned: 2 })).toEqual(chosen);
    expect(outcomeOf(found('failed'), { full: false })).toEqual({
      ...{ outcome: 'nonconformant', exitCode: 1, part },
    });
  });

  it('of a run that ended early is incomplete, and says so', () => {
    const ended = { kind: 'interrupted', by: 'SIGINT' } as const;
    expect(outcomeOf(found('passed'), { ended })).toEqual({
      ...{ outcome: 'incomplete', exitCode: 3, part: { kind: 'ended' } },
    });
    const run = found('passed');
    const { partial, ended: why } = record(run, [anEndpoint(run)], { ended });
    expect(partial?.command).toBe(FRAME.fullCommand);
    expect(why).toEqual(ended);
  });

  it.each([
    [{ kind: 'no-connection', fault: 'unreachable', words: 'ECONNREFUSED' }, false, 4],
    [{ kind: 'identities-refused', said: { message: 'who are you?' } }, true, 4],
    [{ kind: 'target-silent', fault: 'reset', words: 'ECONNRESET' }, false, 4],
    [{ kind: 'lookups-unusable' }, false, 4],
    [{ kind: 'fixture-mismatched', of: 'x', mismatches: [] }, true, 2],
  ] as const)('is none where nothing could be judged (%j)', (ended, hasApiAnswered, exitCode) => {
    expect(outcomeOf(found('failed'), { ended, hasApiAnswered })).toMatchObject({
      outcome: 'incomplete',
      exitCode,
    });
  });

  it('is kept where the API answered before it no longer did', () => {
    const ended = { kind: 'target-silent', fault: 'reset', words: 'ECONNRESET' } as const;
    expect(outcomeOf(found('failed'), { ended }).exitCode).toBe(1);
    expect(outcomeOf(found('passed'), { ended }).exitCode).toBe(3);
  });
});
