import { randomUUID } from 'node:crypto';
import type { Envelope, Outcome } from './call.js';

/**
 * The document's envelope, in the document's order. All six members are in every answer, also where
 * the ESB leaves `permission` and `request_id` out of a refusal of its own: the document knows no
 * answer without them.
 *
 * The message of a success is "", as in the document's sample and by its words ("error message of a
 * failed request"); real servers say "success".
 */
export function envelopeOf({ refusal, data }: Outcome): Envelope {
  return {
    result: refusal === undefined,
    code: refusal?.code ?? 0,
    message: refusal?.message ?? '',
    data: data ?? null,
    permission: null,
    request_id: freshRequestId(),
  };
}

/** As the ESB makes it: `uuid.uuid4().hex`, 32 lower-case hexadecimal digits. */
function freshRequestId(): string {
  return randomUUID().replaceAll('-', '');
}
