import { gzipSync } from 'node:zlib';
import type { Alteration, Where } from '../alterations/alteration.js';
import { reply, transmission } from '../alterations/answering.js';
import { chunk, head, reset, writeRaw } from '../alterations/raw.js';
import {
  everyNth,
  fromNth,
  onAdd,
  onCredentials,
  onLookup,
  onParameters,
  onRefusal,
  onSuccess,
} from '../alterations/where.js';
import type { Call, Reply } from '../call.js';
import type { Defect } from './defect.js';
import { CONVENTION, SAYS } from './sentences.js';

const CHUNKED = { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' };

/** An answer began and is not right HTTP, or goes on beyond every limit. */
function broken(
  id: string,
  does: string,
  where: Where,
  send: (right: Reply, call: Call) => void,
): Defect {
  return {
    id,
    does,
    breaks: SAYS.answer,
    requirement: 'response.body.json',
    alter: transmission(where, send),
  };
}

/** No answer at all. */
function silent(
  id: string,
  does: string,
  requirement: string,
  where: Where | { readonly counted: () => Where },
  instead: (right: Reply, call: Call, send: () => void) => void,
): Defect {
  return {
    id,
    does,
    breaks: requirement.startsWith('effect') ? SAYS.function : SAYS.answer,
    requirement,
    noAnswer: true,
    alter: transmission(where, instead),
  };
}

function healed(
  id: string,
  does: string,
  where: () => Where,
  instead: (call: Call) => void,
): Defect {
  return {
    id,
    does,
    breaks: CONVENTION.stable,
    requirement: 'transport.stable',
    alter: transmission({ counted: where }, (_, call) => {
      instead(call);
    }),
  };
}

const hang = (): void => {
  // The connection stays as it is until the client or close() ends it.
};

/** Writes the same bytes again and again, as fast as they are read. */
function pour({ response }: Call, bytes: Buffer): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const more = (): void => {
    while (!response.destroyed && response.write(bytes));
    response.once('drain', more);
  };
  more();
}

/** Writes a byte now and then, for ever. */
function drip(call: Call): void {
  const { response, site } = call;
  if (response.destroyed) return;
  response.write(' ');
  site.later(100, () => {
    drip(call);
  });
}

const headers = (changed: Readonly<Record<string, string>>, body?: Buffer): Defect['alter'] =>
  reply(onSuccess, (right) => ({
    ...right,
    body: body ?? right.body,
    headers: {
      ...right.headers,
      'Content-Length': String((body ?? right.body).length),
      ...changed,
    },
  }));

const redirect = (where: Where, status: number, location: string): Defect['alter'] =>
  reply(where, (right) => ({
    ...right,
    status,
    headers: { ...right.headers, Location: location },
  }));

/** 192.0.2.0/24 is set aside for documentation (RFC 5737): nobody is there. */
const ELSEWHERE = 'http://192.0.2.7/api/c/compapi/v2/cc/add_instance_association/';

/** Answers much in few bytes. */
const bombing: Alteration = (sound) => {
  const body = bomb();
  return headers({ 'Content-Encoding': 'gzip' }, body)(sound);
};

/** Faults of the connection, and answers without a bound. */
export const TRANSPORT: readonly Defect[] = [
  broken(
    'length-too-long',
    'Announces more bytes than it sends, and ends the connection.',
    onSuccess,
    (right, call) => {
      const length = String(right.body.length + 10);
      writeRaw(
        call,
        Buffer.concat([Buffer.from(head(right, { 'Content-Length': length })), right.body]),
      );
    },
  ),
  broken('length-too-short', 'Announces and sends ten bytes less.', onRefusal, (right, call) => {
    const body = right.body.subarray(0, -10);
    writeRaw(
      call,
      Buffer.concat([Buffer.from(head(right, { 'Content-Length': String(body.length) })), body]),
    );
  }),
  broken('chunk-size-wrong', 'Writes a chunk size that is no number.', onSuccess, (right, call) => {
    writeRaw(call, `${head(right, CHUNKED)}ZZ\r\n${right.body.toString()}\r\n0\r\n\r\n`);
  }),
  broken('chunks-cut', 'Ends the connection before the last chunk.', onRefusal, (right, call) => {
    writeRaw(call, head(right, CHUNKED) + chunk(right.body));
  }),
  broken('status-line-garbled', 'Writes a status line that is none.', onSuccess, (right, call) => {
    writeRaw(call, Buffer.concat([Buffer.from('HTTP/1.1 OK\r\n\r\n'), right.body]));
  }),
  broken('header-garbled', 'Writes a header line without colon.', onCredentials, (right, call) => {
    const lines = head(right, {}).replace('\r\n\r\n', '\r\nno colon here\r\n\r\n');
    writeRaw(call, Buffer.concat([Buffer.from(lines), right.body]));
  }),
  broken('cut-in-the-body', 'Resets the connection in the body.', onSuccess, (right, call) => {
    call.response.socket?.write(
      Buffer.concat([Buffer.from(head(right, {})), right.body.subarray(0, 20)]),
    );
    call.site.later(20, () => {
      reset(call);
    });
  }),
  broken('endless-fast', 'Writes spaces for ever.', onSuccess, (_, call) => {
    pour(call, Buffer.alloc(65_536, ' '));
  }),
  broken('endless-refusal', 'Writes an endless string where it refuses.', onRefusal, (_, call) => {
    pour(call, Buffer.alloc(65_536, 'x'));
  }),
  broken('endless-slow', 'Writes a space ten times a second, for ever.', onSuccess, (_, call) => {
    call.response.writeHead(200, { 'Content-Type': 'application/json' });
    drip(call);
  }),
  {
    id: 'huge-answer',
    does: 'Writes 6 MB of spaces after the JSON.',
    breaks: SAYS.answer,
    requirement: 'response.body.json',
    alter: reply(onSuccess, (right) => {
      const body = Buffer.concat([right.body, Buffer.alloc(6_000_000, ' ')]);
      return {
        ...right,
        body,
        headers: { ...right.headers, 'Content-Length': String(body.length) },
      };
    }),
  },
  {
    id: 'compression-bomb',
    does: 'Answers 64 MB of spaces, compressed to 64 kB.',
    breaks: SAYS.answer,
    requirement: 'response.body.json',
    alter: bombing,
  },
  {
    id: 'header-flood',
    does: 'Writes 200 kB of headers.',
    breaks: SAYS.answer,
    requirement: 'response.body.json',
    alter: headers(
      Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`X-${n}`, 'x'.repeat(90)])),
    ),
  },
  {
    id: 'one-huge-header',
    does: 'Writes one header of 100 kB.',
    breaks: SAYS.answer,
    requirement: 'response.body.json',
    alter: headers({ 'X-Trace': 'x'.repeat(100_000) }),
  },
  {
    id: 'redirect-to-another-host',
    does: 'Answers creations with a redirect to another host.',
    breaks: SAYS.answer,
    requirement: 'response.body.json',
    alter: redirect(onSuccess, 307, ELSEWHERE),
  },
  {
    id: 'redirect-on-credentials',
    does: 'Redirects bad credentials to a login page.',
    breaks: SAYS.answer,
    requirement: 'response.body.json',
    alter: redirect(onCredentials, 302, 'http://192.0.2.7/login/'),
  },
  silent('hang', 'Never answers a creation.', 'effect.created', onSuccess, hang),
  silent(
    'hang-from-the-fifth-on',
    'Never answers a creation from the fifth on.',
    'effect.created',
    { counted: () => fromNth(5, onSuccess) },
    hang,
  ),
  silent('hang-on-lookup', 'Never answers a lookup.', 'effect.created', onLookup, hang),
  silent(
    'slow-beyond-the-limit',
    'Answers creations after 30 seconds.',
    'effect.created',
    onSuccess,
    (_, call, send) => {
      call.site.later(30_000, send);
    },
  ),
  silent(
    'reset',
    'Resets the connection of every creation.',
    'effect.created',
    onSuccess,
    (_, call) => {
      reset(call);
    },
  ),
  silent(
    'reset-on-add',
    'Resets every creation and refusal.',
    'effect.created',
    onAdd,
    (_, call) => {
      reset(call);
    },
  ),
  silent(
    'reset-on-parameters',
    'Resets the connection where parameters are wrong.',
    'request.bk_inst_id.required',
    onParameters,
    (_, call) => {
      reset(call);
    },
  ),
  silent(
    'reset-on-credentials',
    'Resets the connection where credentials are wrong.',
    'auth.bk_app_secret.verified',
    onCredentials,
    (_, call) => {
      reset(call);
    },
  ),
  healed(
    'reset-every-eleventh-creation',
    'Resets the connection after every eleventh creation.',
    () => everyNth(11, onSuccess),
    reset,
  ),
  healed(
    'closed-every-tenth-refusal',
    'Ends the connection without an answer at every tenth refusal.',
    () => everyNth(10, onRefusal),
    ({ response }) => {
      response.socket?.end();
    },
  ),
];

/** Made once, when it is first needed. */
let compressed: Buffer | undefined;
function bomb(): Buffer {
  compressed ??= gzipSync(Buffer.alloc(64_000_000, ' '));
  return compressed;
}
