import { ExactNumber } from '../../json/json-value.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import { wholeValue } from '../../json/int64.js';
import { isObject } from '../answer.js';
import type { Verdicts } from './verdicts.js';

/** Judges that integers are written as such, without fraction and exponent. */
export function judgeNumbers(verdicts: Verdicts, body: JsonObject): void {
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
