import type { Remnant } from '../../effects/remnant.js';
import type { Several } from '../../effects/slot.js';
import type { LedgerLine } from '../ledger/ledger.js';
import { meansOf } from '../exchange/means.js';
import type { Scene } from '../run.js';
import { groundIn } from './ground-in.js';
import { isNew, sweep } from './lookups.js';
import { removeRow } from './removal.js';

/**
 * What nobody said was made is removed where it is found by the name that it was to have. Where it is
 * not, it was not made, if another that was made is found by its own.
 */
export async function removeNamed(scene: Scene, hurried: boolean, each: Several): Promise<void> {
  const { tools, subject, knowledge } = scene.run;
  const means = meansOf(scene);
  const named = tools.ledger.open().filter(({ name }) => name !== undefined);
  const unsure = named.filter(({ step }) => step === 'about-to-create');
  const known = named.find(({ step }) => step === 'created');
  const ground = groundIn(named, subject.kind);
  if (unsure.length === 0) return;
  const find = async (line: LedgerLine): Promise<readonly Remnant[]> =>
    (await subject.effect.remnants.of(means, line, undefined, ground)).remnants ?? [];
  const isShown = !hurried && known !== undefined && (await find(known)).length > 0;
  await each(unsure, async (line) => {
    const remnants = await find(line);
    if (remnants.length === 0) {
      if (isShown) tools.ledger.resume(line).notCreated();
      return;
    }
    const answers = [];
    for (const remnant of remnants) {
      answers.push(await remnant.remove(means, knowledge.wayOfRemoval));
    }
    if (answers.every(({ kind }) => kind === 'accepted')) tools.ledger.resume(line).removed();
  });
}

/**
 * Creations of which nobody said whether they were done: what lookups show of them is removed, and
 * what they do not show is not there.
 */
export async function settleTried(scene: Scene, each: Several): Promise<void> {
  const { stock, subject, knowledge } = scene.run;
  const open = [...stock.tried].filter(([entry]) => entry.isOpen());
  await each(open, async ([entry, slot]) => {
    const own = { ...scene, slot };
    const places = subject.effect.mayBeAt(subject.effect.request(slot), slot);
    const rows = await sweep(own, [subject.effect.standsAt(slot), ...places]);
    if (rows === undefined) return;
    const left = rows.filter((row) => isNew(own, row.id) && subject.effect.mayRemove(row, slot));
    for (const row of left) await removeRow(own, row, entry);
    if (left.length === 0 && knowledge.lookups.hasShown) entry.notCreated();
  });
}
