import { ExactNumber, isObject } from '../../json/json-value.js';
import type { JsonValue } from '../../json/json-value.js';
import type { Attribute } from './attributes.js';
import { firstMeeting } from './text-rule.js';

/**
 * A value that an attribute takes, by its type. What may have to be unique in its model differs from
 * instance to instance: texts and whole numbers.
 *
 * @param attribute - one that is required
 * @param name - of the instance: carries the suite's mark, and a counter at its end
 * @returns undefined where the suite has none: an unknown type, or a rule that none meets
 */
export async function valueFor(
  { type, option }: Attribute,
  name: string,
): Promise<JsonValue | undefined> {
  switch (type) {
    case 'singlechar':
    case 'longchar':
      return firstMeeting(typeof option === 'string' ? option : '', textsFrom(name));
    case 'int':
      return wholeIn(option, numberFrom(name));
    case 'float':
      return fractionIn(option);
    case 'enum':
      return choiceIn(option);
    case 'enummulti': {
      const choice = choiceIn(option);
      return choice === undefined ? undefined : [choice];
    }
    case 'list':
      return Array.isArray(option)
        ? option.find((one: JsonValue) => typeof one === 'string')
        : undefined;
    case 'date':
      return '2024-01-01';
    case 'time':
      return '2024-01-01 00:00:00';
    case 'timezone':
      return 'Asia/Shanghai';
    case 'bool':
      return false;
    case 'objuser':
      return 'admin';
    case 'organization':
      return [1n];
    case 'foreignkey':
      return 0n;
    default:
      return undefined;
  }
}

/** Below 10^9, so that an int32 holds it; the last three digits are the counter's. */
function numberFrom(name: string): bigint {
  const [, run = '0', counter = '0'] = /([0-9a-f]+)-([0-9]+)$/.exec(name) ?? [];
  return (BigInt(`0x${run}`) % 1_000_000n) * 1000n + (BigInt(counter) % 1000n);
}

/** The name, and in its place what rules often ask for: words, digits, an address. */
function textsFrom(name: string): string[] {
  const digits = numberFrom(name).toString().padStart(9, '0');
  const word = name.replaceAll('-', '');
  const last = Number(digits) % 256;
  return [
    name,
    name.replaceAll('-', '_'),
    word,
    word.toUpperCase(),
    digits,
    `13${digits}`,
    `198.51.100.${last}`,
    `${word}@example.com`,
    `https://example.com/${word}`,
    `02:00:5e:00:53:${last.toString(16).padStart(2, '0')}`,
    'a',
    '1',
  ];
}

/** A whole number in the bounds of an option, as far from the lower one as the number says. */
function wholeIn(option: JsonValue, number: bigint): bigint | undefined {
  const { min, max } = boundsIn(option);
  const least = min === undefined ? undefined : BigInt(Math.ceil(min));
  const most = max === undefined ? undefined : BigInt(Math.floor(max));
  if (most === undefined) return (least ?? 0n) + number;
  const from = least ?? (most < 0n ? most - number : 0n);
  return most < from ? undefined : from + (number % (most - from + 1n));
}

function fractionIn(option: JsonValue): ExactNumber | undefined {
  const { min = 0, max } = boundsIn(option);
  const value = max !== undefined && max < min ? max : min;
  return new ExactNumber(value.toString());
}

/** Bounds stand in an option as numbers or as texts; an empty one is none. */
function boundsIn(option: JsonValue): { readonly min?: number; readonly max?: number } {
  if (!isObject(option)) return {};
  const of = (value: JsonValue | undefined): number | undefined => {
    const text =
      value instanceof ExactNumber
        ? value.number
        : typeof value === 'string' || typeof value === 'bigint'
          ? value.toString()
          : '';
    const number = text.trim() === '' ? Number.NaN : Number(text);
    return Number.isFinite(number) ? number : undefined;
  };
  const [min, max] = [of(option['min']), of(option['max'])];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** The id of the choice that is the default, else of the first. */
function choiceIn(option: JsonValue): string | undefined {
  if (!Array.isArray(option)) return undefined;
  const choices = option.filter((one: JsonValue) => isObject(one));
  const { id } = choices.find((one) => one['is_default'] === true) ?? choices[0] ?? {};
  return typeof id === 'string' ? id : undefined;
}
