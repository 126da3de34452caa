import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Text } from '../text.js';
import type { Sent } from '../target/client.js';
import type { JsonObject } from '../json/json-value.js';
import { isObject } from './answer.js';
import type { Answer } from './answer.js';
import { judgeBody } from './envelope/body.js';
import { judgeFailure } from './envelope/failure.js';
import { judgeId, judgeMeaning, judgeMembers, judgeRequestId } from './envelope/members.js';
import { judgeNumbers } from './envelope/numbers.js';
import { Verdicts } from './envelope/verdicts.js';
import { errorsOf, forSchema } from './exact-schema.js';
import type { Finding } from '../record/finding.js';

/** What an answer is judged on. */
export interface Judged {
  readonly answer: Answer;
  readonly sent: Sent;
}

/** What the request was, as far as its answer's envelope depends on it. */
export interface JudgedAbout {
  readonly experiment: Text;
  /** The one member at fault, which the message should name. */
  readonly member?: string;
  /** True when a success has to come, false when a failure has to; undefined: either may. */
  readonly success: boolean | undefined;
}

/** Judges answers against the derived schemas and the document's rules for the envelope. */
export interface EnvelopeJudge {
  /** All verdicts on one answer of `add_instance_association`. */
  judge(judged: Judged, about: JudgedAbout, requestIds: Set<string>): Finding[];
  /** Verdicts on an answer of an endpoint that the suite itself uses. */
  support(endpoint: string, body: JsonObject, n: number): Finding[];
}

const SUPPORT: Text = { en: 'support', zh: '辅助接口' };

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
      const success = typeof said === 'boolean' ? said : (about.success ?? holdsId(body));
      const { types, missing } = problems(
        'add_instance_association',
        success ? 'success' : 'failure',
        body,
      );
      judgeMembers(verdicts, body, success, types);
      if (success) judgeId(verdicts, body, types, missing);
      judgeMeaning(verdicts, body);
      if (!success) judgeFailure(verdicts, body, about.member);
      judgeNumbers(verdicts, body);
      judgeRequestId(verdicts, body, requestIds);
      return verdicts.findings;
    },
    support(endpoint, body, n) {
      const success = body['result'] === true;
      const verdicts = new Verdicts(SUPPORT, n);
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

function holdsId(body: JsonObject): boolean {
  const data = body['data'];
  return isObject(data) && data['id'] !== undefined;
}
