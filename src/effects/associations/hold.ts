import { MARK } from '../mark.js';
import type { Means } from '../means.js';
import type { Fixture } from './fixture.js';
import { makeInstance, removeInstance } from './instances.js';
import type { MadeInstance } from './instances.js';
import { pairOf } from './pair.js';
import { searchInstances } from './search-instances.js';
import type { FoundInstance } from './search-instances.js';

/** What came of holding the user's pair: an instance that says so, or the name of another run's. */
export type Held =
  | { readonly own?: MadeInstance; readonly by?: never }
  | { readonly own?: never; readonly by: string };

/**
 * Holds the user's pair, so that two runs do not work on it at once: by an instance whose name tells
 * the pair, which the other run finds. Of two that are made at once the earlier one counts, as ids
 * grow. Where instances can't be made or looked up, nothing is held.
 */
export async function holdPair(
  means: Means,
  { sourceModel, slot }: Pick<Fixture, 'sourceModel' | 'slot'>,
): Promise<Held> {
  const { bk_inst_id, bk_asst_inst_id } = pairOf(slot);
  const words = `holds-${bk_inst_id}-${bk_asst_inst_id}`;
  const holders = async (): Promise<readonly FoundInstance[]> => {
    const { instances = [] } = await searchInstances(means, sourceModel, {
      beginning: `${MARK}-`,
    });
    return instances.filter(({ name }) => name.endsWith(`-${words}`));
  };
  const [before] = await holders();
  if (before !== undefined) return { by: before.name };
  const { made: own } = await makeInstance(means, sourceModel, words);
  if (own === undefined) return {};
  const earlier = (await holders()).find(({ id }) => id < own.id);
  if (earlier === undefined) return { own };
  await removeInstance(means, own);
  return { by: earlier.name };
}
