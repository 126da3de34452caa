import type { Text } from '../text.js';
import type { ExpectedValue, ProblemPattern } from './problem-pattern.js';

/** What is released on its own: CMDB, and the ESB before it. */
export type Family = 'cmdb' | 'esb';

/** A known release of a real server. */
export interface Release {
  /** As `--release` or `--esb` takes it. */
  readonly id: string;
  readonly about: Text;
  /** False where its source was read and nothing of it was run. */
  readonly observed: boolean;
}

/** The releases that something holds for; without an end, all in that direction. */
export interface Span {
  /** Exactly these, where they have a gap between them. */
  readonly releases?: readonly string[];
  readonly since?: string;
  readonly until?: string;
}

/** Where something is known from: what was seen on a running server, what was read in the source. */
export interface Evidence {
  readonly observed?: string;
  readonly read?: string;
}

/** A requirement that releases are known not to keep, and in which form. */
export interface KnownDeviation extends Span, Evidence {
  readonly endpoint: string;
  readonly requirement: string;
  /** Only these trials; without it, any. */
  readonly cases?: readonly string[];
  readonly problem: ProblemPattern;
  /** Whether it occurs depends on how the installation and the run are configured: never stale. */
  readonly sometimes?: true;
  readonly about: Text;
}

/** What releases do in one situation, where they differ in it. */
export interface Manner {
  readonly endpoint: string;
  readonly about: Text;
  /** The case in which a run meets it, or the step before the first one, where there is one. */
  readonly case?: string;
  readonly forms: readonly Form[];
}

/** One way of doing it, and the releases that have it. */
export interface Form extends Span, Evidence {
  readonly about: Text;
  /** What the answer says, where that tells these releases from others. */
  readonly tells?: {
    readonly code?: string;
    readonly message?: ExpectedValue;
    /** A member that the answer has not, or has. */
    readonly lacks?: string;
    readonly has?: string;
  };
}

/** What is known of the releases of one family. */
export interface Profile {
  readonly family: Family;
  /** From the oldest to the newest. */
  readonly releases: readonly Release[];
  readonly deviations: readonly KnownDeviation[];
  readonly manners: readonly Manner[];
}

/**
 * The releases that something holds for, by their ids, from the oldest to the newest.
 *
 * @param profile - knows the order of the releases
 */
export function releasesIn({ releases }: Pick<Profile, 'releases'>, span: Span): string[] {
  const ids = releases.map(({ id }) => id);
  if (span.releases !== undefined) return ids.filter((id) => span.releases?.includes(id));
  const from = span.since === undefined ? 0 : ids.indexOf(span.since);
  const to = span.until === undefined ? ids.length : ids.indexOf(span.until) + 1;
  return from < 0 ? [] : ids.slice(from, to);
}
