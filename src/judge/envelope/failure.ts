import { ExactNumber } from '../../json/json-value.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import { isObject } from '../answer.js';
import { saysSomething } from '../words.js';
import { quote } from '../quote.js';
import type { Verdicts } from './verdicts.js';

/**
 * Judges what a failure says, and that it holds no id.
 *
 * @param at - path of the one member at fault, which the message should name; undefined where none is
 */
export function judgeFailure(verdicts: Verdicts, body: JsonObject, at: string | undefined): void {
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
            en: `message says nothing: ${quote(message)}`,
            zh: `message 没有内容：${quote(message)}`,
          },
    );
    const name = at?.split('.').at(-1);
    if (name !== undefined) {
      verdicts.say(
        'convention.message.names_parameter',
        message.includes(name)
          ? undefined
          : {
              en: `message does not name ${name}: ${quote(message)}`,
              zh: `message 未指明 ${name}：${quote(message)}`,
            },
      );
    }
  }
  const id = idIn(data);
  verdicts.say(
    'convention.failure.no_id',
    id === undefined
      ? undefined
      : { en: `a failure has id ${id} in data`, zh: `失败应答的 data 中有 id ${id}` },
  );
}

/** What looks like an id in the `data` of a failure, written as a number or as text. */
function idIn(data: JsonValue | undefined): string | undefined {
  const id = isObject(data) ? data['id'] : undefined;
  if (typeof id === 'bigint') return quote(id.toString());
  if (id instanceof ExactNumber) return quote(id.number);
  return typeof id === 'string' && /^[0-9]+$/.test(id) ? quote(id) : undefined;
}
