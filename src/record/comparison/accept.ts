import type { AcceptEntry, Accepted, Difference, RequirementChange } from './comparison.js';

/** What is left of an accept file once it was applied. */
export interface AppliedAcceptance {
  readonly differences: readonly Difference[];
  readonly requirements: readonly RequirementChange[];
  /** Entries that match nothing. */
  readonly stale: readonly AcceptEntry[];
  /** Entries whose last day is over; they accept nothing. */
  readonly expired: readonly AcceptEntry[];
}

/**
 * Takes expected differences out. One is expected in exactly the form that an entry declares: what it
 * was and is in each form, and nothing else.
 *
 * @param today - ISO 8601, for example `2027-01-31`
 */
export function applyAcceptance(
  entries: readonly AcceptEntry[],
  today: string,
  all: Pick<AppliedAcceptance, 'differences' | 'requirements'>,
): AppliedAcceptance {
  const expired = entries.filter(({ expires }) => expires !== undefined && expires < today);
  const valid = new Map(
    entries.filter((entry) => !expired.includes(entry)).map((entry) => [keyOfEntry(entry), entry]),
  );
  const used = new Set<string>();
  const accepted = (key: string): { readonly accepted?: Accepted } => {
    const entry = valid.get(key);
    if (entry === undefined) return {};
    used.add(key);
    const { reason, ticket, owner, expires } = entry;
    return {
      accepted: {
        reason,
        ...(ticket === undefined ? {} : { ticket }),
        ...(owner === undefined ? {} : { owner }),
        ...(expires === undefined ? {} : { expires }),
      },
    };
  };
  return {
    differences: all.differences.map((one) => ({ ...one, ...accepted(differenceKey(one)) })),
    requirements: all.requirements.map((one) => ({ ...one, ...accepted(requirementKey(one)) })),
    stale: [...valid].flatMap(([key, entry]) => (used.has(key) ? [] : [entry])),
    expired,
  };
}

/**
 * The entries that would accept all that is there, for the user to give each a reason.
 *
 * @param given - reason and last day of each
 */
export function acceptAll(
  { differences, requirements }: Pick<AppliedAcceptance, 'differences' | 'requirements'>,
  given: Accepted,
): AcceptEntry[] {
  return [
    ...requirements.flatMap(({ endpoint, id, change, severity, accepted }): AcceptEntry[] =>
      severity === undefined ? [] : [{ requirement: id, endpoint, change, ...(accepted ?? given) }],
    ),
    ...differences.map(({ kind, endpoints, at, before, after, accepted }): AcceptEntry => ({
      difference: kind,
      endpoints,
      ...(at === undefined ? {} : { at }),
      before,
      after,
      ...(accepted ?? given),
    })),
  ];
}

function keyOfEntry(entry: AcceptEntry): string {
  return 'requirement' in entry
    ? requirementKey({ ...entry, id: entry.requirement })
    : differenceKey({ ...entry, kind: entry.difference });
}

function requirementKey({
  endpoint,
  id,
  change,
}: Pick<RequirementChange, 'endpoint' | 'id' | 'change'>): string {
  return JSON.stringify([endpoint, id, change]);
}

function differenceKey({
  kind,
  endpoints,
  at = '',
  before,
  after,
}: Pick<Difference, 'kind' | 'endpoints' | 'at' | 'before' | 'after'>): string {
  return JSON.stringify([kind, [...endpoints].sort(), at, [...before].sort(), [...after].sort()]);
}
