import type { Call, Envelope, Reply } from './call.js';
import { writeJson } from './json.js';

/** Writes an envelope as UTF-8, non-ASCII characters as they are, as the ESB does. */
export function serialise(envelope: Envelope, { outcome }: Call): Reply {
  const body = Buffer.from(writeJson(envelope));
  return {
    status: outcome?.refusal?.status ?? 200,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(body.length),
    },
    body,
  };
}
