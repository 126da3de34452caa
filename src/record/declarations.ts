import type { ChosenReleases, Deviation } from './declaration.js';
import type { Finding } from './finding.js';
import { fitsProblem } from './problem-pattern.js';
import { type KnownDeviation, type Profile, releasesIn } from './profile.js';
import { hasExpired, isWaived, type Waiver } from './waiver.js';

/** What is declared of one requirement. */
interface Declared {
  readonly deviations: { readonly known: KnownDeviation; readonly deviation: Deviation }[];
  readonly waivers: Waiver[];
}

/** Everything that is declared for a run. */
export interface Declarations {
  readonly releases: ChosenReleases;
  /** By endpoint and requirement, as {@link declaredKey} writes them. */
  readonly byRequirement: ReadonlyMap<string, Declared>;
  /** When the run began, in milliseconds since 1970: waivers expire. */
  readonly now: number;
}

/** Nothing is declared. */
export const NOTHING_DECLARED: Declarations = { releases: {}, byRequirement: new Map(), now: 0 };

/** What tells a requirement from those of other endpoints. */
export function declaredKey(endpoint: string, requirement: string): string {
  return `${endpoint}/${requirement}`;
}

/**
 * Puts together what is declared for a run.
 *
 * @param profiles - of every family
 * @param releases - of a family without one, nothing is declared
 * @param now - milliseconds since 1970
 */
export function declarationsOf(
  profiles: readonly Profile[],
  releases: ChosenReleases,
  waivers: readonly Waiver[],
  now: number,
): Declarations {
  const byRequirement = new Map<string, Declared>();
  const at = (endpoint: string, requirement: string): Declared => {
    const key = declaredKey(endpoint, requirement);
    const declared = byRequirement.get(key) ?? { deviations: [], waivers: [] };
    byRequirement.set(key, declared);
    return declared;
  };
  for (const profile of profiles) {
    const { family } = profile;
    const release = releases[family];
    if (release === undefined) continue;
    for (const known of profile.deviations) {
      if (!releasesIn(profile, known).includes(release)) continue;
      const { about, observed, read } = known;
      const deviation = {
        ...{ family, release, about },
        ...(observed === undefined ? {} : { observed }),
        ...(read === undefined ? {} : { read }),
      };
      at(known.endpoint, known.requirement).deviations.push({ known, deviation });
    }
  }
  for (const waiver of waivers) at(waiver.endpoint, waiver.requirement).waivers.push(waiver);
  return { releases, byRequirement, now };
}

/**
 * Marks a failure that is declared in exactly its form as a deviation. One whose waiver ran out stays
 * a failure, with that waiver. That nothing decides a requirement may be declared of a release too.
 *
 * @param endpoint - the endpoint that the finding is about
 */
export function declare<T extends Finding & { readonly caseId?: string }>(
  endpoint: string,
  finding: T,
  { byRequirement, now }: Declarations,
): T {
  const { status, problem, requirement, trial } = finding;
  const declared = byRequirement.get(declaredKey(endpoint, requirement));
  if (declared === undefined || problem === undefined) return finding;
  if (status !== 'failed' && problem.kind !== 'undecided') return finding;
  const deviation = declared.deviations.find(
    ({ known: { cases, problem: pattern } }) =>
      (cases?.includes(trial) ?? true) && fitsProblem(pattern, problem),
  )?.deviation;
  if (deviation !== undefined) return { ...finding, status: 'deviation', declared: { deviation } };
  if (status !== 'failed') return finding;
  const waivers = declared.waivers.filter((one) => isWaived(one, finding));
  const waiver = waivers.find((one) => !hasExpired(one, now));
  if (waiver !== undefined) return { ...finding, status: 'deviation', declared: { waiver } };
  const [expired] = waivers;
  return expired === undefined ? finding : { ...finding, declared: { waiver: expired } };
}
