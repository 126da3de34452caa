import type { RecordedExchange } from '../../src/record/exchange.js';
import type { Problem } from '../../src/record/problem.js';
import type { RunRecord, Status } from '../../src/record/record.js';
import { aRecord, aRequirement } from './a-record.js';
import { aCase, anExchange, USUAL } from './an-exchange.js';
import { HOSTILE } from './hostile.js';

/** An endpoint’s name is a part of an address; a record may hold anything. */
const NAME = HOSTILE.slice(0, 300);

const PROBLEMS: readonly Problem[] = [
  { kind: 'valid-refused', said: { code: HOSTILE, message: HOSTILE } },
  { kind: 'no-answer', fault: 'broken', words: HOSTILE },
  { kind: 'created-more', found: [{ id: HOSTILE, holds: { [HOSTILE]: HOSTILE } }] },
  { kind: 'not-configured', settings: [HOSTILE, HOSTILE, HOSTILE] },
];

const STATUSES: readonly Status[] = ['failed', 'inconclusive', 'not-applicable', 'deviation'];

/**
 * A record in which every text that a server or a record's writer can choose is hostile.
 *
 * @param several - with a second endpoint, whose name is hostile too
 */
export function aHostileRecord(several = false): RunRecord {
  const hostileExchange: RecordedExchange = {
    ...anExchange({ n: 2, purpose: 'request', change: { bk_inst_id: null } }),
    answer: {
      status: 200,
      headers: [['x-note', HOSTILE]],
      without: [HOSTILE],
      body: `{"message":${JSON.stringify(HOSTILE)}}`,
      bodyBytes: HOSTILE.length,
    },
  };
  const broken: RecordedExchange = {
    ...anExchange({ n: 3, purpose: 'request', answer: HOSTILE }),
    endpoint: NAME,
    sent: { path: HOSTILE, headers: { [HOSTILE]: HOSTILE }, body: HOSTILE },
  };
  const faulty = anExchange({ n: 4, purpose: 'request', fault: HOSTILE });
  const of = aCase({
    status: 'failed',
    title: { en: HOSTILE, zh: HOSTILE },
    requirements: ['request.bk_inst_id.required'],
    problem: { kind: 'not-json', words: HOSTILE, offset: 1 },
    exchanges: [hostileExchange, broken, faulty],
  });
  const observed = aCase({
    id: 'protocol.x',
    category: 'protocol',
    status: 'observed',
    observed: { did: 'refused', said: { message: HOSTILE }, status: 200 },
  });
  const { endpoint } = of;
  const requirements = STATUSES.flatMap((status, at) => [
    aRequirement({
      id: `request.bk_inst_id.required.${status}`,
      status,
      cases: [of.id],
      evidence: [2 + (at % 3)],
      problem: PROBLEMS[at] ?? { kind: 'undecided' },
      trial: of.id,
    }),
    aRequirement({
      endpoint: several ? NAME : endpoint,
      id: `${NAME}.${status}`,
      level: 'should',
      title: { en: HOSTILE, zh: HOSTILE },
      source: { path: NAME, line: 1, quote: HOSTILE },
      status,
      cases: [of.id],
      evidence: [2 + (at % 3)],
      problem: { kind: 'message-says-nothing', message: HOSTILE },
      trial: HOSTILE,
      times: { deciding: 3, judged: 4 },
    }),
  ]);
  return aRecord({
    outcome: 'nonconformant',
    exitCode: 1,
    target: {
      baseUrl: `http://127.0.0.1/${HOSTILE.slice(0, 500)}`,
      embedded: false,
      binding: HOSTILE,
      runId: HOSTILE,
    },
    endpoints: [
      {
        endpoint,
        thing: { en: 'thing', zh: '对象' },
        ground: { [HOSTILE]: HOSTILE, mapping: HOSTILE },
        standIns: { '4711': 'CMDB_INST_ID' },
      },
      ...(several ? [{ endpoint: NAME, ground: { mapping: HOSTILE } }] : []),
    ],
    ended: { kind: 'target-silent', fault: 'reset', words: HOSTILE },
    partial: { part: { kind: 'ended' }, command: HOSTILE },
    requirements,
    cases: [of, observed],
    usual: {
      requests: {
        ...USUAL.requests,
        [NAME]: { method: 'POST', path: HOSTILE, headers: { [HOSTILE]: HOSTILE } },
      },
      answerHeaders: [[HOSTILE, HOSTILE]],
    },
    notes: [
      { kind: 'fixture-not-shown', endpoint: HOSTILE, setting: HOSTILE, value: HOSTILE },
      { kind: 'none-made', why: { kind: 'not-made', endpoint: HOSTILE, of: HOSTILE } },
    ],
    leftovers: [
      { kind: HOSTILE, of: HOSTILE, id: HOSTILE, why: { kind: 'not-removed', name: HOSTILE } },
    ],
  });
}
