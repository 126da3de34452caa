import { gzipSync } from 'node:zlib';
import { envelope, reply, text } from '../alterations/answering.js';
import { always } from '../alterations/where.js';
import type { Variant } from './variant.js';

/** JSON that is written unusually. */
export const BODIES: readonly Variant[] = [
  {
    id: 'keys-reversed',
    does: 'Writes the members in reverse order.',
    alter: envelope(always, (right) => Object.fromEntries(Object.entries(right).reverse())),
  },
  {
    id: 'white-space',
    does: 'Writes line breaks, tabs and spaces around everything.',
    alter: text(always, (right) => `\r\n\t ${spaced(right)} \n\n`),
  },
  {
    id: 'escapes',
    does: 'Writes each character of each string as \\uXXXX, of the keys, too.',
    alter: text(always, escaped),
  },
  {
    id: 'slashes-escaped',
    does: 'Writes "\\/" for "/", as PHP does.',
    alter: text(always, (right) => right.replaceAll('/', '\\/')),
  },
  {
    id: 'extra-members',
    does: 'Adds members that the document does not name, in the envelope and in data.',
    alter: envelope(always, (right) => ({
      ...right,
      data: extended(right['data']),
      esb_version: '2.14.69',
      trace: { spans: [1n, null, { nested: [] }] },
    })),
  },
  {
    id: 'bk-error-members',
    does: 'Repeats code and message under the names bk_error_code and bk_error_msg.',
    alter: envelope(always, (right) => ({
      ...right,
      bk_error_code: right['code'],
      bk_error_msg: right['message'],
    })),
  },
  {
    id: 'charset-upper-case',
    does: 'Writes the content type in capitals, with a further parameter.',
    alter: header('content-type', 'Application/JSON;charset="UTF-8"; profile=esb'),
  },
  {
    id: 'gzip',
    does: 'Compresses all bodies.',
    alter: reply(always, (right) => {
      const body = gzipSync(right.body, { level: 1 });
      return {
        ...right,
        body,
        headers: {
          ...right.headers,
          'Content-Encoding': 'gzip',
          'Content-Length': String(body.length),
          Vary: 'Accept-Encoding',
        },
      };
    }),
  },
];

function extended(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'id' in data
    ? { ...data, bk_asst_id: 'default', created_by: 'admin' }
    : data;
}

function header(name: string, value: string): Variant['alter'] {
  return reply(always, (right) => ({
    ...right,
    headers: { [name]: value, 'Content-Length': String(right.body.length) },
  }));
}

const STRING = /"(?:[^"\\]|\\.)*"/g;

/** Spaces and line breaks wherever JSON allows them. */
function spaced(right: string): string {
  return right
    .split(STRING)
    .map((between) => between.replace(/[{}[\],:]/g, '\n\t $& \r\n'))
    .reduce((whole, between, at) => whole + between + (right.match(STRING)?.[at] ?? ''), '');
}

function escaped(right: string): string {
  return right.replace(STRING, (string) => {
    const value: unknown = JSON.parse(string);
    const units = String(value).split('');
    return `"${units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
  });
}
