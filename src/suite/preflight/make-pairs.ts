import { makeInstance } from '../experiment/instances.js';
import type { Scene, Slot } from '../state.js';

/** Pairs of instances that the suite makes for its cases. */
const PAIRS_MADE = 8;

/**
 * Makes the first pair, and the others at once where the target is asked several things at once.
 *
 * @returns one pair more than cases work with, for an association that lasts; undefined where the
 *   target makes no instances
 */
export async function makePairs(scene: Scene, atOnce: boolean): Promise<Slot | undefined> {
  const { state } = scene;
  const pairs = [await makePair(scene)];
  if (atOnce) {
    pairs.push(...(await Promise.all(Array.from({ length: PAIRS_MADE }, () => makePair(scene)))));
  } else {
    for (let pair = 0; pair < PAIRS_MADE; pair += 1) pairs.push(await makePair(scene));
  }
  const made = pairs.filter((pair) => pair !== undefined);
  made.sort((a, b) => (a.source < b.source ? -1 : 1));
  const last = made.length > PAIRS_MADE ? made.pop() : undefined;
  state.made.push(...made);
  return last;
}

async function makePair(scene: Scene): Promise<Slot | undefined> {
  const { state } = scene;
  const { sourceModel, targetModel } = state.settings.fixture;
  if (state.ended !== undefined || state.whyNoneMade !== undefined) return undefined;
  const source = await makeInstance(scene, sourceModel);
  if (source === undefined) return undefined;
  state.instances.push(source);
  const target = await makeInstance(scene, targetModel);
  if (target === undefined) return undefined;
  state.instances.push(target);
  const slot: Slot = { source: source.id, target: target.id, made: true };
  state.standIns.set(slot.source, 'CMDB_INST_ID');
  state.standIns.set(slot.target, 'CMDB_ASST_INST_ID');
  return slot;
}
