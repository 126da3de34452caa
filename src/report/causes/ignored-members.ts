import {
  type CommonCause,
  failedOf,
  type Found,
  isContradicted,
  isTaken,
  judged,
  membersOf,
} from './common-cause.js';

/** Rules about the form of a member; any other says what it is for. */
const FORM = new Set(['required', 'type', 'values', 'nonempty']);

/**
 * The outermost members of requests that a server ignores: all that was judged of such a member and
 * of what it holds failed, since requests with the fault were accepted.
 */
export function ignoredMembers(found: Found): CommonCause[] {
  const ignored: string[] = [];
  return membersOf(found, 'request').flatMap((member) => {
    if (ignored.some((outer) => member.startsWith(`${outer}.`))) return [];
    const beginning = `request.${member}.`;
    const own = found.requirements.filter(({ id }) => id.startsWith(beginning));
    if (!judged(own).every(isTaken) || isContradicted(found, beginning)) return [];
    const failed = failedOf(own);
    if (failed === undefined) return [];
    ignored.push(member);
    const hasMeaning = own.some(({ id }) => !FORM.has(id.slice(id.lastIndexOf('.') + 1)));
    return [
      { kind: 'member-ignored', endpoint: found.endpoint, member, hasMeaning, ...failed } as const,
    ];
  });
}
