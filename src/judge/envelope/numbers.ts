import type { Envelope } from '../../binding/binding.js';
import { wholeValue } from '../../json/int64.js';
import { ExactNumber } from '../../json/json-value.js';
import type { JsonObject } from '../../json/json-value.js';
import { valueAt } from '../answer.js';
import type { Say } from './say.js';

/** Judges that integers are written as such, without fraction and exponent. */
export function judgeNumbers(
  say: Say,
  envelope: Envelope,
  body: JsonObject,
  idAt: string | undefined,
): void {
  const numbers = [body[envelope.code], idAt === undefined ? undefined : valueAt(body, idAt)];
  const written = numbers.flatMap((value) =>
    value instanceof ExactNumber && wholeValue(value) !== undefined ? [value.number] : [],
  );
  say(
    'convention.json.integer_form',
    written.length === 0 ? undefined : { kind: 'integer-form', written },
  );
}
