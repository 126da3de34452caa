import type { Row } from '../../judge/creation.js';
import { leave } from '../journal.js';
import { freshRows, sweep } from './lookups.js';
import { removeRow } from './removal.js';
import { keep } from '../run.js';
import type { Scene } from '../run.js';
import type { Watch } from './stock.js';

/** What a last look shows at one place. */
export interface SeenAgain {
  /** True where something showed up only now. */
  readonly isLate: boolean;
  readonly removedAgain: readonly RemovedAgain[];
}

/** What was said to be removed, was still there, and was removed once more. */
export interface RemovedAgain {
  readonly scene: Scene;
  readonly watch: Watch;
  readonly row: Row;
}

/**
 * Looks once more at a place where a refused request could have stored something. What shows up only
 * now was made by a request that was refused; what still shows up is removed once more.
 */
export async function lookAgain(scene: Scene, watch: Watch): Promise<SeenAgain> {
  const { stock, subject } = scene.run;
  const rows = (await sweep(scene, [watch.place])) ?? [];
  const late = freshRows(scene, [watch.place], rows, {}).ours;
  for (const row of late) {
    const evidence = scene.trail.slice(-1).map(({ n }) => n);
    keep(
      scene,
      watch.requirements.map((requirement) => ({
        requirement,
        status: 'failed',
        trial: watch.trial,
        problem: { kind: 'appeared-later', id: row.id.toString() },
        evidence,
      })),
    );
    await removeRow(scene, row);
  }
  const lingering = rows.filter(
    (row) => stock.ids.has(row.id) && subject.effect.mayRemove(row, watch.slot),
  );
  const removedAgain: RemovedAgain[] = [];
  for (const row of lingering) {
    if (await removeRow(scene, row)) removedAgain.push({ scene, watch, row });
  }
  return { isLate: late.length > 0, removedAgain };
}

/** Lists what lookups show though it was said to be removed twice. */
export async function listShown({ scene, watch, row }: RemovedAgain): Promise<void> {
  const rows = await sweep(scene, [watch.place]);
  if (rows?.some((found) => found.id === row.id) !== true) return;
  const { journal, subject, stock } = scene.run;
  // It was closed in the ledger, and is open again.
  for (const entry of stock.given.get(row.id)?.entries ?? []) entry.created(row.id);
  leave(journal, {
    kind: subject.kind,
    of: String(Object.values(row.holds)[0] ?? ''),
    id: row.id.toString(),
    why: { kind: 'still-shown', endpoint: subject.effect.removal.endpoint },
  });
}
