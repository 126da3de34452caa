import type { Said } from './problem.js';
import { fitsValue } from './problem-pattern.js';
import { type Family, type Form, type Profile, releasesIn } from './profile.js';

/** What came back in a case, or in a step before the first one: an answer of the API. */
export interface SeenAnswer {
  readonly endpoint: string;
  readonly case: string;
  /** The endpoint that was asked in its place, where what stands before both answers alike. */
  readonly asked?: string;
  readonly said: Said;
  /** Names of the members of the answer. */
  readonly members: readonly string[];
  /** Number of the exchange, where there is a record that has it. */
  readonly evidence?: number;
}

/** Releases of a family that fit what came back, and by what. */
export interface Fit {
  readonly family: Family;
  /** From the oldest to the newest; at least one. */
  readonly releases: readonly string[];
  readonly because: readonly {
    readonly endpoint: string;
    readonly case: string;
    readonly said: Said;
    /** A member that the answer lacks, or has, where that is what tells. */
    readonly lacks?: string;
    readonly has?: string;
    readonly evidence?: number;
  }[];
}

/**
 * The releases of a family that fit what came back. An answer that no known release gives says
 * nothing.
 *
 * @param answers - by endpoint and case, as {@link Profile.manners} name them
 * @returns undefined where nothing tells releases apart, or nothing fits all of it
 */
export function fittingReleases(profile: Profile, answers: readonly SeenAnswer[]): Fit | undefined {
  let releases = releasesIn(profile, {});
  const because: Fit['because'][number][] = [];
  for (const manner of profile.manners) {
    const seen = answers.find(
      (one) => one.endpoint === manner.endpoint && one.case === manner.case,
    );
    if (seen === undefined) continue;
    const forms = manner.forms.filter((form) => tells(form, seen));
    if (forms.length === 0) continue;
    const fitting = new Set(forms.flatMap((form) => releasesIn(profile, form)));
    const left = releases.filter((id) => fitting.has(id));
    // What rules nothing out is no reason.
    if (left.length === releases.length) continue;
    releases = left;
    const { lacks, has } = forms[0]?.tells ?? {};
    const { endpoint, asked = endpoint, said, evidence } = seen;
    because.push({
      ...{ endpoint: asked, case: seen.case, said },
      ...(lacks === undefined ? {} : { lacks }),
      ...(has === undefined ? {} : { has }),
      ...(evidence === undefined ? {} : { evidence }),
    });
  }
  const { family } = profile;
  return because.length === 0 || releases.length === 0 ? undefined : { family, releases, because };
}

function tells({ tells: form }: Form, { said, members }: SeenAnswer): boolean {
  if (form === undefined) return false;
  return (
    (form.code === undefined || form.code === said.code) &&
    (form.message === undefined || fitsValue(form.message, said.message)) &&
    (form.lacks === undefined || !members.includes(form.lacks)) &&
    (form.has === undefined || members.includes(form.has))
  );
}
