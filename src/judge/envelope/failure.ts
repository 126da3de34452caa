import type { Envelope } from '../../binding/binding.js';
import { ExactNumber } from '../../json/json-value.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import { valueAt } from '../answer.js';
import { saysSomething } from '../words.js';
import type { Say } from './say.js';

/**
 * Judges what a failure says, and that it holds no id.
 *
 * @param at - path of the one member at fault, which the message should name; undefined where none is
 * @param idAt - path of the id in a success
 */
export function judgeFailure(
  say: Say,
  envelope: Envelope,
  body: JsonObject,
  at: string | undefined,
  idAt: string | undefined,
): void {
  const message = body[envelope.message];
  if (typeof message === 'string') {
    say(
      `response.${envelope.message}.nonempty_on_failure`,
      message === '' ? { kind: 'message-empty' } : undefined,
    );
    say(
      'convention.message.says_something',
      saysSomething(message) ? undefined : { kind: 'message-says-nothing', message },
    );
    const name = at?.split('.').at(-1);
    if (name !== undefined) {
      say(
        'convention.message.names_parameter',
        message.includes(name) ? undefined : { kind: 'message-lacks-name', name, message },
      );
    }
  }
  if (idAt === undefined) return;
  const id = idIn(valueAt(body, idAt));
  say(
    'convention.failure.no_id',
    id === undefined ? undefined : { kind: 'id-in-failure', at: idAt, id },
  );
}

/** What looks like an id in a failure, written as a number or as text. */
function idIn(id: JsonValue | undefined): string | undefined {
  if (typeof id === 'bigint') return id.toString();
  if (id instanceof ExactNumber) return id.number;
  return typeof id === 'string' && /^[0-9]+$/.test(id) ? id : undefined;
}
