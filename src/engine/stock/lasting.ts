import type { Slot } from '../../effects/slot.js';
import { VALID } from '../../judge/creation.js';
import type { Finding } from '../../record/finding.js';
import { accept } from '../case/acceptance.js';
import { sweep } from './lookups.js';
import { keep } from '../run.js';
import type { Scene } from '../run.js';

/**
 * Creates something that stays from the beginning of a run to its end, to see that what was created
 * lasts.
 *
 * @param slot - one that the suite made and uses for nothing else
 */
export async function makeLasting(scene: Scene, slot: Slot): Promise<void> {
  const { accepted, id, remove } = await accept({ ...scene, slot }, { purpose: 'setup' });
  if (accepted && id !== undefined) scene.run.stock.lasting = { slot, id, remove };
}

/** Looks at the end whether the lasting thing is still there, and removes it. */
export async function endLasting(scene: Scene, hurried: boolean): Promise<void> {
  const { stock, knowledge, subject } = scene.run;
  const { lasting } = stock;
  if (lasting === undefined) return;
  const { slot, id, remove } = lasting;
  if (!hurried && knowledge.lookups.unusable === undefined) {
    const rows = await sweep({ ...scene, slot }, [subject.effect.standsAt(slot)]);
    if (rows !== undefined) {
      keep(scene, [
        verdict(
          scene,
          id,
          rows.some((row) => row.id === id),
        ),
      ]);
    }
  }
  await remove();
}

function verdict({ trail }: Scene, id: bigint, isThere: boolean): Finding {
  const evidence = trail.slice(-1).map(({ n }) => n);
  const base = { requirement: 'effect.created', trial: VALID, evidence };
  return isThere
    ? { ...base, status: 'passed' }
    : {
        ...base,
        status: 'failed',
        problem: { kind: 'vanished', id: id.toString(), when: 'by-the-end' },
      };
}
