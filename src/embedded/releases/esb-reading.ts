import type { Behaviour, Call } from '../call.js';
import { isMembers, readJson } from '../json.js';
import type { Members } from '../json.js';
import { ESB, isRefusal, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Esb } from './esb.js';
import { withCredentials, withNewerNames } from './esb-members.js';
import { crashed, denied } from './esb-refusals.js';
import { withoutNaN } from './python.js';

/** Reads the parameters as a generation does. A body in chunks is not seen. */
export function readParameters(
  call: Call,
  esb: Esb,
  decode: Behaviour['decode'],
): Members | Refusal {
  const { received } = call;
  if (esb.readsJwt && received.header('x-bkapi-jwt') !== undefined) {
    return refuse(
      'protocol',
      ESB.gateway,
      'APIGateway JWT verification failed, get jwt public_key fail. please contact the component developer to handle',
    );
  }
  const credentials = esb.readsHeader ? readHeader(received.header('x-bkapi-authorization')) : null;
  if (isRefusal(credentials)) return credentials;
  const chunked = received.header('transfer-encoding') !== undefined;
  const body = chunked ? Buffer.alloc(0) : withoutNaN(received.body);
  const members = decode({ ...call, received: { ...received, body } });
  if (isRefusal(members)) {
    // Where the body is read first, the answer has no request id yet.
    return esb.readsHeader && credentials === null
      ? members
      : denied(members.message, members.code);
  }
  return withNewerNames(credentials === null ? members : withCredentials(members, credentials));
}

/** The credentials that the header has in place of the body's; null: none. */
function readHeader(text: string | undefined): Members | Refusal | null {
  if (text === undefined) return null;
  try {
    const value = readJson(text);
    if (value === null) return null;
    return isMembers(value) ? value : crashed();
  } catch {
    return refuse(
      'protocol',
      ESB.argument,
      'Parameters error, request header X-Bkapi-Authorization is not a valid JSON format string',
    );
  }
}
