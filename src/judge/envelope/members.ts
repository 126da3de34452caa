import type { JsonObject } from '../../json/json-value.js';
import { codeOf, isObject } from '../answer.js';
import { quote } from '../quote.js';
import type { Verdicts } from './verdicts.js';

/** The six members of every answer (document, table "response"). */
export const ENVELOPE_MEMBERS = [
  'result',
  'code',
  'message',
  'data',
  'permission',
  'request_id',
] as const;

/**
 * Judges presence and type of the six members.
 *
 * @param types - what is wrong with the type of a member, by its path
 */
export function judgeMembers(
  verdicts: Verdicts,
  body: JsonObject,
  success: boolean,
  types: ReadonlyMap<string, string>,
): void {
  for (const member of ENVELOPE_MEMBERS) {
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

/** Judges the presence and the type of `data.id`, which a success holds. */
export function judgeId(
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
export function judgeMeaning(verdicts: Verdicts, body: JsonObject): void {
  const code = codeOf(body);
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

/** Judges that no other answer of the run had this request id. */
export function judgeRequestId(verdicts: Verdicts, body: JsonObject, seen: Set<string>): void {
  const id = body['request_id'];
  if (typeof id !== 'string') return;
  verdicts.say(
    'convention.request_id.fresh',
    seen.has(id)
      ? { en: `request_id ${quote(id)} was given before`, zh: `request_id ${quote(id)} 重复出现` }
      : undefined,
  );
  seen.add(id);
}
