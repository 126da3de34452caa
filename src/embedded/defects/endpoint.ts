import { reply } from '../alterations/answering.js';
import { isAdd } from '../alterations/where.js';
import type { Where } from '../alterations/alteration.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

const slashed: Where = (call) => isAdd(call) && call.path.endsWith('/');

const page = (status: number, words: string): Defect['alter'] =>
  reply(slashed, () => {
    const body = Buffer.from(`<html><body><h1>${words}</h1></body></html>`);
    return {
      status,
      headers: { 'Content-Type': 'text/html', 'Content-Length': String(body.length) },
      body,
    };
  });

/** Method and address of the document do not work. */
export const ENDPOINT: readonly Defect[] = [
  {
    id: 'post-not-allowed',
    does: 'Answers POST with HTTP 405 and a page, and does nothing.',
    breaks: SAYS.method,
    requirement: 'endpoint.method',
    alter: (sound) => ({
      ...page(405, 'Method Not Allowed')(sound),
      create: () => 0n,
    }),
  },
  {
    id: 'address-not-found',
    does: 'Answers the documented address with HTTP 404 and a page, and does nothing.',
    breaks: SAYS.address,
    requirement: 'endpoint.address',
    alter: (sound) => ({ ...page(404, 'Not Found')(sound), create: () => 0n }),
  },
  {
    id: 'address-redirects',
    does: 'Redirects the documented address to the one without its last slash.',
    breaks: SAYS.address,
    requirement: 'endpoint.address',
    alter: (sound) => ({
      ...reply(slashed, ({ body }, { path }) => ({
        status: 301,
        headers: { Location: path.slice(0, -1), 'Content-Length': String(body.length) },
        body,
      }))(sound),
      create: () => 0n,
    }),
  },
];
