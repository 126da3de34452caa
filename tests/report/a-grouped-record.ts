import type { Problem } from '../../src/record/problem.js';
import type { CaseResult, RequirementResult, RunRecord } from '../../src/record/record.js';
import { aRecord, aRequirement } from './a-record.js';
import { aCase, anExchange } from './an-exchange.js';

const PAGE = '<html><title>502</title></html>';

/** A record of a target whose successes are pages: one cause, two followers, five open rules. */
export function aFollowedRecord(): RunRecord {
  const setup = anExchange({ n: 2, purpose: 'setup', answer: PAGE });
  const sent = anExchange({ n: 3, purpose: 'request', answer: PAGE });
  const failed = (
    id: string,
    title: string,
    problem: Problem,
    evidence: number[],
  ): RequirementResult =>
    aRequirement({
      id,
      title: { en: title, zh: title },
      status: 'failed',
      cases: ['success.plain'],
      evidence,
      problem,
      trial: 'valid',
      times: { deciding: evidence.length, judged: 10 },
    });
  const open = ['a', 'b', 'c', 'd', 'e'].map((name, at) =>
    aRequirement({
      id: `request.${name}.required`,
      status: 'inconclusive',
      problem: { kind: 'twin-not-accepted' },
      trial: `missing-field.${name}.absent`,
      times: { deciding: 1 + at, judged: 0 },
    }),
  );
  return aRecord({
    outcome: 'nonconformant',
    exitCode: 1,
    requirements: [
      failed(
        'endpoint.method',
        'The endpoint takes POST.',
        { kind: 'no-well-formed-failure', members: ['result'] },
        [2, 3],
      ),
      failed('effect.created', 'It is created.', { kind: 'not-created' }, [3]),
      ...open,
      failed(
        'response.body.json',
        'The answer is JSON.',
        { kind: 'not-json', words: 'no value', offset: 0 },
        [2, 3],
      ),
    ],
    housekeeping: [setup],
    cases: [
      aCase({ id: 'success.plain', category: 'success', status: 'failed', exchanges: [sent] }),
    ],
  });
}

/** A conformant record in which a recommendation was not kept, in a case that exercises a `must` too. */
export function aWarnedRecord(): RunRecord {
  const of: CaseResult = aCase({
    id: 'envelope.request_id',
    category: 'envelope',
    status: 'failed',
    requirements: ['response.request_id.present', 'convention.request_id.fresh'],
    exchanges: [anExchange({ n: 2, purpose: 'request' })],
    problem: { kind: 'request-id-again', id: 'f00d' },
  });
  return aRecord({
    requirements: [
      aRequirement({ id: 'response.request_id.present', cases: [of.id] }),
      aRequirement({
        id: 'convention.request_id.fresh',
        level: 'should',
        status: 'failed',
        cases: [of.id],
        evidence: [2],
        problem: { kind: 'request-id-again', id: 'f00d' },
      }),
    ],
    cases: [of],
  });
}

/** A record of a run that ended early: every rule is open for the same reason. */
export function anEarlyRecord(rules = 40): RunRecord {
  return aRecord({
    outcome: 'incomplete',
    exitCode: 3,
    ended: {
      kind: 'creations-exhausted',
      number: 3,
      fault: 'timeout',
      words: 'no first byte within 10000 ms',
    },
    partial: { part: { kind: 'ended' }, command: 'npx cmdb-conformance run' },
    requirements: Array.from({ length: rules }, (_, at) =>
      aRequirement({
        id: `request.m${at}.required`,
        status: 'inconclusive',
        problem: { kind: 'run-ended' },
      }),
    ),
  });
}

/** A record of two endpoints that have requirements and cases of the same ids. */
export function aSeveralRecord(): RunRecord {
  const other = 'create_thing';
  const broken = anExchange({ n: 3, purpose: 'request', endpoint: other, change: { name: null } });
  const [id, title] = ['request.name.required', { en: 'name is required', zh: 'name 必填' }];
  const fine = aCase({
    id: 'missing-field.name.absent',
    requirements: [id],
    exchanges: [anExchange({ n: 2, purpose: 'request' })],
  });
  const failed = aCase({
    ...fine,
    endpoint: other,
    status: 'failed',
    problem: { kind: 'created-all-the-same', ids: ['77'] },
    exchanges: [broken],
    also: [2],
  });
  const base = aRecord();
  return aRecord({
    outcome: 'nonconformant',
    exitCode: 1,
    endpoints: [
      ...base.endpoints,
      { endpoint: other, thing: { en: 'host', zh: '主机' }, ground: { model: 'bk_host' } },
    ],
    requirements: [
      aRequirement({ id, title, cases: [fine.id] }),
      aRequirement({
        endpoint: other,
        id,
        title,
        status: 'failed',
        cases: [failed.id],
        evidence: [3],
        problem: { kind: 'created-all-the-same', ids: ['77'] },
        trial: failed.id,
        times: { deciding: 1, judged: 1 },
      }),
      aRequirement({
        endpoint: other,
        id: 'request.name.type',
        status: 'inconclusive',
        problem: { kind: 'not-created' },
      }),
    ],
    cases: [fine, failed],
  });
}
