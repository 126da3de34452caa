import { NEVER_GIVEN } from '../cases/faults.js';
import { saidIn } from '../judge/answer.js';
import type { Answer } from '../judge/answer.js';
import { cameThrough } from '../judge/came-through.js';
import { lackingPermission } from '../judge/permission.js';
import type { Ending } from '../record/ending.js';
import { look } from './lookups.js';
import { meansOf } from './means.js';
import type { Run, Scene } from './run.js';

const STRIDE = 1_000_003n;
const ATTEMPTS = 5;

/**
 * Finds out how this target wants to be asked for a removal, before anything is made there: an id that
 * lookups show to be free is removed in one way after the other, until one comes through to what
 * removes things. That it does remove is seen with the first creation.
 *
 * @returns why there is no way; undefined where one is known now, or no id is known to be free
 */
export async function findWayOfRemoval(scene: Scene): Promise<Ending | undefined> {
  const { run, slot } = scene;
  const { binding } = run.tools;
  const id = await freeId(scene);
  if (id === undefined) return undefined;
  let first: Answer | undefined;
  for (const way of run.subject.effect.removal.ways) {
    const answer = await way(meansOf(scene), { id, holds: slot.asks });
    const lacking = answer.kind === 'refused' ? lackingPermission(answer, binding) : undefined;
    if (answer.kind === 'refused' && lacking !== undefined) {
      return { kind: 'permission', said: answer.said, ...lacking };
    }
    if (cameThrough(answer, binding)) {
      run.knowledge.wayOfRemoval = way;
      return undefined;
    }
    first ??= answer;
  }
  return first === undefined ? undefined : noRemoval(run, first);
}

async function freeId(scene: Scene): Promise<bigint | undefined> {
  for (let attempt = 0n; attempt < ATTEMPTS; attempt += 1n) {
    const id = NEVER_GIVEN + attempt * STRIDE;
    const rows = await look(scene, { id });
    if (rows === undefined) return undefined;
    if (!rows.some((row) => row.id === id)) return id;
  }
  return undefined;
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
