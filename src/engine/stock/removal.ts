import { idOf } from '../../judge/answer.js';
import type { Answer } from '../../judge/answer.js';
import type { Row } from '../../judge/creation.js';
import type { JsonObject } from '../../json/json-value.js';
import type { Problem } from '../../record/problem.js';
import { liesOn } from '../../effects/slot.js';
import type { Place } from '../../effects/slot.js';
import type { Entry } from '../../effects/means.js';
import { elsewhere } from './elsewhere.js';
import { find } from './found.js';
import { groundIn } from './ground-in.js';
import { leave } from '../journal.js';
import { freshRows, isNew, look, sweep } from './lookups.js';
import { meansOf } from '../exchange/means.js';
import { isOver } from '../run.js';
import type { Run, Scene } from '../run.js';
import type { Reply } from '../exchange/send.js';
import { give, keyOf, wasThereBefore } from './stock.js';
import { isSilent } from '../pace/weather.js';

/** Milliseconds before a removal that is refused is asked for again. */
const WAITS_MS = [0, 1000];
/** So many things that can't be removed are borne. */
const MOST_UNREMOVED = 3;

/** The entry in the ledger of what a scene's request creates, written before it is sent. */
export function enterCreation({ run, slot }: Scene): Entry {
  return run.tools.ledger.enter(run.subject.effect.kept(slot.asks));
}

/** The entry of something that nobody asked for, and that is there already. */
function enterFound({ run }: Scene, { id, holds }: Row): Entry {
  return run.tools.ledger.enterFound(run.subject.effect.kept(holds), id);
}

/**
 * Removes something that the suite made.
 *
 * @param row - as found
 * @param entry - its entry in the ledger; a new one for a row that nobody asked for
 * @returns whether the server said that it is removed; a target gone silent is not asked
 */
export async function removeRow(scene: Scene, row: Row, entry?: Entry): Promise<boolean> {
  const { run } = scene;
  const own = entry ?? enterFound(scene, row);
  if (entry !== undefined) own.created(row.id);
  give(run.stock, row.id, scene.slot, own);
  run.stock.ids.set(row.id, 'there');
  if (isSilent(run.weather)) return false;
  const entries = run.stock.given.get(row.id)?.entries ?? [];
  const answer = await askForRemoval(scene, row);
  if (answer.kind === 'refused') {
    run.knowledge.removalRefusal = answer;
    for (const each of entries) each.notRemoved(answer.said);
  }
  if (answer.kind !== 'accepted') {
    if (answer.kind !== 'none') noteUnremoved(run, row.id);
    return false;
  }
  run.knowledge.unremoved.delete(row.id);
  run.stock.ids.set(row.id, 'removed');
  for (const each of entries) each.removed();
  return true;
}

/**
 * A deletion that is refused once must not leave the slot taken; what was created just now may not be
 * free to be removed yet.
 */
async function askForRemoval(scene: Scene, row: Row): Promise<Answer> {
  const ask = (): Promise<Answer> => scene.run.knowledge.wayOfRemoval(meansOf(scene), row);
  let answer = await ask();
  for (const milliseconds of WAITS_MS) {
    if (answer.kind !== 'refused') break;
    if (milliseconds > 0 && !isOver(scene.run)) await scene.run.tools.world.sleep(milliseconds);
    answer = await ask();
  }
  return answer;
}

/**
 * Bounds the damage: where so much can't be removed, nothing more is created.
 *
 * @param unseen - why lookups do not show it, where it is not removed for that
 */
export function noteUnremoved(
  { knowledge, budget, subject }: Run,
  id: bigint,
  unseen?: Problem,
): void {
  const { unremoved, removalRefusal } = knowledge;
  unremoved.add(id);
  if (unremoved.size < MOST_UNREMOVED) return;
  if (unseen !== undefined) {
    budget.end({ kind: 'lookups-unusable', why: unseen });
    return;
  }
  budget.end({
    kind: 'too-much-left',
    number: MOST_UNREMOVED,
    endpoint: subject.effect.removal.endpoint,
    ...(removalRefusal === undefined ? {} : { said: removalRefusal.said }),
  });
}

/**
 * True for a row that has an answered id and is the suite's to remove: it is on the slot, or on
 * anything else that the suite made.
 */
export function isOwn({ run, slot }: Scene, row: Row, sent?: JsonObject): boolean {
  const { effect, kind } = run.subject;
  return (
    effect.mayRemove(row, slot, sent) || liesOn(row.holds, groundIn(run.tools.ledger.open(), kind))
  );
}

/** What a request created that was not sent to create anything. */
export interface Created {
  readonly made: readonly Row[];
  /** New rows that it may have created as well as somebody else; they stay. */
  readonly beside: readonly Row[];
}

/**
 * Looks what a request created that was not sent to create anything, and removes it. Where the
 * server says that it did create, the row is waited for, as lookups may lag behind.
 *
 * @returns what was created, and what may be somebody else's; undefined when lookups can't be used
 */
export async function removeCreated(
  scene: Scene,
  sent: JsonObject,
  places: readonly Place[],
  { answer }: Reply,
): Promise<Created | undefined> {
  const { stock, subject } = scene.run;
  const rows = await sweep(scene, places);
  const made = [...freshRows(scene, places, rows ?? [], sent).ours];
  const id = answer.kind === 'accepted' ? idOf(answer.body, subject.outline.createdId) : undefined;
  if (id !== undefined && isNew(scene, id) && !made.some((row) => row.id === id)) {
    const row = (await find(scene, scene.slot.asks, sent, id))?.row;
    if (row !== undefined && isOwn(scene, row, sent)) made.push(row);
    else {
      if (row !== undefined) noteUnremoved(scene.run, id);
      give(stock, id, scene.slot, enterFound(scene, { id, holds: scene.slot.asks }));
    }
  }
  for (const row of made) await removeRow(scene, row);
  const wasKnown = places.every((place) => stock.before.has(keyOf(place)));
  if (rows === undefined || !wasKnown) return undefined;
  const { beside } = freshRows(scene, places, rows, sent);
  return { made, beside: beside.filter((row) => !made.includes(row)) };
}

/**
 * Looks once more for something whose id was answered or found, and removes it if it is the suite's.
 * What may be somebody else's is left alone and listed, and stays open in the ledger, as a cleanup
 * keeps it. Where lookups never showed anything that the suite made, that they show nothing proves
 * nothing either: such an id stays open too.
 */
export async function removeGiven(scene: Scene, id: bigint): Promise<void> {
  const { stock, knowledge, journal, subject } = scene.run;
  const given = stock.given.get(id);
  if (given === undefined || stock.ids.get(id) === 'removed') return;
  const rows = await look(scene, { id });
  if (rows === undefined) {
    noteUnremoved(scene.run, id, knowledge.lookups.unusable);
    return;
  }
  const row = rows.find((found) => found.id === id);
  const isForeign = wasThereBefore(stock, id);
  if (row !== undefined && !isForeign && isOwn({ ...scene, slot: given.slot }, row)) {
    const [first] = given.entries;
    await removeRow({ ...scene, slot: given.slot }, row, first);
    return;
  }
  if (row === undefined && !knowledge.lookups.hasShown) return;
  stock.ids.set(id, 'removed');
  if (row === undefined || isForeign) {
    for (const entry of given.entries) entry.notCreated();
    return;
  }
  const of = String(Object.values(row.holds)[0] ?? '');
  leave(journal, { kind: subject.kind, of, id: id.toString(), why: elsewhere(row) });
}
