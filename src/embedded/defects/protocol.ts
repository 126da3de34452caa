import type { Where } from '../alterations/alteration.js';
import { reply, text } from '../alterations/answering.js';
import type { Call } from '../call.js';
import type { Defect } from './defect.js';
import { CONVENTION } from './sentences.js';

const isAddPath = ({ path }: Call): boolean => path.includes('add_instance_association');
const startsWithBrace = ({ received }: Call): boolean => received.body[0] === 0x7b;

const malformed: Where = (call) =>
  isAddPath(call) && call.outcome?.refusal?.refused === 'protocol' && startsWithBrace(call);
const got: Where = (call) => isAddPath(call) && call.received.method === 'GET';
const noObject: Where = (call) =>
  isAddPath(call) && call.received.method === 'POST' && !startsWithBrace(call);

const page = (status: number, title: string): Defect['alter'] =>
  reply(status === 405 ? got : malformed, (): ReturnType<typeof htmlReply> =>
    htmlReply(status, title),
  );

function htmlReply(
  status: number,
  title: string,
): { status: number; headers: Record<string, string>; body: Buffer } {
  const body = Buffer.from(`<html><body><h1>${title}</h1></body></html>`);
  return {
    status,
    headers: { 'Content-Type': 'text/html', 'Content-Length': String(body.length) },
    body,
  };
}

function failureEnvelope(id: string, does: string, alter: Defect['alter']): Defect {
  return {
    id,
    does,
    breaks: CONVENTION.failureEnvelope,
    requirement: 'convention.protocol.failure_envelope',
    alter,
  };
}

/** What is not a call at all, refused without the envelope. */
export const PROTOCOL: readonly Defect[] = [
  failureEnvelope(
    'malformed-json-html',
    'Answers malformed JSON with HTTP 400 and a page.',
    page(400, 'Bad Request'),
  ),
  failureEnvelope('get-html', 'Answers GET with HTTP 405 and a page.', page(405, 'Not Allowed')),
  failureEnvelope(
    'no-object-empty',
    'Answers a body that is no JSON object with an empty body.',
    text(noObject, () => ''),
  ),
  failureEnvelope(
    'malformed-json-trace',
    'Answers malformed JSON with a stack trace.',
    text(malformed, () => 'Traceback (most recent call last):\n  File "views.py", line 12, in get'),
  ),
  failureEnvelope(
    'malformed-json-without-code',
    'Leaves code out where it refuses malformed JSON.',
    text(malformed, () => '{"result":false,"data":null,"message":"malformed"}'),
  ),
];
