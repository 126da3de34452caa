import { VALID } from '../../judge/creation.js';
import type { Row } from '../../judge/creation.js';
import type { Entry } from '../../effects/means.js';
import { sweep } from './lookups.js';
import { removeRow } from './removal.js';
import { keep } from '../run.js';
import type { Scene } from '../run.js';

/**
 * Removes what a request created, and notes what was gone before that.
 *
 * @param entry - that of the request in the ledger, which is the first row's
 */
export async function removeAll(scene: Scene, rows: readonly Row[], entry: Entry): Promise<void> {
  for (const [at, row] of rows.entries()) {
    const from = scene.trail.length;
    const removed = await removeRow(scene, row, at === 0 ? entry : undefined);
    if (!removed && wereAnswered(scene, from)) await noteGone(scene, row);
  }
}

/** True where every removal since was answered: one that was not may have been carried out. */
function wereAnswered({ run, trail }: Scene, from: number): boolean {
  const { endpoint } = run.subject.effect.removal;
  return trail
    .slice(from)
    .every((exchange) => exchange.endpoint !== endpoint || exchange.fault === undefined);
}

/** Something that nobody asked to remove, and that is gone before the suite could. */
async function noteGone(scene: Scene, row: Row): Promise<void> {
  const rows = await sweep(scene, [
    scene.run.subject.effect.standsAt({ asks: row.holds, made: false }),
  ]);
  if (rows === undefined || rows.some(({ id }) => id === row.id)) return;
  keep(scene, [
    {
      requirement: 'effect.created',
      status: 'failed',
      trial: VALID,
      problem: { kind: 'vanished', id: row.id.toString(), when: 'before-removal' },
      evidence: scene.trail.slice(-1).map(({ n }) => n),
    },
  ]);
}
