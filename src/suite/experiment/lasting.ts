import { CREATION } from '../../judge/creation.js';
import { validRequest } from '../request.js';
import { keep } from '../state.js';
import type { Scene, Slot } from '../state.js';
import { create } from './create.js';
import { sweep } from './look.js';

/**
 * Makes an association that stays from the beginning of a run to its end, to see that what was
 * created lasts.
 *
 * @param slot - a pair that the suite made and uses for nothing else
 */
export async function makeLasting(scene: Scene, slot: Slot): Promise<void> {
  const { state } = scene;
  const own = { ...scene, slot };
  const body = validRequest(state.settings, slot, state.identity);
  const { accepted, id, remove } = await create(own, body, 'setup');
  if (accepted && id !== undefined) state.lasting = { slot, id, remove };
}

/** Looks at the end whether the lasting association is still there, and removes it. */
export async function endLasting(scene: Scene, hurried: boolean): Promise<void> {
  const { lasting, lookups } = scene.state;
  if (lasting === undefined) return;
  if (!hurried && lookups.unusable === undefined) {
    const { slot, id } = lasting;
    const rows = await sweep({ ...scene, slot }, [{ source: slot.source }]);
    if (rows !== undefined)
      keepLasting(
        scene,
        id,
        rows.some((row) => row.id === id),
      );
  }
  await lasting.remove();
}

function keepLasting(scene: Scene, id: bigint, there: boolean): void {
  const evidence = scene.trail.slice(-1).map(({ n }) => n);
  const base = { requirement: 'effect.created', experiment: CREATION, evidence };
  const reason = {
    en: `association ${id}, created at the beginning of the run, is gone at its end, though nobody removed it`,
    zh: `运行开始时创建的关联关系 ${id} 到结束时已不存在，但并没有人删除它`,
  };
  keep(scene, [there ? { ...base, status: 'passed' } : { ...base, status: 'failed', reason }]);
}
