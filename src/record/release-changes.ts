import {
  type Form,
  type KnownDeviation,
  type Manner,
  type Profile,
  releasesIn,
} from './profile.js';

/** What differs between two releases. */
export interface ReleaseChanges {
  /** Requirements that the later one does not keep any more, in these forms. */
  readonly begun: readonly KnownDeviation[];
  /** Those that it does not break any more in these forms. */
  readonly ended: readonly KnownDeviation[];
  /** What it does otherwise. */
  readonly otherwise: readonly {
    readonly manner: Manner;
    /** Nothing is known where it is undefined. */
    readonly before: Form | undefined;
    readonly after: Form | undefined;
  }[];
}

/** What changes for a client that goes from one release to another of the same profile. */
export function changesBetween(profile: Profile, from: string, to: string): ReleaseChanges {
  const holds = (span: Form | KnownDeviation, release: string): boolean =>
    releasesIn(profile, span).includes(release);
  const { deviations, manners } = profile;
  return {
    begun: deviations.filter((one) => holds(one, to) && !holds(one, from)),
    ended: deviations.filter((one) => holds(one, from) && !holds(one, to)),
    otherwise: manners
      .map((manner) => ({
        manner,
        before: manner.forms.find((form) => holds(form, from)),
        after: manner.forms.find((form) => holds(form, to)),
      }))
      .filter(({ before, after }) => before !== after),
  };
}
