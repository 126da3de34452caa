import type { RequirementResult } from '../../record/record.js';
import {
  type CommonCause,
  failedOf,
  type Found,
  isContradicted,
  isTaken,
  judged,
} from './common-cause.js';

/**
 * The credentials that a server never checks, as one cause: all that was judged of them, a wrong
 * value among it, failed, since requests with the fault were accepted.
 */
export function uncheckedCredentials(found: Found): CommonCause[] {
  const unchecked = [...byCredential(found)].filter(
    ([name, rules]) =>
      rules.some(isTaken) &&
      judged(rules).every(isTaken) &&
      !isContradicted(found, beginning(name)),
  );
  const names = unchecked.flatMap(([name, rules]) =>
    rules.some((rule) => rule.id === `${beginning(name)}verified` && isTaken(rule)) ? [name] : [],
  );
  const failed = failedOf(unchecked.flatMap(([, rules]) => rules));
  return names.length === 0 || failed === undefined
    ? []
    : [{ kind: 'credentials-unchecked', endpoint: found.endpoint, names, ...failed }];
}

function beginning(name: string): string {
  return `auth.${name}.`;
}

/** The rules that ask for a refusal, by the credential that they are about. */
function byCredential({ requirements }: Found): ReadonlyMap<string, RequirementResult[]> {
  const rules = new Map<string, RequirementResult[]>();
  for (const result of requirements) {
    const [about, name, rule] = result.id.split('.');
    if (about !== 'auth' || name === undefined || rule === 'accepted') continue;
    rules.set(name, [...(rules.get(name) ?? []), result]);
  }
  return rules;
}
