import type { Check } from '../../record/diagnosis.js';
import { fittingReleases } from '../../record/fitting-releases.js';
import type { Profile } from '../../record/profile.js';
import { undeclared } from '../record/releases-fit.js';
import type { Run } from '../run.js';

/** Which releases fit what was seen, of each family of which none was chosen; nothing is applied. */
export function checkReleases({ tools, knowledge }: Run, profiles: readonly Profile[]): Check[] {
  return undeclared(profiles, tools.declarations).map((profile) => {
    const { family } = profile;
    const fit = fittingReleases(profile, knowledge.seen);
    return fit === undefined
      ? { kind: 'releases', result: 'unknown', family }
      : { kind: 'releases', result: 'ok', family, fit };
  });
}
