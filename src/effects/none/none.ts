import type { EndpointOutline } from '../../contract/outline.js';
import { notApplicable } from '../../record/finding.js';
import type { Finding } from '../../record/finding.js';

/**
 * An endpoint whose effect nobody knows is sent nothing: a suite that called unknown writing
 * endpoints with the document's sample would do harm on a live system.
 *
 * @returns a finding for each requirement
 */
export function withoutEffect({ requirements }: EndpointOutline): Finding[] {
  const ids = requirements.map(({ id }) => id);
  return notApplicable(ids, 'none', { kind: 'no-effect' });
}
