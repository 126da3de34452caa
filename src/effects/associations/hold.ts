import { MARK } from '../mark.js';
import type { Means } from '../means.js';
import { SOURCE, TARGET } from './members.js';
import type { Side } from './members.js';
import type { OwnInstances } from './own-instances.js';
import { searchInstances } from './search-instances.js';
import type { FoundInstance } from './search-instances.js';

/**
 * Holds the user's pair, so that two runs do not work on it at once: by an instance whose name tells
 * the pair, which the other run finds. Of two that are made at once the earlier one counts, as ids
 * grow. Where instances can't be made or looked up, nothing is held.
 *
 * @param model - of the instance that is made for it
 * @param pair - the user's instances; undefined where the suite makes one
 * @returns the name of another run's, which keeps this one from the pair
 */
export async function holdPair(
  means: Means,
  model: string,
  pair: Readonly<Record<Side, bigint | undefined>>,
  instances: OwnInstances,
): Promise<string | undefined> {
  const words = `holds-${pair[SOURCE] ?? 'own'}-${pair[TARGET] ?? 'own'}`;
  const holders = async (): Promise<readonly FoundInstance[]> => {
    const shown = await searchInstances(means, model, { beginning: `${MARK}-` });
    return (shown.instances ?? []).filter(({ name }) => name.endsWith(`-${words}`));
  };
  const [before] = await holders();
  if (before !== undefined) return before.name;
  const own = await instances.makeHolding(means, model, words);
  if (own === undefined) return undefined;
  return (await holders()).find(({ id }) => id < own)?.name;
}
