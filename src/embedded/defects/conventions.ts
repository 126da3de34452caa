import { LosslessNumber } from 'lossless-json';
import type { Alteration } from '../alterations/alteration.js';
import { envelope, reply, text, withMember } from '../alterations/answering.js';
import {
  everyNth,
  onAdd,
  onCredentials,
  onParameters,
  onRefusal,
  onSuccess,
} from '../alterations/where.js';
import type { Call } from '../call.js';
import { member, writeJson } from '../json.js';
import type { Defect } from './defect.js';
import { CONVENTION } from './sentences.js';

function convention(
  name: keyof typeof REQUIREMENTS,
  id: string,
  does: string,
  alter: Alteration,
): Defect {
  return {
    id,
    does,
    breaks: CONVENTION[name],
    requirement: `convention.${REQUIREMENTS[name]}`,
    alter,
  };
}

const REQUIREMENTS = {
  noBom: 'json.no_bom',
  keysOnce: 'json.duplicate_same',
  integerForm: 'json.integer_form',
  freshRequestId: 'request_id.fresh',
  namesParameter: 'message.names_parameter',
  saysSomething: 'message.says_something',
  contentType: 'content_type',
  noIdInFailure: 'failure.no_id',
  noSecrets: 'secrets.not_repeated',
} as const;

function sent(call: Call, name: string): string {
  const value = member(call.members, name);
  return typeof value === 'string' ? value : writeJson(value);
}

const contentType = (value: string | undefined): Alteration =>
  reply(onAdd, (right) => {
    const others = Object.entries(right.headers).filter(([name]) => name !== 'Content-Type');
    const named = value === undefined ? [] : [['Content-Type', value] as const];
    return { ...right, headers: Object.fromEntries([...others, ...named]) };
  });

/** What careful servers do beyond the document's words, not done. */
export const CONVENTIONS: readonly Defect[] = [
  convention(
    'noBom',
    'bom-on-success',
    'Writes a byte order mark before the JSON of a creation.',
    text(onSuccess, (right) => `\uFEFF${right}`),
  ),
  convention(
    'noBom',
    'bom-on-refusal',
    'Writes a byte order mark before the JSON of a refusal.',
    text(onRefusal, (right) => `\uFEFF${right}`),
  ),
  convention(
    'keysOnce',
    'result-twice-the-same',
    'Writes result twice with the same value.',
    text(onSuccess, (right) => `{"result":true,${right.slice(1)}`),
  ),
  convention(
    'integerForm',
    'code-with-exponent',
    'Writes the code of a refusal as 1.306e6.',
    envelope(onCredentials, withMember('code', new LosslessNumber('1.306e6'))),
  ),
  convention(
    'integerForm',
    'code-with-fraction-zero',
    'Writes the code of a success as 0.0.',
    envelope(onSuccess, withMember('code', new LosslessNumber('0.0'))),
  ),
  convention(
    'freshRequestId',
    'request-id-constant',
    'Answers the request id of the sample each time.',
    envelope(onAdd, withMember('request_id', 'e43da4ef221746868dc4c837d36f3807')),
  ),
  convention(
    'freshRequestId',
    'request-id-empty-on-refusal',
    'Answers an empty request id where it refuses.',
    envelope(onRefusal, withMember('request_id', '')),
  ),
  convention(
    'freshRequestId',
    'request-id-repeated-every-eighth-time',
    'Answers the same request id every eighth time.',
    envelope({ counted: () => everyNth(8, onAdd) }, withMember('request_id', '0'.repeat(32))),
  ),
  convention(
    'namesParameter',
    'message-without-the-parameter',
    'Says "Deserializing JSON data failed" of every wrong parameter, as CMDB does.',
    envelope(onParameters, withMember('message', 'Deserializing JSON data failed')),
  ),
  convention(
    'saysSomething',
    'message-of-spaces',
    'Answers a message of spaces where it refuses.',
    envelope(onRefusal, withMember('message', '   ')),
  ),
  convention(
    'saysSomething',
    'message-of-dots',
    'Answers "..." where it refuses credentials.',
    envelope(onCredentials, withMember('message', '...')),
  ),
  convention(
    'contentType',
    'content-type-html',
    'Calls the JSON text/html.',
    contentType('text/html; charset=utf-8'),
  ),
  convention(
    'contentType',
    'content-type-missing',
    'Names no content type.',
    contentType(undefined),
  ),
  convention(
    'contentType',
    'content-type-text-on-refusal',
    'Calls the JSON of refusals text/plain.',
    reply(onRefusal, (right) => ({
      ...right,
      headers: { ...right.headers, 'Content-Type': 'text/plain' },
    })),
  ),
  convention(
    'noIdInFailure',
    'id-in-parameter-refusal',
    'Answers the id of an association where it refuses parameters.',
    envelope(onParameters, withMember('data', { id: 1038n })),
  ),
  convention(
    'noIdInFailure',
    'id-in-credential-refusal',
    'Answers the id of an association where it refuses credentials.',
    envelope(onCredentials, withMember('data', { id: 1038n })),
  ),
  convention(
    'noSecrets',
    'secret-in-message',
    'Repeats the secret in the message of a refusal.',
    envelope(onRefusal, (right, call) => ({
      ...right,
      message: `${String(right['message'])} (bk_app_secret=${sent(call, 'bk_app_secret')})`,
    })),
  ),
  convention(
    'noSecrets',
    'request-echoed-on-success',
    'Repeats the whole request in an answer to a creation.',
    envelope(onSuccess, (right, call) => ({ ...right, request: call.members })),
  ),
  convention(
    'noSecrets',
    'token-in-message',
    'Repeats a bad login state in the message.',
    envelope(onCredentials, (right, call) => ({
      ...right,
      message: `${String(right['message'])} [bk_token=${sent(call, 'bk_token')}]`,
    })),
  ),
  convention(
    'noSecrets',
    'secret-in-header',
    'Repeats the secret, URL-encoded, in a header.',
    reply(onAdd, (right, call) => ({
      ...right,
      headers: {
        ...right.headers,
        'X-Debug': encodeURIComponent(`${sent(call, 'bk_app_secret')}+`),
      },
    })),
  ),
  convention(
    'noSecrets',
    'secret-in-base64',
    'Repeats the secret in base64 in the permission of a refusal.',
    envelope(onRefusal, (right, call) => ({
      ...right,
      permission: { auth: Buffer.from(sent(call, 'bk_app_secret')).toString('base64') },
    })),
  ),
];
