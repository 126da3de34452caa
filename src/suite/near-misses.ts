import type { Secret } from '../redact/secrets.js';
import { ALL_CASES } from '../cases/all-cases.js';

/**
 * The values that are made from a secret in a run: as secret as it is, and from the first exchange
 * on, since a server may say one before it was sent. Those that hold the secret are hidden with it.
 *
 * @param at - the member that carries the secret
 */
export function nearMissesOf({ name: at, value }: Secret): Secret[] {
  return ALL_CASES.flatMap((entry) => (entry.kind === 'refusal' ? entry.changes : []))
    .filter((change) => change.at === at && change.secret === true)
    .flatMap(({ fault, to }) => {
      const made =
        to === 'absent' ? '' : to({ value, otherSecret: undefined, otherCode: undefined });
      return typeof made === 'string' && !made.includes(value)
        ? [{ name: `${at}: ${fault}`, value: made }]
        : [];
    });
}
