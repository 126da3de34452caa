import { isLarge } from '../../judge/creation.js';
import { whyNot } from '../../judge/answer.js';
import { notApplicable } from '../../record/finding.js';
import type { Slot } from '../slot.js';
import type { Creation, Stage } from '../stage.js';
import { DEEP } from './cases.js';
import { SIDES, variableOf } from './members.js';
import { pairOf } from './pair.js';
import type { Problem } from '../../record/problem.js';

/** Ids above 2^53 are kept exactly: a success between instances that have such ids shows it. */
export async function exactIds(stage: Stage, settings: readonly string[]): Promise<void> {
  const slot = bigSlot(stage);
  const pair = pairOf(slot);
  const lacking = SIDES.filter((side) => !isLarge(pair[side]));
  for (const side of lacking) {
    const lack = { of: 'large-id', setting: variableOf(side) } as const;
    const problem = { kind: 'lacking', lack } as const;
    stage.keep(notApplicable([`request.${side}.exact`], DEEP.exactIds, problem));
  }
  if (lacking.length === SIDES.length) return;
  const on = stage.on(slot);
  const creation = await on.accept();
  await creation.remove();
  const { answer, n } = creation;
  if (answer.kind === 'accepted') return;
  const isTrusted = await on.isTrusted();
  const status = isTrusted && answer.kind !== 'none' ? 'failed' : 'inconclusive';
  const problem = problemOf(answer, isTrusted, settings);
  stage.keep(
    SIDES.filter((side) => !lacking.includes(side)).map((side) => ({
      requirement: `request.${side}.exact`,
      status,
      trial: DEEP.exactIds,
      problem,
      evidence: [n],
    })),
  );
}

function problemOf(
  answer: Exclude<Creation['answer'], { kind: 'accepted' }>,
  isTrusted: boolean,
  settings: readonly string[],
): Problem {
  if (isTrusted || answer.kind !== 'refused') return whyNot(answer);
  return { kind: 'fixture-doubtful', settings, said: answer.said };
}

/** The fixture, or a pair that the suite made where only that has large ids or can be associated. */
function bigSlot({ fixture, made, slot }: Stage): Slot {
  const candidates = fixture === undefined ? made : [fixture, ...made];
  const isBig = (one: Slot): boolean => {
    const { bk_inst_id, bk_asst_inst_id } = pairOf(one);
    return isLarge(bk_inst_id) && isLarge(bk_asst_inst_id);
  };
  return candidates.find(isBig) ?? candidates[0] ?? slot;
}
