import { LosslessNumber } from 'lossless-json';
import { readingAs } from '../alterations/reading.js';
import { isInt64, isMembers } from '../json.js';
import type { Defect } from './defect.js';
import { REQUIRED_MEMBERS } from './members.js';
import type { RequiredMember } from './members.js';
import { SAYS } from './sentences.js';

/** A type that a careless server coerces. */
interface Coercion {
  readonly slug: string;
  readonly words: string;
  readonly test: (value: unknown) => boolean;
  readonly as: (value: unknown, fallback: unknown) => unknown;
}

const isNumber = (value: unknown): boolean =>
  typeof value === 'bigint' || value instanceof LosslessNumber;
const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const hasFraction = (value: unknown): value is LosslessNumber =>
  value instanceof LosslessNumber && /^-?\d+\.\d*[1-9]$/.test(value.value);
const isOutOfRange = (value: unknown): boolean =>
  isNumber(value) && !isInt64(value) && !hasFraction(value);

const BOOLEAN: Coercion = {
  slug: 'boolean',
  words: 'a boolean',
  test: isBoolean,
  as: (_, fallback) => fallback,
};
const NUMBER: Coercion = {
  slug: 'number',
  words: 'a number',
  test: isNumber,
  as: (_, fallback) => fallback,
};
const STRING: Coercion = {
  slug: 'string',
  words: 'a string',
  test: (value) => typeof value === 'string',
  as: (_, fallback) => fallback,
};
const ARRAY: Coercion = {
  slug: 'array',
  words: 'an array, of which it takes the first item',
  test: Array.isArray,
  as: (value, fallback) => firstOf(value, fallback),
};
const OBJECT: Coercion = {
  slug: 'object',
  words: 'an object, of which it takes the first value',
  test: isMembers,
  as: (value, fallback) => firstOf(isMembers(value) ? Object.values(value) : value, fallback),
};

const FOR_TEXT = [NUMBER, BOOLEAN, ARRAY, OBJECT];
const FOR_OBJECT = [STRING, NUMBER, BOOLEAN, ARRAY];
const FOR_INT64: readonly Coercion[] = [
  {
    slug: 'numeric-string',
    words: 'a string of digits',
    test: (value) => typeof value === 'string' && /^-?\d+$/.test(value),
    as: (value) => BigInt(String(value)),
  },
  {
    slug: 'any-string',
    words: 'a string, which it takes for 0',
    test: (value) => typeof value === 'string' && !/^-?\d+$/.test(value),
    as: () => 0n,
  },
  {
    slug: 'fraction',
    words: 'a fraction, which it cuts off',
    test: hasFraction,
    as: (value) => (hasFraction(value) ? BigInt(value.value.replace(/\..*/, '')) : 0n),
  },
  {
    slug: 'rounded-fraction',
    words: 'a fraction, which it rounds',
    test: hasFraction,
    as: (value) => (hasFraction(value) ? roundedUp(value.value) : 0n),
  },
  {
    slug: 'out-of-range',
    words: 'a number outside the range, which wraps around',
    test: isOutOfRange,
    as: (value) => (typeof value === 'bigint' ? BigInt.asIntN(64, value) : wrapToken(value)),
  },
  { ...BOOLEAN, words: 'a boolean, as 1 or 0', as: (value) => (value === true ? 1n : 0n) },
  ARRAY,
  OBJECT,
];

/** Each required member coerced from each type that it may not have. */
export const MEMBER_TYPES: readonly Defect[] = [
  ...REQUIRED_MEMBERS.flatMap((member) =>
    coercionsFor(member).map(({ slug, words, test, as }): Defect => ({
      id: `${member.slug}-from-${slug}`,
      does: `Accepts ${words} as ${member.name}.`,
      breaks: member.breaks,
      requirement: `request.${member.name}.type`,
      alter: readingAs(member.path, test, (value) => as(value, member.fallback)),
    })),
  ),
  {
    id: 'label-values-unchecked',
    does: 'Accepts further labels whose values are no strings.',
    breaks: SAYS.label,
    requirement: 'request.metadata.label.values',
    alter: readingAs(['metadata', 'label'], isMembers, (value) =>
      isMembers(value) ? { bk_biz_id: value['bk_biz_id'] } : value,
    ),
  },
];

function coercionsFor({ fallback }: RequiredMember): readonly Coercion[] {
  if (typeof fallback === 'string') return FOR_TEXT;
  return typeof fallback === 'bigint' ? FOR_INT64 : FOR_OBJECT;
}

function firstOf(value: unknown, fallback: unknown): unknown {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const [first] = items;
  return typeof first === typeof fallback ? first : fallback;
}

/** The integer that is next to a token with a fraction. */
function roundedUp(token: string): bigint {
  const [whole = '0', fraction = ''] = token.split('.');
  return BigInt(whole) + (fraction >= '5' ? 1n : 0n);
}

function wrapToken(value: unknown): bigint {
  const token = value instanceof LosslessNumber ? value.value : '0';
  return /^-?\d{1,400}$/.test(token) ? BigInt.asIntN(64, BigInt(token)) : 9223372036854775807n;
}
