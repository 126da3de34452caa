import { type CommonCause, failedOf, type Found, judged, membersOf } from './common-cause.js';

/**
 * The outermost members that answers should have and never do: all that was judged of such a member
 * and of what it holds failed, since it was missing.
 */
export function missingMembers(found: Found): CommonCause[] {
  const { endpoint, requirements } = found;
  return membersOf(found, 'response').flatMap((member) => {
    if (member.includes('.')) return [];
    const own = requirements.filter(({ id }) => id.startsWith(`response.${member}.`));
    const failed = failedOf(own);
    const isMissing = judged(own).every(({ problem }) => problem?.kind === 'member-missing');
    return failed !== undefined && isMissing
      ? [{ kind: 'member-never-answered', endpoint, member, ...failed } as const]
      : [];
  });
}
