import type { AcceptEntry, Comparison } from '../../record/comparison/comparison.js';
import type { Text } from '../../text.js';
import {
  acceptedSentence,
  expiredSentence,
  staleSentence,
} from '../sentences/comparison/accepted.js';

/** What is to be told of an accept file: what it took out, and which entries are of no use any more. */
export function acceptanceLines(comparison: Comparison): Text[] {
  const { stale, expired, differences, requirements } = comparison;
  return [
    ...differences.flatMap(({ accepted, kind, endpoints }) =>
      accepted ? [acceptedSentence(`${endpoints.join(', ')} ${kind}`, accepted)] : [],
    ),
    ...requirements.flatMap(({ accepted, change, endpoint, id }) =>
      accepted ? [acceptedSentence(`${endpoint}/${id} ${change}`, accepted)] : [],
    ),
    ...stale.map((entry) => staleSentence(nameOf(entry))),
    ...expired.map((entry) => expiredSentence(nameOf(entry), entry.expires ?? '')),
  ];
}

function nameOf(entry: AcceptEntry): string {
  return 'requirement' in entry
    ? `${entry.endpoint}/${entry.requirement} ${entry.change}`
    : `${entry.endpoints.join(', ')} ${entry.difference}${entry.at === undefined ? '' : ` ${entry.at}`}`;
}
