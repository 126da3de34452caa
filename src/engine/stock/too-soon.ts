import type { Row } from '../../judge/creation.js';
import { sweep } from './lookups.js';
import { isOver } from '../run.js';
import type { Scene } from '../run.js';

/** Milliseconds between two looks. */
const PAUSE_MS = 100;

/**
 * Waits where a valid request may have been refused only because it came too soon for a target that
 * is eventually consistent: what was on the slot is still being removed, or the slot was made just
 * now. No longer than the full wait, and never again once that was ruled out.
 *
 * @param rows - what lookups show where the request would have been stored
 * @returns whether it is worth being sent once more
 */
export async function waitedForSlot(scene: Scene, rows: readonly Row[]): Promise<boolean> {
  const { stock, knowledge, tools } = scene.run;
  const { tooSoonAfter } = knowledge;
  if (isOver(scene.run)) return false;
  const going = rows.filter(({ id }) => stock.ids.get(id) === 'removed');
  if (going.length > 0) {
    if (!tooSoonAfter.removal) return false;
    const isGone = await waitUntilGone(scene, going);
    tooSoonAfter.removal = isGone;
    knowledge.lookups.isLagging = true;
    return isGone;
  }
  if (!scene.slot.made || !tooSoonAfter.ground) return false;
  // All slots have had the time by then.
  tooSoonAfter.ground = false;
  await tools.world.sleep(tools.settings.lookupWaitMs);
  return true;
}

async function waitUntilGone(scene: Scene, going: readonly Row[]): Promise<boolean> {
  const { subject, tools } = scene.run;
  const { world, settings } = tools;
  const end = world.now() + settings.lookupWaitMs;
  while (world.now() < end && !isOver(scene.run)) {
    await world.sleep(PAUSE_MS);
    const rows = await sweep(scene, [subject.effect.standsAt(scene.slot)]);
    if (rows?.some(({ id }) => going.some((row) => row.id === id)) === false) return true;
  }
  return false;
}
