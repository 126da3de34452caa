import type { Looked } from '../../effects/effect.js';
import type { Place } from '../../effects/slot.js';
import type { Row } from '../../judge/creation.js';
import type { JsonObject } from '../../json/json-value.js';
import { meansOf } from '../exchange/means.js';
import type { Scene } from '../run.js';
import { keyOf, wasThereBefore } from './stock.js';

/** All rows at a place; undefined when lookups can't be used. */
export async function look(scene: Scene, place: Place): Promise<readonly Row[] | undefined> {
  const { lookups } = scene.run.knowledge;
  let looked = await ask(scene, place);
  // A lookup that fails once says nothing of the one that is judged: it is asked again.
  if (looked.rows === undefined && lookups.isUsed) looked = await ask(scene, place);
  if (looked.rows === undefined) {
    lookups.unusable ??= looked.why;
    const { why, refusal } = looked;
    if (refusal !== undefined && why.kind === 'lookup-refused' && !lookups.isUsed) {
      lookups.refusals.set(refusal, why.said);
    }
  } else {
    lookups.isUsed = true;
    lookups.unusable = undefined;
  }
  return looked.rows;
}

function ask(scene: Scene, place: Place): Promise<Looked> {
  return scene.run.subject.effect.look(meansOf(scene), place);
}

/**
 * Looks at several places.
 *
 * @returns all rows there, each once; undefined when lookups can't be used
 */
export async function sweep(
  scene: Scene,
  places: readonly Place[],
): Promise<readonly Row[] | undefined> {
  const looks = await Promise.all(places.map((place) => look(scene, place)));
  const rows = new Map<string, Row>();
  for (const found of looks) {
    if (found === undefined) return undefined;
    for (const row of found) rows.set(`${row.id} ${keyOf(row.holds)}`, row);
  }
  return [...rows.values()];
}

/** Learns what is at places before the suite does anything there, where that is not known yet. */
export async function rememberBefore(scene: Scene, places: readonly Place[]): Promise<void> {
  const { stock, knowledge, subject } = scene.run;
  const users = new Set(Object.values(subject.effect.ground.opening().asks));
  const own = new Set(
    knowledge.made.flatMap(({ asks }) => Object.values(asks)).filter((value) => !users.has(value)),
  );
  for (const place of places) {
    const key = keyOf(place);
    if (stock.before.has(key)) continue;
    // What the suite made has nothing on it but the suite's own.
    const isFresh = Object.values(place).some((value) => own.has(value));
    if (isFresh) {
      stock.before.set(key, new Set());
      continue;
    }
    const rows = await sweep(scene, [place]);
    if (rows !== undefined) stock.before.set(key, new Set(rows.map((row) => row.id)));
  }
}

/**
 * True for an id that no row had before the suite worked there, and no earlier creation of this run
 * gave. One that was given and removed may come again, where lookups don't show removed rows for a
 * while.
 */
export function isNew({ run }: Scene, id: bigint): boolean {
  const known = run.stock.ids.get(id);
  if (known === 'there' || (known === 'removed' && run.knowledge.lookups.isLagging)) return false;
  return !wasThereBefore(run.stock, id);
}

/** New rows at places that were looked at before, by whose they are. */
export interface FreshRows {
  /** They can only come from the suite. */
  readonly ours: readonly Row[];
  /** They may come from a request of the suite's as well as from somebody else. */
  readonly beside: readonly Row[];
}

/** Of rows that a lookup shows, those that a request could have made. */
export function freshRows(
  scene: Scene,
  places: readonly Place[],
  rows: readonly Row[],
  sent: JsonObject,
): FreshRows {
  const { stock, subject } = scene.run;
  const known = places.filter((place) => stock.before.has(keyOf(place)));
  const fresh = rows.filter(
    (row) => isNew(scene, row.id) && known.some((place) => subject.effect.isAt(row, place)),
  );
  const of = (claim: 'ours' | 'beside'): Row[] =>
    fresh.filter((row) => subject.effect.claim(row, scene.slot, sent) === claim);
  return { ours: of('ours'), beside: of('beside') };
}
