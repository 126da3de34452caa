import type { RecordedExchange } from '../../src/record/exchange.js';
import type { RunRecord } from '../../src/record/record.js';
import { aRecord, aRequirement } from './a-record.js';
import { aCase, anExchange } from './an-exchange.js';

const CASES = 195;
const EXCHANGES = 1850;
const REQUIREMENTS = 77;
/** What an ESB adds to answers, and what differs from one to the next. */
const DATE = 'Wed, 04 Mar 2026 05:06:';

/** A record of the size of a default run: its exchanges differ as those of a run do. */
export function aFullRecord(): RunRecord {
  let n = 1;
  const next = (at: number): RecordedExchange => {
    n += 1;
    const lookup = n % 2 === 0;
    const made = anExchange({
      n,
      purpose: lookup ? 'lookup' : n % 3 === 0 ? 'twin' : 'request',
      endpoint: lookup ? 'find_instance_association' : 'add_instance_association',
      change: { bk_inst_id: 100 + at, bk_asst_inst_id: 300 + (n % 9), [`member_${at}`]: null },
      answer: `{"result": true, "code": 0, "data": {"id": ${1000 + n}}, "message": "success", "permission": null, "request_id": "${hex(n)}"}`,
    });
    const headers = [
      ['Date', `${DATE}${String(n % 60).padStart(2, '0')} GMT`],
      ['Content-Length', String(130 + (n % 7))],
    ] as const;
    return { ...made, ...(made.answer && { answer: { ...made.answer, headers } }) };
  };
  const count = Math.floor(EXCHANGES / CASES);
  const cases = Array.from({ length: CASES }, (_, at) =>
    aCase({
      id: `missing-field.member_${at}.with another middle character`,
      title: {
        en: `member_${at} with another middle character`,
        zh: `member_${at} 中间换成另一个字符`,
      },
      requirements: [`request.member_${at % REQUIREMENTS}.required`],
      status: at % 10 === 0 ? 'failed' : 'passed',
      ...(at % 10 === 0 && { problem: { kind: 'created-all-the-same', ids: [String(at)] } }),
      exchanges: Array.from({ length: count }, () => next(at)),
    }),
  );
  return aRecord({
    outcome: 'nonconformant',
    requirements: Array.from({ length: REQUIREMENTS }, (_, at) =>
      aRequirement({
        id: `request.member_${at}.required`,
        title: {
          en: `member_${at} is required: a request without it, or with null, is refused.`,
          zh: `member_${at} 必填：缺少它或为 null 的请求会被拒绝。`,
        },
        cases: cases
          .filter((of) => of.requirements.includes(`request.member_${at}.required`))
          .map(({ id }) => id),
        ...(at % 10 === 0 && {
          status: 'failed',
          evidence: [2 + at, 3 + at],
          problem: { kind: 'created-all-the-same', ids: [String(at)] },
        }),
      }),
    ),
    cases,
    housekeeping: Array.from({ length: EXCHANGES - CASES * count }, () => next(0)),
  });
}

/** A fresh id of a request, the same in every run of the tests. */
function hex(n: number): string {
  const digits = (BigInt(n) * 0x9e3779b97f4a7c15n * 0xd1342543de82ef95n).toString(16);
  return digits.padStart(32, '0').slice(-32);
}
