import { gzipSync } from 'node:zlib';
import type { Where } from '../alterations/alteration.js';
import { reply, text } from '../alterations/answering.js';
import { onAdd, onCredentials, onParameters, onRefusal, onSuccess } from '../alterations/where.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

const PAGE = '<!DOCTYPE html><html><head><title>502</title></head><body>Bad Gateway</body></html>';

/** Ways for a text to be no JSON object, by where and what. */
const TEXTS: readonly (readonly [
  id: string,
  does: string,
  where: Where,
  change: (text: string) => string | Buffer,
])[] = [
  ['html-on-success', 'Answers creations with an HTML page.', onSuccess, () => PAGE],
  ['html-on-parameters', 'Answers refused parameters with an HTML page.', onParameters, () => PAGE],
  ['html-on-credentials', 'Answers refused credentials with a page.', onCredentials, () => PAGE],
  ['text-on-success', 'Answers creations with the text OK.', onSuccess, () => 'OK'],
  ['text-on-refusal', 'Answers refusals with a bare sentence.', onRefusal, () => 'refused'],
  ['empty-on-success', 'Answers creations with an empty body.', onSuccess, () => ''],
  ['empty-on-parameters', 'Answers refused parameters with an empty body.', onParameters, () => ''],
  ['empty-on-credentials', 'Answers refused credentials with no body.', onCredentials, () => ''],
  ['half-on-success', 'Answers creations with the first half of the JSON.', onSuccess, half],
  ['half-on-refusal', 'Answers refusals with the first half of the JSON.', onRefusal, half],
  ['trailing-comma-on-success', 'Writes a comma after the last member.', onSuccess, trailingComma],
  ['trailing-comma-on-refusal', 'Writes a comma after the last member.', onRefusal, trailingComma],
  ['two-documents', 'Writes the JSON of a creation twice.', onSuccess, (right) => right + right],
  [
    'text-before',
    'Writes a warning before the JSON.',
    onSuccess,
    (right) => `Warning: x\n${right}`,
  ],
  ['text-after', 'Writes a comment after the JSON.', onRefusal, (right) => `${right}<!-- 3 ms -->`],
  ['zero-byte-after', 'Writes a zero byte after the JSON.', onSuccess, (right) => `${right}\0`],
  ['in-an-array', 'Wraps the envelope in an array.', onSuccess, (right) => `[${right}]`],
  ['in-a-string', 'Writes the envelope as a JSON string.', onSuccess, (r) => JSON.stringify(r)],
  ['in-a-callback', 'Wraps the envelope in a JavaScript call.', onSuccess, (r) => `callback(${r})`],
  ['null-body', 'Answers creations with null.', onSuccess, () => 'null'],
  ['single-quotes', 'Writes single quotes, as Python prints.', onSuccess, singleQuotes],
  ['nan', 'Writes NaN as a further member.', onSuccess, adding('"elapsed":NaN')],
  ['comment-inside', 'Writes a comment into the JSON.', onRefusal, adding('/* x */"a":1')],
  ['raw-newline', 'Writes a line break unescaped into a string.', onRefusal, adding('"a":"x\ny"')],
  ['leading-zeros', 'Writes a number with leading zeros.', onSuccess, adding('"a":007')],
  ['result-twice', 'Writes result twice: true, then false.', onSuccess, ending('"result":false')],
  ['code-twice', 'Writes code twice: of the refusal, then 0.', onRefusal, ending('"code":0')],
  ['id-twice', 'Writes two different ids into data.', onSuccess, idTwice],
  ['utf-16', 'Writes UTF-16.', onAdd, (right) => Buffer.from(right, 'utf16le')],
  ['latin-1', 'Writes a Latin-1 letter into the UTF-8.', onSuccess, latin1],
  ['lone-continuation', 'Writes half a UTF-8 character.', onRefusal, loneContinuation],
];

/** Bodies that are not what they say. */
export const BODIES: readonly Defect[] = [
  ...TEXTS.map(([id, does, where, change]): Defect => ({
    id: `body-${id}`,
    does,
    breaks: SAYS.answer,
    requirement: 'response.body.json',
    alter: text(where, change),
  })),
  {
    id: 'body-gzip-that-is-none',
    does: 'Says Content-Encoding: gzip of a body that is not compressed.',
    breaks: SAYS.answer,
    requirement: 'response.body.json',
    alter: reply(onSuccess, (right) => ({
      ...right,
      headers: { ...right.headers, 'Content-Encoding': 'gzip' },
    })),
  },
  {
    id: 'body-gzip-unsaid',
    does: 'Compresses the body and does not say so.',
    breaks: SAYS.answer,
    requirement: 'response.body.json',
    alter: reply(onRefusal, (right) => {
      const body = gzipSync(right.body);
      return {
        ...right,
        body,
        headers: { ...right.headers, 'Content-Length': String(body.length) },
      };
    }),
  },
];

function half(right: string): string {
  return right.slice(0, Math.floor(right.length / 2));
}

function trailingComma(right: string): string {
  return `${right.slice(0, -1)},}`;
}

function singleQuotes(right: string): string {
  return right.replaceAll('"', "'");
}

/** Puts a member before the others. */
function adding(member: string): (right: string) => string {
  return (right) => `{${member},${right.slice(1)}`;
}

/** Puts a member after the others. */
function ending(member: string): (right: string) => string {
  return (right) => `${right.slice(0, -1)},${member}}`;
}

function idTwice(right: string): string {
  return right.replace(/"id":(\d+)/, '"id":1,"id":$1');
}

function latin1(right: string): Buffer {
  return Buffer.from(`{"operator":"Andr\u00e9",${right.slice(1)}`, 'latin1');
}

function loneContinuation(right: string): Buffer {
  return Buffer.concat([
    Buffer.from('{"a":"'),
    Buffer.from([0xe4, 0xb8]),
    Buffer.from(`",${right.slice(1)}`),
  ]);
}
