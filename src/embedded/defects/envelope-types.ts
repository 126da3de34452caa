import { LosslessNumber } from 'lossless-json';
import type { Where } from '../alterations/alteration.js';
import { envelope, withData, withMember } from '../alterations/answering.js';
import { onCredentials, onParameters, onRefusal, onSuccess } from '../alterations/where.js';
import { writeJson } from '../json.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

type Wrong = readonly [slug: string, value: unknown];

const fraction = new LosslessNumber('0.5');

/** Wrong types of each member, on successes and on refusals. */
const WRONG: readonly (readonly [
  name: string,
  slug: string,
  breaks: string,
  onSuccess: readonly Wrong[],
  onRefusal: readonly Wrong[],
])[] = [
  [
    'result',
    'result',
    SAYS.result,
    [
      ['string', 'true'],
      ['number', 1n],
      ['null', null],
      ['object', {}],
    ],
    [
      ['string', 'false'],
      ['number', 0n],
      ['null', null],
    ],
  ],
  [
    'code',
    'code',
    SAYS.code,
    [
      ['string', '0'],
      ['fraction', fraction],
      ['null', null],
      ['boolean', false],
      ['array', []],
    ],
    [
      ['string', '1199006'],
      ['fraction', new LosslessNumber('1199006.5')],
      ['null', null],
      ['object', {}],
    ],
  ],
  [
    'message',
    'message',
    SAYS.message,
    [
      ['null', null],
      ['number', 0n],
      ['array', []],
    ],
    [
      ['null', null],
      ['object', { en: 'refused' }],
      ['boolean', false],
      ['array', ['refused']],
    ],
  ],
  [
    'data',
    'data',
    SAYS.data,
    [
      ['null', null],
      ['array', [{ id: 1038n }]],
      ['string', '1038'],
      ['number', 1038n],
      ['boolean', true],
    ],
    [
      ['array', []],
      ['string', ''],
      ['number', 0n],
      ['boolean', false],
    ],
  ],
  [
    'permission',
    'permission',
    SAYS.permission,
    [
      ['array', []],
      ['string', ''],
      ['boolean', true],
    ],
    [
      ['array', []],
      ['string', 'none'],
      ['number', 0n],
    ],
  ],
  [
    'request_id',
    'request-id',
    SAYS.requestId,
    [
      ['null', null],
      ['number', 7n],
      ['object', {}],
    ],
    [
      ['null', null],
      ['number', 7n],
      ['array', []],
    ],
  ],
];

const WRONG_IDS: readonly Wrong[] = [
  ['string', '1038'],
  ['null', null],
  ['boolean', true],
  ['fraction', new LosslessNumber('1038.5')],
  ['huge', new LosslessNumber('1e300')],
  ['out-of-range', 9223372036854775808n],
  ['array', [1038n]],
  ['object', { $numberLong: '1038' }],
];

/** Refusals of parameters and of credentials in turn, so that either path meets each fault. */
function refusalPath(index: number): readonly [slug: string, words: string, where: Where] {
  if (index % 3 === 0) return ['refusal', 'refusals', onRefusal];
  return index % 3 === 1
    ? ['parameters', 'refusals of parameters', onParameters]
    : ['credentials', 'refusals of credentials', onCredentials];
}

/** Each member of the envelope with each wrong JSON type, on successes and on refusals. */
export const ENVELOPE_TYPES: readonly Defect[] = [
  ...WRONG.flatMap(([name, slug, breaks, successes, refusals]) => [
    ...successes.map(([type, value]) =>
      wrongType(name, `${slug}-${type}-on-success`, breaks, value, 'successes', onSuccess),
    ),
    ...refusals.map(([type, value], index) => {
      const [path, words, where] = refusalPath(index);
      return wrongType(name, `${slug}-${type}-on-${path}`, breaks, value, words, where);
    }),
  ]),
  ...WRONG_IDS.map(([type, value]): Defect => ({
    id: `id-${type}`,
    does: `Answers ${writeJson(value)} as the id of a new association.`,
    breaks: SAYS.id,
    requirement: 'response.data.id.type',
    alter: envelope(
      onSuccess,
      withData(() => ({ id: value })),
    ),
  })),
];

function wrongType(
  name: string,
  id: string,
  breaks: string,
  value: unknown,
  words: string,
  where: Where,
): Defect {
  return {
    id,
    does: `Answers ${writeJson(value)} as ${name} of ${words}.`,
    breaks,
    requirement: `response.${name}.type`,
    alter: envelope(where, withMember(name, value)),
  };
}
