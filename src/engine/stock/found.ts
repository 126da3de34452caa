import type { Place } from '../../effects/slot.js';
import type { Row } from '../../judge/creation.js';
import type { JsonObject } from '../../json/json-value.js';
import { freshRows, look, sweep } from './lookups.js';
import { isOver } from '../run.js';
import type { Scene } from '../run.js';

/** Milliseconds between two looks for something that does not show up. */
const FIRST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 250;
/** Creations that may never show up before later ones are looked up without waiting. */
const MISSING_BELIEVED = 2;

/** What lookups show of a creation. */
export interface Found {
  /** The row with the answered id, wherever it is. */
  readonly row: Row | undefined;
  readonly others: readonly Row[];
}

/**
 * Looks until a created row shows up, or it has to be believed that it never will.
 *
 * @returns undefined when lookups can't be used
 */
export async function find(
  scene: Scene,
  place: Place,
  sent: JsonObject,
  id: bigint | undefined,
): Promise<Found | undefined> {
  const { knowledge, tools } = scene.run;
  const { lookups } = knowledge;
  const { world, settings } = tools;
  const end = world.now() + settings.lookupWaitMs;
  let pause = FIRST_PAUSE_MS;
  for (let looks = 1; ; looks += 1) {
    const rows = await sweep(scene, [place]);
    if (rows === undefined) return undefined;
    const row = rows.find((candidate) => candidate.id === id);
    const fresh = freshRows(scene, [place], rows, sent).ours;
    const others = fresh.filter((candidate) => candidate !== row);
    if (row !== undefined || others.length > 0) {
      lookups.hasShown = true;
      if (looks > 1) lookups.isLagging = true;
      return { row, others };
    }
    const isHopeless = lookups.missing >= MISSING_BELIEVED || isOver(scene.run);
    if (isHopeless || world.now() >= end) break;
    await world.sleep(pause);
    pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS);
  }
  lookups.missing += 1;
  // It may be stored somewhere else: rounded, swapped for others, lost.
  const elsewhere = id === undefined ? [] : await look(scene, { id });
  return { row: elsewhere?.find((candidate) => candidate.id === id), others: [] };
}
