import { freeId } from '../../effects/free-id.js';
import { saidIn } from '../../judge/answer.js';
import type { Answer } from '../../judge/answer.js';
import { cameThrough } from '../../judge/came-through.js';
import { lackingPermission } from '../../judge/permission.js';
import type { Ending } from '../../record/ending.js';
import { look } from '../stock/lookups.js';
import { meansOf } from '../exchange/means.js';
import type { Run, Scene } from '../run.js';
import { REMOVAL_OF_FREE, seenIn } from './seen-answer.js';

/**
 * Finds out how this target wants to be asked for a removal, before anything is made there: an id that
 * lookups show to be free is removed in one way after the other, until one comes through to what
 * removes things. That it does remove is seen with the first creation.
 *
 * @returns why there is no way, or none is known; undefined where one is known now
 */
export async function findWayOfRemoval(scene: Scene): Promise<Ending | undefined> {
  const { run, slot } = scene;
  const { binding } = run.tools;
  const { endpoint } = run.subject.effect.removal;
  const { id, why } = await freeId(async (one) =>
    (await look(scene, { id: one }))?.some((row) => row.id === one),
  );
  if (id === undefined) {
    if (why.kind === 'none-free') return { kind: 'no-removal', endpoint, why };
    const { unusable } = run.knowledge.lookups;
    return { kind: 'lookups-unusable', ...(unusable === undefined ? {} : { why: unusable }) };
  }
  let first: Answer | undefined;
  for (const way of run.subject.effect.removal.ways) {
    const answer = await way(meansOf(scene), { id, holds: slot.asks });
    const lacking = answer.kind === 'refused' ? lackingPermission(answer, binding) : undefined;
    if (answer.kind === 'refused' && lacking !== undefined) {
      return { kind: 'permission', said: answer.said, ...lacking };
    }
    if (cameThrough(answer, binding)) {
      const evidence = scene.trail.at(-1)?.n ?? 0;
      const where = { endpoint, case: REMOVAL_OF_FREE, evidence };
      run.knowledge.seen.push(...seenIn(answer, where, binding.envelope));
      run.knowledge.wayOfRemoval = way;
      return undefined;
    }
    first ??= answer;
  }
  return first === undefined ? undefined : noRemoval(run, first);
}

/** In the target's own words, also where they are no well-formed refusal. */
function noRemoval({ subject, tools }: Run, answer: Answer): Ending {
  const base = { kind: 'no-removal', endpoint: subject.effect.removal.endpoint } as const;
  if (answer.kind === 'refused') return { ...base, said: answer.said };
  if (answer.kind === 'accepted') return base;
  const said =
    answer.kind === 'malformed' ? saidIn(answer.body, tools.binding.envelope) : undefined;
  return said === undefined || said.message === ''
    ? { ...base, why: answer.why }
    : { ...base, said };
}
