import type { Envelope } from '../../binding/binding.js';
import type { EndpointOutline } from '../../contract/outline.js';
import type { JsonObject } from '../../json/json-value.js';
import { codeOf, valueAt } from '../answer.js';
import type { Say } from './say.js';
import type { SchemaProblems } from './schema-problems.js';

/** Judges presence and type of the members that every answer has (document, table "response"). */
export function judgeMembers(
  say: Say,
  outline: EndpointOutline,
  body: JsonObject,
  success: boolean,
  { types }: SchemaProblems,
): void {
  for (const { path } of outline.answer) {
    if (path.includes('.')) continue;
    const present = body[path] !== undefined;
    say(
      `response.${path}.${success ? 'present' : 'present_on_failure'}`,
      present ? undefined : { kind: 'member-missing', at: path },
    );
    if (present) say(`response.${path}.type`, types.get(path));
  }
}

/** Judges presence and type of what the members of a success hold, rows of an array included. */
export function judgeInner(
  say: Say,
  outline: EndpointOutline,
  body: JsonObject,
  { types, missing }: SchemaProblems,
): void {
  /** What can hold no member: those that it should hold are missing with it. */
  const empty = new Set<string>();
  for (const { path } of outline.answer) {
    const parent = path.split('.').slice(0, -1).join('.');
    const lacking =
      missing.has(path) || empty.has(parent) || (parent === '' && body[path] === undefined);
    if (lacking || types.has(path) || valueAt(body, path) === null) empty.add(path);
    if (parent === '') continue;
    say(`response.${path}.present`, lacking ? { kind: 'member-missing', at: path } : undefined);
    if (!lacking) say(`response.${path}.type`, types.get(path));
  }
}

/** Document, row "code": "0表示success，>0表示失败错误". */
export function judgeMeaning(say: Say, envelope: Envelope, body: JsonObject): void {
  const code = codeOf(body, envelope);
  const result = body[envelope.result];
  if (code === undefined || typeof result !== 'boolean') return;
  say(
    `response.${envelope.code}.meaning`,
    (result ? code === 0n : code > 0n)
      ? undefined
      : { kind: 'contradiction', code: code.toString(), result },
  );
}

/** Judges that no other answer of the run had this request id. */
export function judgeRequestId(
  say: Say,
  envelope: Envelope,
  body: JsonObject,
  seen: Set<string>,
): void {
  const id = body[envelope.requestId];
  if (typeof id !== 'string') return;
  say('convention.request_id.fresh', seen.has(id) ? { kind: 'request-id-again', id } : undefined);
  seen.add(id);
}
