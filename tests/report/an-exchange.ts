import type { RecordedExchange, Usual } from '../../src/record/exchange.js';
import type { CaseResult, RunRecord, Status } from '../../src/record/record.js';

/** The endpoint that the records of the tests are about. */
export const ENDPOINT = 'add_instance_association';

const VALID = {
  bk_app_code: 'esb_test',
  bk_app_secret: '<bk_app_secret>',
  bk_username: 'admin',
  bk_obj_asst_id: 'bk_switch_belong_bk_host',
  bk_inst_id: 11,
  bk_asst_inst_id: 21,
  metadata: { label: { bk_biz_id: '1' } },
};

const REFUSED =
  '{"result":false,"code":1199006,"message":"parameter bk_inst_id is required","data":null,"permission":null,"request_id":"f00d"}';
const ACCEPTED =
  '{"result":true,"code":0,"message":"","data":{"id":9007199254740993},"permission":null,"request_id":"e43da4ef221746868dc4c837d36f3807"}';
const ROWS =
  '{"result":true,"code":0,"message":"","data":[{"id":1037,"bk_obj_asst_id":"bk_switch_belong_bk_host","bk_inst_id":11,"bk_asst_inst_id":21}],"permission":null,"request_id":"beef"}';

/** An exchange, by default an answered one. */
export function anExchange(it: {
  readonly n: number;
  readonly purpose: RecordedExchange['purpose'];
  readonly endpoint?: string;
  readonly method?: string;
  readonly change?: Readonly<Record<string, unknown>> | undefined;
  readonly answer?: string | undefined;
  readonly fault?: string;
}): RecordedExchange {
  const endpoint = it.endpoint ?? ENDPOINT;
  const body =
    it.purpose === 'lookup'
      ? '{"bk_app_code":"esb_test","bk_app_secret":"<bk_app_secret>","bk_username":"admin","condition":{"bk_obj_asst_id":"bk_switch_belong_bk_host"}}'
      : JSON.stringify({ ...VALID, ...it.change });
  const answer =
    it.answer ?? (it.purpose === 'lookup' ? ROWS : it.change === undefined ? ACCEPTED : REFUSED);
  return {
    n: it.n,
    endpoint,
    purpose: it.purpose,
    atMs: it.n * 4,
    durationMs: 3 + (it.n % 5),
    sent: { ...(it.method !== undefined && { method: it.method }), body },
    ...(it.fault === undefined
      ? { answer: { status: 200, headers: [['X-Request-Id', `r-${it.n}`]], body: answer } }
      : { fault: { kind: 'broken', message: it.fault } }),
  };
}

/** What is usual for the endpoints that exchanges of the tests go to. */
export const USUAL: Usual = {
  requests: Object.fromEntries(
    [
      ENDPOINT,
      'find_instance_association',
      'find_object_association',
      'create_thing',
      'find_thing',
    ].map((endpoint) => [
      endpoint,
      {
        method: 'POST',
        path: `/api/c/compapi/v2/cc/${endpoint}/`,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
      },
    ]),
  ),
  answerHeaders: [['Content-Type', 'application/json; charset=utf-8']],
};

/** A case's result; `over` replaces what matters to the test. */
export function aCase(over: Partial<CaseResult> = {}): CaseResult {
  return {
    endpoint: ENDPOINT,
    id: 'missing-field.bk_inst_id.absent',
    category: 'missing-field',
    title: { en: 'bk_inst_id is absent', zh: '缺少 bk_inst_id' },
    requirements: [],
    status: 'passed',
    durationMs: 12,
    exchanges: [],
    ...over,
  };
}

/** The counts that a record's requirements and cases amount to. */
export function counted(record: RunRecord): RunRecord['counts'] {
  const count = (status: Status): number =>
    record.requirements.filter((result) => result.status === status).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    deviation: count('deviation'),
    inconclusive: count('inconclusive'),
    'not-applicable': count('not-applicable'),
    exchanges:
      record.housekeeping.length +
      record.cases.reduce((sum, each) => sum + each.exchanges.length, 0),
  };
}
