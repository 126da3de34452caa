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
    reason: string,
    evidence: number[],
  ): RequirementResult =>
    aRequirement({
      id,
      title: { en: title, zh: title },
      status: 'failed',
      cases: ['success.plain'],
      evidence,
      reason,
      reasonZh: reason,
    });
  const open = ['a', 'b', 'c', 'd', 'e'].map((name, at) =>
    aRequirement({
      id: `request.${name}.required`,
      status: 'inconclusive',
      reason: `${name} absent: it was refused, and so was its twin${at === 0 ? '' : ` (and ${at} more)`}`,
      reasonZh: `${name} 缺失：被拒绝，对照请求也被拒绝${at === 0 ? '' : `（另有 ${at} 处）`}`,
    }),
  );
  return aRecord({
    outcome: 'nonconformant',
    exitCode: 1,
    requirements: [
      failed(
        'endpoint.method',
        'The endpoint takes POST.',
        'plain: no success (and 1 more)',
        [2, 3],
      ),
      failed('effect.created', 'It is created.', 'none was created', [3]),
      ...open,
      failed(
        'response.body.json',
        'The answer is JSON.',
        'the body is not JSON (and 1 more)',
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
    reason: 'given before',
    reasonZh: '曾经出现过',
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
        reason: 'given before',
        reasonZh: '曾经出现过',
      }),
    ],
    cases: [of],
  });
}

/** A record of a run that ended early: every rule is open for the same reason. */
export function anEarlyRecord(rules = 40): RunRecord {
  const reason = 'the run ended early: 3 creations ran into a time-out';
  const reasonZh = '运行提前结束：3 次创建超时';
  return aRecord({
    outcome: 'incomplete',
    exitCode: 3,
    partial: { reason, reasonZh, command: 'npx cmdb-conformance run' },
    requirements: Array.from({ length: rules }, (_, at) =>
      aRequirement({ id: `request.m${at}.required`, status: 'inconclusive', reason, reasonZh }),
    ),
  });
}
