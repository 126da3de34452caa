import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Text } from '../../contract/text.js';
import type { Sent } from '../../target/client.js';
import { ExactNumber } from '../../wire/json-value.js';
import type { JsonObject, JsonValue } from '../../wire/json-value.js';
import { wholeValue } from '../../wire/int64.js';
import { integerOf, isObject } from './answer.js';
import type { Answer } from './answer.js';
import { errorsOf, forSchema } from './exact-schema.js';
import type { Finding } from './finding.js';
import { saysSomething } from './words.js';

/** What an answer is judged on. */
export interface Judged {
  readonly answer: Answer;
  readonly sent: Sent;
}

/** What the request was, as far as its answer's envelope depends on it. */
export interface JudgedAbout {
  readonly experiment: string;
  /** The one member at fault, which the message should name. */
  readonly member?: string;
  /** True when a success has to come. */
  readonly success: boolean;
}

/** Judges answers against the derived schemas and the document's rules for the envelope. */
export interface EnvelopeJudge {
  /** All verdicts on one answer of `add_instance_association`. */
  judge(judged: Judged, about: JudgedAbout, requestIds: Set<string>): Finding[];
  /** Verdicts on an answer of an endpoint that the suite itself uses. */
  support(endpoint: string, body: JsonObject, n: number): Finding[];
}

const MEMBERS = ['result', 'code', 'message', 'data', 'permission', 'request_id'] as const;

/**
 * Makes a judge.
 *
 * @param validators - the compiled schemas, by `$id`
 * @param idOf - `$id` of the success or failure schema of an endpoint
 */
export function openEnvelopeJudge(
  validators: (id: string) => ValidateFunction,
  idOf: (endpoint: string, kind: 'success' | 'failure') => string,
): EnvelopeJudge {
  /** Members of wrong type, and members of members that are missing, by path. */
  function problems(endpoint: string, kind: 'success' | 'failure', body: JsonObject) {
    const validate = validators(idOf(endpoint, kind));
    const types = new Map<string, string>();
    const missing = new Set<string>();
    if (validate(forSchema(body))) return { types, missing };
    for (const error of errorsOf(validate)) {
      const path = error.instancePath
        .slice(1)
        .replaceAll('/', '.')
        .replace(/\.[0-9]+(?=\.|$)/g, '');
      if (error.keyword === 'type' || error.keyword === 'exactInteger') {
        types.set(path, error.message ?? 'wrong type');
      } else if (error.keyword === 'required') {
        missing.add(`${path}${path === '' ? '' : '.'}${String(error.params['missingProperty'])}`);
      }
    }
    return { types, missing };
  }
  return {
    judge(judged, about, requestIds) {
      const { answer, sent } = judged;
      const verdicts = new Verdicts(about.experiment, sent.exchange.n);
      if (answer.kind === 'none') return [];
      if (answer.kind === 'broken') {
        verdicts.say('response.body.json', answer.why);
        return verdicts.findings;
      }
      judgeBody(verdicts, sent);
      const { body } = answer;
      const said = body['result'];
      const success = typeof said === 'boolean' ? said : about.success;
      const { types, missing } = problems(
        'add_instance_association',
        success ? 'success' : 'failure',
        body,
      );
      judgeMembers(verdicts, body, success, types);
      if (success) judgeId(verdicts, body, types, missing);
      judgeMeaning(verdicts, body);
      if (!success) judgeFailure(verdicts, body, about);
      judgeNumbers(verdicts, body);
      judgeRequestId(verdicts, body, requestIds);
      return verdicts.findings;
    },
    support(endpoint, body, n) {
      const success = body['result'] === true;
      const verdicts = new Verdicts('support', n);
      const { types, missing } = problems(endpoint, success ? 'success' : 'failure', body);
      const prefix = `${endpoint}.response.`;
      for (const [path, problem] of types) {
        verdicts.say(`${prefix}${path}.type`, { en: `${path} ${problem}`, zh: `${path} 类型不符` });
      }
      for (const path of missing) {
        const suffix = success || path.includes('.') ? 'present' : 'present_on_failure';
        verdicts.say(`${prefix}${path}.${suffix}`, {
          en: `${path} is missing`,
          zh: `缺少 ${path}`,
        });
      }
      if (success) verdicts.say(`${endpoint}.works`, undefined);
      return verdicts.findings;
    },
  };
}

class Verdicts {
  readonly findings: Finding[] = [];
  readonly #experiment: string;
  readonly #n: number;

  constructor(experiment: string, n: number) {
    this.#experiment = experiment;
    this.#n = n;
  }

  /** Fails a requirement with a reason, or passes it without one. */
  say(requirement: string, problem: Text | undefined): void {
    this.findings.push({
      requirement,
      status: problem === undefined ? 'passed' : 'failed',
      experiment: this.#experiment,
      evidence: [this.#n],
      ...(problem === undefined ? {} : { reason: problem }),
    });
  }
}

function judgeBody(verdicts: Verdicts, { outcome, reading }: Sent): void {
  if (outcome.answer === undefined || reading?.ok !== true) return;
  const contradicting = reading.duplicates.filter(({ same }) => !same).map(({ path }) => path);
  const repeated = reading.duplicates.filter(({ same }) => same).map(({ path }) => path);
  const twice = (paths: readonly string[]): Text | undefined =>
    paths.length === 0
      ? undefined
      : { en: `key twice: ${paths.join(', ')}`, zh: `键重复：${paths.join('、')}` };
  verdicts.say('response.body.json', twice(contradicting));
  verdicts.say('convention.json.duplicate_same', twice(repeated));
  verdicts.say(
    'convention.json.no_bom',
    reading.bom ? { en: 'a byte order mark comes first', zh: '以字节顺序标记开头' } : undefined,
  );
  const type = outcome.answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const isJson = type !== undefined && /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type);
  verdicts.say(
    'convention.content_type',
    isJson
      ? undefined
      : { en: `content type ${type ?? 'missing'}`, zh: `Content-Type 为 ${type ?? '空'}` },
  );
}

function judgeMembers(
  verdicts: Verdicts,
  body: JsonObject,
  success: boolean,
  types: ReadonlyMap<string, string>,
): void {
  for (const member of MEMBERS) {
    const present = body[member] !== undefined;
    verdicts.say(
      `response.${member}.${success ? 'present' : 'present_on_failure'}`,
      present ? undefined : { en: `${member} is missing`, zh: `缺少 ${member}` },
    );
    if (!present) continue;
    const problem = types.get(member);
    verdicts.say(
      `response.${member}.type`,
      problem === undefined
        ? undefined
        : { en: `${member} ${problem}`, zh: `${member} 类型不符（${problem}）` },
    );
  }
}

function judgeId(
  verdicts: Verdicts,
  body: JsonObject,
  types: ReadonlyMap<string, string>,
  missing: ReadonlySet<string>,
): void {
  const lacking = missing.has('data.id') || !isObject(body['data']);
  verdicts.say(
    'response.data.id.present',
    lacking ? { en: 'data has no id', zh: 'data 中没有 id' } : undefined,
  );
  if (lacking) return;
  verdicts.say(
    'response.data.id.type',
    types.has('data.id') ? { en: 'data.id is no int64', zh: 'data.id 不是 int64' } : undefined,
  );
}

/** Document, row "code": "0表示success，>0表示失败错误". */
function judgeMeaning(verdicts: Verdicts, body: JsonObject): void {
  const code = integerOf(body['code']);
  const result = body['result'];
  if (code === undefined || typeof result !== 'boolean') return;
  verdicts.say(
    'response.code.meaning',
    (result ? code === 0n : code > 0n)
      ? undefined
      : {
          en: `code ${code} contradicts result ${result}`,
          zh: `code ${code} 与 result ${result} 矛盾`,
        },
  );
}

function judgeFailure(verdicts: Verdicts, body: JsonObject, about: JudgedAbout): void {
  const { message, data } = body;
  if (typeof message === 'string') {
    verdicts.say(
      'response.message.nonempty_on_failure',
      message === ''
        ? { en: 'message is empty on a failure', zh: '失败时 message 为空' }
        : undefined,
    );
    verdicts.say(
      'convention.message.says_something',
      saysSomething(message)
        ? undefined
        : {
            en: `message says nothing: ${short(message)}`,
            zh: `message 没有内容：${short(message)}`,
          },
    );
    const name = about.member?.split('.').at(-1);
    if (name !== undefined) {
      verdicts.say(
        'convention.message.names_parameter',
        message.includes(name)
          ? undefined
          : {
              en: `message does not name ${name}: ${short(message)}`,
              zh: `message 未指明 ${name}：${short(message)}`,
            },
      );
    }
  }
  const id = isObject(data) ? integerOf(data['id']) : undefined;
  verdicts.say(
    'convention.failure.no_id',
    id === undefined
      ? undefined
      : { en: `a failure has id ${id} in data`, zh: `失败响应的 data 中有 id ${id}` },
  );
}

function judgeNumbers(verdicts: Verdicts, body: JsonObject): void {
  const data = body['data'];
  const numbers: readonly (JsonValue | undefined)[] = [
    body['code'],
    isObject(data) ? data['id'] : undefined,
  ];
  const odd = numbers.filter(
    (value) => value instanceof ExactNumber && wholeValue(value) !== undefined,
  );
  const shown = odd.map((value) => (value instanceof ExactNumber ? value.number : '')).join(', ');
  verdicts.say(
    'convention.json.integer_form',
    odd.length === 0
      ? undefined
      : { en: `an integer is written as ${shown}`, zh: `整数写成了 ${shown}` },
  );
}

function judgeRequestId(verdicts: Verdicts, body: JsonObject, seen: Set<string>): void {
  const id = body['request_id'];
  if (typeof id !== 'string') return;
  verdicts.say(
    'convention.request_id.fresh',
    seen.has(id)
      ? { en: `request_id ${short(id)} was given before`, zh: `request_id ${short(id)} 重复出现` }
      : undefined,
  );
  seen.add(id);
}

function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
