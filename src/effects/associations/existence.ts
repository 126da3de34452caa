import { notApplicable } from '../../record/finding.js';
import { freeId } from '../free-id.js';
import { liesOn } from '../slot.js';
import type { Slot } from '../slot.js';
import type { Stage } from '../stage.js';
import { ofModel } from './cases.js';
import type { AssociationGround } from './ground.js';
import { ASSOCIATION, exists, SOURCE, TARGET } from './members.js';
import type { Side } from './members.js';
import type { ModelAssociation } from './model-associations.js';
import { pairOf } from './pair.js';

/** An association that never existed: no model association has that id. */
export async function unknownAssociation(stage: Stage, trial: string): Promise<void> {
  await stage.refuse({
    trial,
    difference: { [ASSOCIATION]: `cmdb_conformance_${stage.runId}_never` },
    requirements: [exists(ASSOCIATION)],
  });
}

/** An instance that never existed, on one side; lookups show first that nothing lies on its id. */
export async function neverExisted(stage: Stage, trial: string, side: Side): Promise<void> {
  const { id, why } = await freeId(async (one) =>
    (await stage.rows({ [side]: one }))?.some(({ holds }) => liesOn(holds, new Set([one]))),
  );
  if (id === undefined) {
    const requirement = exists(side);
    stage.keep([{ requirement, status: 'inconclusive', trial, problem: why, evidence: [] }]);
    return;
  }
  await stage.refuse({ trial, difference: { [side]: id }, requirements: [exists(side)] });
}

/** An instance that was just deleted, on one side. */
export async function justDeleted(
  stage: Stage,
  trial: string,
  side: Side,
  ground: AssociationGround,
): Promise<void> {
  const { instances, modelOf } = ground;
  const instance = await instances.make(stage, modelOf(side));
  if (instance === undefined || !(await instances.remove(stage, instance))) {
    const { whyNone } = ground.known();
    const lack = {
      of: 'removed-thing',
      ...(whyNone === undefined ? {} : { why: whyNone }),
    } as const;
    stage.keep(notApplicable([exists(side)], trial, { kind: 'lacking', lack }));
    return;
  }
  await stage.refuse({ trial, difference: { [side]: instance.id }, requirements: [exists(side)] });
}

/** Instances of the wrong model: source and target swapped, or one side of the other's model. */
export async function wrongModel(
  stage: Stage,
  trial: string,
  sides: readonly Side[],
  { association }: AssociationGround,
): Promise<void> {
  const requirements = sides.map(ofModel);
  const slot = pairOfOneModelEach(stage.made, association());
  if (slot === undefined) {
    const problem = { kind: 'lacking', lack: { of: 'two-kinds' } } as const;
    stage.keep(notApplicable(requirements, trial, problem));
    return;
  }
  const pair = pairOf(slot);
  const other = { [SOURCE]: pair.bk_asst_inst_id, [TARGET]: pair.bk_inst_id };
  const difference = Object.fromEntries(sides.map((side) => [side, other[side]]));
  await stage.on(slot).refuse({ trial, difference, requirements });
}

/**
 * A pair whose ids are of one model only. Ids of a model grow, so an id that lies above all ids
 * that the other model had given before, and is none of those it gave later, is not the other's.
 */
function pairOfOneModelEach(
  made: readonly Slot[],
  { sourceModel, targetModel }: ModelAssociation,
): Slot | undefined {
  if (sourceModel === targetModel) return undefined;
  return made.find((slot, at) => {
    const before = made[at - 1];
    if (before === undefined) return false;
    const { bk_inst_id: source, bk_asst_inst_id: target } = pairOf(slot);
    return pairOf(before).bk_asst_inst_id < source && source < target;
  });
}
