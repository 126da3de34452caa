import type { Text } from '../../src/text.js';
import type { RecordedExchange } from '../../src/record/exchange.js';
import type { Problem } from '../../src/record/problem.js';
import type {
  CaseResult,
  Category,
  RequirementResult,
  RunRecord,
  Status,
} from '../../src/record/record.js';
import { RECORD_FORMAT } from '../../src/record/record.js';
import { aCase, anExchange, counted, ENDPOINT, USUAL } from './an-exchange.js';

const DOCUMENT = 'docs/api/add_instance_association.md';

const MEMBERS = [
  {
    name: 'bk_obj_asst_id',
    line: 33,
    quote: '| bk_obj_asst_id | string | Yes | 模型之间关联关系的唯一id|',
  },
  { name: 'bk_inst_id', line: 34, quote: '| bk_inst_id | int64 | Yes | 源模型实例id|' },
  { name: 'bk_asst_inst_id', line: 35, quote: '| bk_asst_inst_id | int64 | Yes | 目标模型实例id|' },
  { name: 'metadata', line: 36, quote: '| metadata | object | Yes | meta data |' },
] as const;

/** A requirement's result; `over` replaces what matters to the test. */
export function aRequirement(over: Partial<RequirementResult> = {}): RequirementResult {
  return {
    endpoint: ENDPOINT,
    id: 'request.bk_inst_id.required',
    level: 'must',
    title: { en: 'bk_inst_id is required', zh: 'bk_inst_id 必填' },
    source: { path: DOCUMENT, line: 34, quote: MEMBERS[1].quote },
    status: 'passed',
    cases: [],
    evidence: [],
    ...over,
  };
}

/** A record of an ordinary run; `over` replaces what matters to the test. */
export function aRecord(over: Partial<RunRecord> = {}): RunRecord {
  const record: RunRecord = {
    format: RECORD_FORMAT,
    outcome: 'conformant',
    exitCode: 0,
    startedAt: '2026-03-04T05:06:07.008Z',
    durationMs: 1834,
    suite: {
      version: '0.1.0',
      node: 'v20.20.2',
      frontEnd: 'run',
      effort: 'full',
      documents: [{ path: DOCUMENT, sha256: 'ab'.repeat(32) }],
    },
    target: {
      baseUrl: 'http://127.0.0.1:34567',
      embedded: true,
      binding: 'esb',
      runId: '0123456789ab',
    },
    endpoints: [
      {
        endpoint: ENDPOINT,
        thing: { en: 'association', zh: '关联关系' },
        ground: {
          fixture: 'given',
          association: 'bk_switch_default_bk_router',
          models: 'bk_switch → bk_router',
          mapping: 'n:n',
        },
        standIns: { '4711': 'CMDB_INST_ID' },
      },
    ],
    settings: {
      only: [],
      strict: false,
      insecure: false,
      redactUsers: false,
      lookupWaitMs: 3000,
      concurrency: 4,
      limits: {
        connectMs: 5000,
        firstByteMs: 10_000,
        totalMs: 15_000,
        headerBytes: 65_536,
        bodyBytes: 4_194_304,
        expandedBytes: 16_777_216,
      },
      variables: [
        { name: 'BK_APP_CODE', value: 'esb_test', from: 'embedded' },
        { name: 'BK_APP_SECRET', value: '<bk_app_secret>', from: 'embedded' },
        { name: 'CMDB_INST_ID', value: '9007199254740993', from: 'embedded' },
      ],
    },
    requirements: [],
    cases: [],
    usual: USUAL,
    housekeeping: [anExchange({ n: 1, endpoint: 'find_object_association', purpose: 'setup' })],
    exclusions: [
      {
        source: { path: DOCUMENT, line: 24, quote: '新增模型实例之间的关联关系.' },
        reason: {
          en: 'A description of the whole; what it promises is stated member by member below.',
          zh: '对整个接口的概述，其承诺由下文各字段分别约定。',
        },
      },
    ],
    notes: [{ kind: 'one-refusal' }],
    leftovers: [],
    counts: {
      passed: 0,
      failed: 0,
      deviation: 0,
      inconclusive: 0,
      'not-applicable': 0,
      exchanges: 0,
    },
    ...over,
  };
  return { ...record, counts: counted(record) };
}

interface Row {
  readonly id: string;
  readonly level: 'must' | 'should';
  readonly category: Category;
  readonly title: Text;
  readonly line: number;
  readonly quote: string;
  readonly status?: Status;
  readonly problem?: Problem;
  readonly change?: Readonly<Record<string, unknown>>;
  readonly answer?: string;
}

const BROKEN =
  '{"result":true,"code":0,"message":"","data":{"id":1041},"permission":null,"request_id":"e43da4ef"}';

function rows(): readonly Row[] {
  const required = MEMBERS.flatMap(({ name, line, quote }): Row[] => [
    {
      id: `request.${name}.required`,
      level: 'must',
      category: 'missing-field',
      title: { en: `${name} is required`, zh: `${name} 必填` },
      line,
      quote,
      change: { [name]: undefined },
      ...(name === 'bk_inst_id' && {
        status: 'failed',
        problem: { kind: 'created-all-the-same', ids: ['1041'] },
        answer: BROKEN,
      }),
    },
    {
      id: `request.${name}.type`,
      level: 'must',
      category: 'wrong-type',
      title: { en: `${name} has its documented type`, zh: `${name} 的类型与文档一致` },
      line,
      quote,
      change: { [name]: [11] },
    },
  ]);
  const envelope = ['result', 'code', 'message', 'data', 'permission', 'request_id'].map(
    (name, at): Row => ({
      id: `response.${name}.type`,
      level: 'must',
      category: 'envelope',
      title: { en: `${name} has its documented type`, zh: `${name} 的类型与文档一致` },
      line: 95 + at,
      quote: `| ${name} | ${name === 'code' ? 'int' : 'string'} | 返回字段 |`,
      ...(name === 'code' && {
        status: 'failed',
        problem: { kind: 'wrong-type', at: 'code', expected: 'int64', found: 'string' },
        answer: BROKEN.replace('"code":0', '"code":"0"'),
      }),
    }),
  );
  return [
    {
      id: 'effect.association.created',
      level: 'must',
      category: 'success',
      title: {
        en: 'What was created is found under the returned id',
        zh: '创建的关联可按返回的 id 查到',
      },
      line: 24,
      quote: '新增模型实例之间的关联关系.',
    },
    {
      id: 'id.not-reused',
      level: 'should',
      category: 'success',
      title: { en: 'An id is not given again after its deletion', zh: 'id 删除后不再被复用' },
      line: 106,
      quote: '|id|int64|新增的实例关联关系身份id|',
      status: 'deviation',
      problem: { kind: 'id-given-again', id: '1042' },
    },
    ...required,
    {
      id: 'auth.bk_app_secret.verified',
      level: 'must',
      category: 'bad-auth',
      title: { en: 'bk_app_secret is verified', zh: 'bk_app_secret 会被校验' },
      line: 19,
      quote:
        '| bk_app_secret| string | 是 | 安全密钥(应用 TOKEN)，可以通过 蓝鲸智云开发者中心 -> 点击应用ID -> 基本信息 获取 |',
      change: { bk_app_secret: '<bk_app_secret: prefix>' },
    },
    {
      id: 'auth.bk_token.accepted-alone',
      level: 'must',
      category: 'bad-auth',
      title: { en: 'A valid bk_token is accepted alone', zh: '仅凭有效的 bk_token 即可通过' },
      line: 20,
      quote: '| bk_token | string | 否 | 当前用户登录态，bk_token与bk_username必须一个有效 |',
      status: 'not-applicable',
      problem: { kind: 'not-configured', settings: ['BK_TOKEN'] },
    },
    ...envelope,
    {
      id: 'response.request_id.fresh',
      level: 'should',
      category: 'envelope',
      title: { en: 'request_id is fresh per exchange', zh: '每次交互的 request_id 各不相同' },
      line: 100,
      quote: '| request_id | string | 请求链id |',
      status: 'failed',
      problem: { kind: 'request-id-again', id: 'e43da4ef' },
    },
    {
      id: 'semantics.target-missing.refused',
      level: 'must',
      category: 'semantics',
      title: { en: 'A missing target instance is refused', zh: '目标实例不存在时拒绝' },
      line: 35,
      quote: MEMBERS[2].quote,
      status: 'inconclusive',
      problem: {
        kind: 'not-looked-up',
        why: { kind: 'no-answer', fault: 'timeout', words: 'no first byte within 10000 ms' },
      },
      change: { bk_asst_inst_id: 99 },
    },
  ];
}

/** A record with every verdict in it, as a nonconformant target would leave it. */
export function aMixedRecord(): RunRecord {
  let n = 1;
  const next = (): number => (n += 1);
  const cases: CaseResult[] = [];
  const requirements = rows().map((row) => {
    const exchange = anExchange({
      n: next(),
      purpose: 'request',
      change: row.change,
      answer: row.answer,
    });
    const made: RecordedExchange[] =
      row.status === 'not-applicable'
        ? []
        : [
            exchange,
            anExchange({ n: next(), purpose: 'lookup', endpoint: 'find_instance_association' }),
            anExchange({ n: next(), purpose: 'twin' }),
          ];
    const result = aCase({
      id: `${row.category}.${row.id}`,
      category: row.category,
      title: { en: `Case for: ${row.title.en}`, zh: `用例：${row.title.zh}` },
      requirements: [row.id],
      status: row.status ?? 'passed',
      exchanges: made,
      ...(row.problem && { problem: row.problem }),
    });
    cases.push(result);
    return aRequirement({
      id: row.id,
      level: row.level,
      title: row.title,
      source: { path: DOCUMENT, line: row.line, quote: row.quote },
      status: row.status ?? 'passed',
      cases: [result.id],
      evidence: row.status === undefined || made.length === 0 ? [] : [exchange.n],
      ...(row.problem && { problem: row.problem, trial: result.id }),
    });
  });
  cases.push(
    aCase({
      id: 'protocol.get',
      category: 'protocol',
      title: { en: 'GET instead of POST', zh: '用 GET 代替 POST' },
      status: 'observed',
      observed: { did: 'accepted', status: 200 },
      exchanges: [anExchange({ n: next(), purpose: 'request', method: 'GET' })],
    }),
  );
  return aRecord({
    outcome: 'nonconformant',
    exitCode: 1,
    requirements,
    cases,
    leftovers: [
      {
        kind: 'association',
        of: 'bk_switch_belong_bk_host',
        id: '9007199254740993',
        why: { kind: 'not-removed' },
      },
    ],
  });
}
