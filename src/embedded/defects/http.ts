import type { Where } from '../alterations/alteration.js';
import { reply, transmission } from '../alterations/answering.js';
import { chunk, head, reset, writeRaw } from '../alterations/raw.js';
import { onCredentials, onRefusal, onSuccess } from '../alterations/where.js';
import type { Call, Reply } from '../call.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

const CHUNKED = { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' };

/** An answer began and is not right HTTP. */
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

const redirect = (where: Where, status: number, location: string): Defect['alter'] =>
  reply(where, (right) => ({
    ...right,
    status,
    headers: { ...right.headers, Location: location },
  }));

/** 192.0.2.0/24 is set aside for documentation (RFC 5737): nobody is there. */
const ELSEWHERE = 'http://192.0.2.7/api/c/compapi/v2/cc/add_instance_association/';

/** Answers that are not right HTTP, and redirects. */
export const HTTP: readonly Defect[] = [
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
];
