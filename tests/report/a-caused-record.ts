import type { Problem } from '../../src/record/problem.js';
import type { CaseResult, RequirementResult, RunRecord } from '../../src/record/record.js';
import { aRecord, aRequirement } from './a-record.js';
import { aCase, anExchange } from './an-exchange.js';

const SHOULD = ['request.metadata.label.values', 'request.metadata.label.bk_biz_id.nonempty'];

/** The rules about a member that the server ignores, and what it holds. */
export const IGNORED = [
  'request.metadata.required',
  'request.metadata.type',
  'request.metadata.label.required',
  'request.metadata.label.type',
  'request.metadata.label.values',
  'request.metadata.label.bk_biz_id.required',
  'request.metadata.label.bk_biz_id.type',
  'request.metadata.label.bk_biz_id.nonempty',
];

/** A failed requirement whose one case was accepted; each creation has its own id. */
export function taken(id: string, at: number): { result: RequirementResult; of: CaseResult } {
  const problem: Problem = { kind: 'created-all-the-same', ids: [String(1041 + at)] };
  const parts = id.split('.');
  const member = parts.slice(1, -1).join('.');
  const of = aCase({
    id: `${parts.at(-1) === 'required' ? 'missing-field' : 'wrong-type'}.${member}.at ${at}`,
    title: { en: `${member} at fault ${at}`, zh: `${member} 的错误 ${at}` },
    requirements: [id],
    status: 'failed',
    problem,
    exchanges: [
      anExchange({ n: 10 + at * 2, purpose: 'request', change: { [`fault_${at}`]: null } }),
      anExchange({ n: 11 + at * 2, purpose: 'twin' }),
    ],
  });
  const result = aRequirement({
    id,
    level: SHOULD.includes(id) ? 'should' : 'must',
    title: { en: `The rule ${id}.`, zh: `规则 ${id}。` },
    status: 'failed',
    cases: [of.id],
    evidence: [10 + at * 2],
    problem,
    trial: of.id,
    times: { deciding: 1, judged: 1 },
  });
  return { result, of };
}

/**
 * A record as real servers leave it: `metadata` is ignored, which breaks six rules and two
 * recommendations; a case about all members at once passed; another rule is broken on its own.
 */
export function anIgnoringRecord(): RunRecord {
  const broken = IGNORED.map(taken);
  const passed = aRequirement({ id: 'request.bk_inst_id.required' });
  const all = aCase({
    id: 'missing-field.all members.absent',
    requirements: ['request.bk_inst_id.required', 'request.metadata.required'],
    exchanges: [anExchange({ n: 2, purpose: 'request', change: { x: 1 } })],
  });
  const own = aRequirement({
    id: 'response.code.type',
    status: 'failed',
    evidence: [2],
    problem: { kind: 'wrong-type', at: 'code', expected: 'int64', found: 'string' },
  });
  return aRecord({
    outcome: 'nonconformant',
    exitCode: 1,
    requirements: [passed, ...broken.map(({ result }) => result), own],
    cases: [all, ...broken.map(({ of }) => of)],
  });
}
