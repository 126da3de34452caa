import type { Settings } from '../../config/settings.js';
import { judgedEndpoint } from '../../engine/judged-endpoint.js';
import type { JudgedWith } from '../../engine/judged-endpoint.js';
import type { ContractFiles } from '../../contract/contract-files.js';
import { EFFECTS } from '../../effects/effects.js';
import { type Declarations, declarationsOf } from '../../record/declarations.js';
import type { Profile } from '../../record/profile.js';
import { chosenReleases } from './chosen-releases.js';
import { loadWaivers, type Nameable } from './load-waivers.js';

/**
 * What the settings declare of the target: its releases, and the waivers.
 *
 * @param given - what the endpoints are made with
 * @param folder - where waivers are sought; undefined: only what is set is read
 * @param now - milliseconds since 1970
 * @throws ConformanceError `usage` for an unknown release, or for what is wrong in the waivers
 */
export function declarationsFor(
  settings: Settings,
  profiles: readonly Profile[],
  given: JudgedWith & { readonly contract: ContractFiles },
  folder: string | undefined,
  now: number,
): Declarations {
  const releases = chosenReleases(profiles, settings);
  // The embedded CMDB is not what waivers in the working directory were written for.
  const sought = settings.embedded ? undefined : folder;
  const waivers = loadWaivers(settings.setting('CMDB_WAIVERS'), sought, () => nameable(given));
  return declarationsOf(profiles, releases, waivers, now);
}

/** Every endpoint with its requirements and all cases, whatever is run of them. */
function nameable(given: JudgedWith & { readonly contract: ContractFiles }): Nameable[] {
  const { outlines, conventions } = given.contract;
  return [...outlines.values()].map((outline) => {
    const { endpoint } = outline;
    const effect = EFFECTS.find((one) => one.endpoint === endpoint);
    const { cases } = judgedEndpoint(outline, effect, { ...given, effort: 'full' });
    return {
      endpoint,
      requirements: [...outline.requirements, ...(effect === undefined ? [] : conventions)],
      cases: cases.map(({ id }) => id),
    };
  });
}
