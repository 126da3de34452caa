import { makeInstance } from '../experiment/instances.js';
import type { Scene, Slot } from '../state.js';

/** Pairs of instances that the suite makes for itself. */
const PAIRS_MADE = 8;

/** Makes the first pair, and the others at once where the target is asked several things at once. */
export async function makePairs(scene: Scene, atOnce: boolean): Promise<void> {
  const { state } = scene;
  await makePair(scene);
  if (atOnce) {
    await Promise.all(Array.from({ length: PAIRS_MADE - 1 }, () => makePair(scene)));
  } else {
    for (let pair = 1; pair < PAIRS_MADE; pair += 1) await makePair(scene);
  }
  state.made.sort((a, b) => (a.source < b.source ? -1 : 1));
}

async function makePair(scene: Scene): Promise<void> {
  const { state } = scene;
  const { sourceModel, targetModel } = state.settings.fixture;
  if (state.ended !== undefined || state.whyNoneMade !== undefined) return;
  const source = await makeInstance(scene, sourceModel);
  if (source === undefined) return;
  state.instances.push(source);
  const target = await makeInstance(scene, targetModel);
  if (target === undefined) return;
  state.instances.push(target);
  const slot: Slot = { source: source.id, target: target.id, made: true };
  state.made.push(slot);
}
