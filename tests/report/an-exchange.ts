import type { CaseResult, RecordedExchange, RunRecord, Status } from '../../src/record/record.js';

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
  const endpoint = it.endpoint ?? 'add_instance_association';
  const path = `/api/c/compapi/v2/cc/${endpoint}/`;
  const body =
    it.purpose === 'lookup'
      ? '{"bk_app_code":"esb_test","bk_app_secret":"<bk_app_secret>","bk_username":"admin","condition":{"bk_obj_asst_id":"bk_switch_belong_bk_host"}}'
      : JSON.stringify({ ...VALID, ...it.change });
  const answer =
    it.answer ?? (it.purpose === 'lookup' ? ROWS : it.change === undefined ? ACCEPTED : REFUSED);
  const at = new Date(Date.UTC(2026, 2, 4, 5, 6, 7) + it.n * 4);
  return {
    n: it.n,
    endpoint,
    purpose: it.purpose,
    startedAt: at.toISOString(),
    durationMs: 3 + (it.n % 5),
    sent: {
      method: it.method ?? 'POST',
      path,
      headers: { 'content-type': 'application/json', 'user-agent': 'cmdb-conformance/0.1.0' },
      body,
    },
    curl: `curl -sS -X POST "$CMDB_BASE_URL${path}" -H 'content-type: application/json' --data-raw '${body.replace('<bk_app_secret>', `'"$BK_APP_SECRET"'`)}'`,
    ...(it.fault === undefined
      ? {
          answer: {
            status: 200,
            headers: [
              ['Content-Type', 'application/json; charset=utf-8'],
              ['X-Request-Id', `r-${it.n}`],
            ],
            body: answer,
            bodyBytes: Buffer.byteLength(answer),
          },
        }
      : { fault: { kind: 'broken', message: it.fault } }),
  };
}

/** A case's result; `over` replaces what matters to the test. */
export function aCase(over: Partial<CaseResult> = {}): CaseResult {
  return {
    id: 'missing-field/bk_inst_id.absent',
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
