import { gzipSync } from 'node:zlib';
import type { Alteration, Where } from '../alterations/alteration.js';
import { reply, transmission } from '../alterations/answering.js';
import { onRefusal, onSuccess } from '../alterations/where.js';
import type { Call } from '../call.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

function excess(id: string, does: string, alter: Alteration): Defect {
  return { id, does, breaks: SAYS.answer, requirement: 'response.body.json', alter };
}

function endless(id: string, does: string, where: Where, send: (call: Call) => void): Defect {
  return excess(
    id,
    does,
    transmission(where, (_, call) => {
      send(call);
    }),
  );
}

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

/** Answers much in few bytes. */
const bombing: Alteration = (sound) => {
  const body = bomb();
  return headers({ 'Content-Encoding': 'gzip' }, body)(sound);
};

/** Answers without a bound, or far beyond every limit. */
export const EXCESS: readonly Defect[] = [
  endless('endless-fast', 'Writes spaces for ever.', onSuccess, (call) => {
    pour(call, Buffer.alloc(65_536, ' '));
  }),
  endless('endless-refusal', 'Writes an endless string where it refuses.', onRefusal, (call) => {
    pour(call, Buffer.alloc(65_536, 'x'));
  }),
  endless('endless-slow', 'Writes a space ten times a second, for ever.', onSuccess, (call) => {
    call.response.writeHead(200, { 'Content-Type': 'application/json' });
    drip(call);
  }),
  excess('huge-answer', 'Writes 6 MB of spaces after the JSON.', (sound) =>
    reply(onSuccess, (right) => {
      const body = Buffer.concat([right.body, Buffer.alloc(6_000_000, ' ')]);
      return {
        ...right,
        body,
        headers: { ...right.headers, 'Content-Length': String(body.length) },
      };
    })(sound),
  ),
  excess('compression-bomb', 'Answers 64 MB of spaces, compressed to 64 kB.', bombing),
  excess(
    'header-flood',
    'Writes 200 kB of headers.',
    headers(Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`X-${n}`, 'x'.repeat(90)]))),
  ),
  excess(
    'one-huge-header',
    'Writes one header of 100 kB.',
    headers({ 'X-Trace': 'x'.repeat(100_000) }),
  ),
];

/** Made once, when it is first needed. */
let compressed: Buffer | undefined;
function bomb(): Buffer {
  compressed ??= gzipSync(Buffer.alloc(64_000_000, ' '));
  return compressed;
}
