import type { Envelope, Outcome, Reply } from '../call.js';
import type { Refusal } from '../refusal.js';
import type { Esb } from './esb.js';
import { dumps } from './python.js';

/** The members of an answer, in their order, by who makes it. */
const SHAPES = {
  cmdb: ['result', 'code', 'data', 'message', 'permission', 'request_id'],
  channel: ['result', 'code', 'data', 'message', 'request_id'],
  component: ['result', 'code', 'message', 'request_id', 'data'],
  middleware: ['result', 'code', 'data', 'message'],
  view: ['result', 'data', 'message'],
} as const;

/** An answer with the members that a generation gives it; those of the sound one are more. */
export function shaped(whole: Envelope, { refusal }: Outcome, { tellsPermission }: Esb): Envelope {
  const names = SHAPES[makerOf(refusal)].filter((name) => name !== 'permission' || tellsPermission);
  const right: Envelope = refusal === undefined ? { ...whole, message: 'success' } : whole;
  return Object.fromEntries(names.map((name) => [name, right[name]]));
}

/** An answer's text, and how it is sent. */
export function written(envelope: Envelope, right: Reply, { order, chunked }: Esb): Reply {
  const body = Buffer.from(dumps(envelope, order));
  const type = { 'Content-Type': 'application/json; charset=utf-8' };
  return {
    ...right,
    headers: chunked ? type : { ...type, 'Content-Length': String(body.length) },
    body,
  };
}

function makerOf(refusal: Refusal | undefined): keyof typeof SHAPES {
  if (refusal === undefined) return 'cmdb';
  if (refusal.status !== 200) return 'view';
  if (refusal.code < 1306000 || refusal.code > 1306999) return 'cmdb';
  if (refusal.refused === 'protocol') return 'middleware';
  return refusal.refused === 'state' ? 'component' : 'channel';
}
