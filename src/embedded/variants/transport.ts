import type { Alteration } from '../alterations/alteration.js';
import { reply, transmission } from '../alterations/answering.js';
import { page, standingBefore } from '../alterations/standing-before.js';
import { always, isAdd } from '../alterations/where.js';
import type { Variant } from './variant.js';

/** Answers that come unusually. */
export const TRANSPORT: readonly Variant[] = [
  {
    id: 'chunked',
    does: 'Sends bodies in chunks of 7 bytes.',
    alter: transmission(always, ({ status, headers, body }, { response }) => {
      response.writeHead(status, { 'Content-Type': headers['Content-Type'] });
      for (let at = 0; at < body.length; at += 7) response.write(body.subarray(at, at + 7));
      response.end();
    }),
  },
  {
    id: 'no-keep-alive',
    does: 'Answers one request a connection.',
    alter: () => ({}),
    keepAlive: false,
  },
  {
    id: 'until-close',
    does: 'Announces no length: the end of the connection ends the body.',
    alter: transmission(always, (right, { response }) => {
      response.shouldKeepAlive = false;
      response.useChunkedEncodingByDefault = false;
      response.writeHead(right.status, { 'Content-Type': 'application/json', Connection: 'close' });
      response.end(right.body);
    }),
    keepAlive: false,
  },
  {
    id: 'slow-answers',
    does: 'Takes 200 ms for each answer.',
    alter: transmission(always, (_, call, send) => {
      call.site.later(200, send);
    }),
  },
  {
    id: 'in-two-pieces',
    does: 'Pauses in the middle of the body.',
    alter: transmission(isAdd, (right, { response, site }) => {
      response.writeHead(right.status, { ...right.headers });
      response.write(right.body.subarray(0, 25));
      site.later(5, () => {
        response.end(right.body.subarray(25));
      });
    }),
  },
  {
    id: 'firewall-wants-a-name',
    does: 'A firewall before it blocks clients that do not name themselves.',
    alter: standingBefore(
      ({ received }) => received.userAgent === '',
      () => page(403, 'Blocked: no client named'),
    ),
  },
  {
    id: 'coding-identity',
    does: 'Names "identity" as the coding of its bodies.',
    alter: coded('identity'),
  },
  {
    id: 'coding-utf-8',
    does: 'Names its character set as the coding of its bodies.',
    alter: coded('utf-8'),
  },
  {
    id: 'large-headers',
    does: 'Sends 40 kB of headers, cookies among them.',
    alter: (sound) => ({
      serialise: (members, call) => {
        const right = sound.serialise(members, call);
        const extra = new Map(
          Array.from({ length: 40 }, (_, n) => [`X-Trace-${n}`, 'x'.repeat(1000)]),
        );
        return { ...right, headers: { ...right.headers, ...Object.fromEntries(extra) } };
      },
    }),
  },
];

/** Names a content coding that changes nothing. */
function coded(coding: string): Alteration {
  return reply(always, (right) => ({
    ...right,
    headers: { ...right.headers, 'Content-Encoding': coding },
  }));
}
