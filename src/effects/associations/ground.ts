import { NEVER_GIVEN } from '../../cases/faults.js';
import type { Ending } from '../../record/ending.js';
import type { Problem } from '../../record/problem.js';
import type { Ground } from '../effect.js';
import type { Slot } from '../slot.js';
import type { Means } from '../means.js';
import { openAttributes } from './attributes.js';
import { kindOf } from './fixture.js';
import type { Fixture } from './fixture.js';
import { freeId } from './free-id.js';
import { makeInstance, removeInstance } from './instances.js';
import type { MadeInstance } from './instances.js';
import { openLookups } from './lookups.js';
import type { Lookups } from './lookups.js';
import { SOURCE, TARGET } from './members.js';
import type { Side } from './members.js';
import type { ModelAssociation } from './model-associations.js';
import { pairOf, slotOf } from './pair.js';
import { surveyAll, surveyNamed, unasked } from './survey.js';
import type { Surveyed } from './survey.js';
import { whyTaken } from './taken.js';

/** Pairs of instances that cases work with. */
export const PAIRS = 8;

/** The variables that name the fixture. */
const SETTINGS = ['CMDB_OBJ_ASST_ID', 'CMDB_INST_ID', 'CMDB_ASST_INST_ID'];

/** Ids that stand in before anything is made: far from those that cases take as never given. */
const STAND_INS = { [SOURCE]: NEVER_GIVEN + 500_000_003n, [TARGET]: NEVER_GIVEN + 700_000_001n };

/** A ground, and what the rest of the effect needs of it. */
export interface AssociationGround extends Ground {
  /** As far as it is known by now. */
  readonly association: () => ModelAssociation;
  readonly lookups: Lookups;
  /** Makes an instance for a side, for a deep case. */
  readonly makeOne: (means: Means, side: Side) => Promise<MadeInstance | undefined>;
  /** Removes one that was made; where the target does not, it is tried again at the end. */
  readonly removeOne: (means: Means, instance: MadeInstance) => Promise<boolean>;
}

/** The model association, and instances of its models. */
export function openGround(fixture: Fixture): AssociationGround {
  const { source, target } = fixture;
  const maker = { attributes: openAttributes(), account: fixture.account };
  const kind = kindOf(fixture);
  const instances: MadeInstance[] = [];
  const standIns: Record<string, string> = {};
  let surveyed: Surveyed | undefined;
  let whyNone: Problem | undefined;
  const association = (): ModelAssociation => surveyed?.association ?? unasked(fixture);
  const lookups = openLookups(association);
  const slot = (sourceId: bigint, targetId: bigint, made: boolean): Slot => {
    const { id } = association();
    return slotOf({ bk_obj_asst_id: id, bk_inst_id: sourceId, bk_asst_inst_id: targetId }, made);
  };
  const standIn = { ...STAND_INS };
  const opening = (): Slot => slot(source ?? standIn[SOURCE], target ?? standIn[TARGET], false);

  const makeOne = async (means: Means, side: Side): Promise<MadeInstance | undefined> => {
    const { sourceModel, targetModel } = association();
    const model = side === SOURCE ? sourceModel : targetModel;
    const { made, why } = await makeInstance(means, model, maker);
    if (made === undefined) whyNone ??= why;
    return made;
  };
  /** Makes one that stays to the end. */
  const makeLasting = async (means: Means, side: Side): Promise<bigint | undefined> => {
    const made = await makeOne(means, side);
    if (made === undefined) return undefined;
    instances.push(made);
    standIns[made.id.toString()] = side === SOURCE ? 'CMDB_INST_ID' : 'CMDB_ASST_INST_ID';
    return made.id;
  };
  const makePair = async (means: Means): Promise<Slot | undefined> => {
    if (means.isOver() || whyNone !== undefined) return undefined;
    const from = await makeLasting(means, SOURCE);
    if (from === undefined) return undefined;
    const to = await makeLasting(means, TARGET);
    return to === undefined ? undefined : slot(from, to, true);
  };
  return {
    opening,
    settings: SETTINGS,
    association,
    lookups,
    async survey(means) {
      surveyed = await (kind === 'proposed'
        ? surveyAll(means, fixture, maker.attributes)
        : surveyNamed(means, fixture));
      if (surveyed.answer.kind === 'accepted' && surveyed.why === undefined) {
        for (const side of [SOURCE, TARGET] as const) {
          if ((side === SOURCE ? source : target) !== undefined) continue;
          const look = async (id: bigint) => (await lookups.look(means, { [side]: id })).rows;
          standIn[side] = await freeId(look, STAND_INS[side]);
        }
      }
      return surveyed.answer;
    },
    taken: (means) =>
      kind === 'given' || kind === 'completed'
        ? whyTaken(means, opening(), lookups, association().mapping)
        : Promise.resolve(undefined),
    async own(means) {
      if (kind === 'given') return opening();
      if (kind !== 'completed' || surveyed?.mismatch !== undefined) return undefined;
      const side = source === undefined ? SOURCE : TARGET;
      const made = await makeLasting(means, side);
      if (made === undefined) return undefined;
      standIn[side] = made;
      return opening();
    },
    async isSeen(means) {
      const { bk_inst_id, bk_asst_inst_id } = pairOf(opening());
      const sides = [
        ...(source === undefined ? [] : [{ [SOURCE]: bk_inst_id }]),
        ...(target === undefined ? [] : [{ [TARGET]: bk_asst_inst_id }]),
      ];
      for (const side of sides) {
        const { rows = [] } = await lookups.find(means, side);
        if (rows.length === 0) return false;
      }
      return true;
    },
    async make(means, several) {
      // Of models that are known to be others, no instance fits.
      if (surveyed?.mismatch !== undefined) return { spare: undefined, slots: [] };
      // The first shows whether the target makes any, and how fast it is.
      const first = await makePair(means);
      const more = await several(Array.from({ length: PAIRS }), () => makePair(means));
      const made = [first, ...more].filter((pair) => pair !== undefined);
      const slots = made.sort((a, b) => (pairOf(a).bk_inst_id < pairOf(b).bk_inst_id ? -1 : 1));
      return { spare: slots.length > PAIRS ? slots.pop() : undefined, slots };
    },
    async unmake(means, several, clear) {
      await several(instances, async (instance) => {
        const remove = (): Promise<boolean> => removeInstance(means, instance, maker);
        if ((await remove()) || means.isSilent()) return;
        // What is still associated with it keeps it from being deleted.
        if (await clear({ [SOURCE]: instance.id })) await remove();
      });
    },
    makeOne,
    async removeOne(means, instance) {
      const removed = await removeInstance(means, instance, maker);
      if (!removed) instances.push(instance);
      return removed;
    },
    known() {
      const { id, sourceModel, targetModel, mapping } = association();
      const { missing = false, mismatch, why } = surveyed ?? {};
      const none = why ?? (kind === 'given' ? undefined : (mismatch ?? whyNothing()));
      return {
        facts: {
          fixture: kind,
          association: id,
          models: `${sourceModel} → ${targetModel}`,
          ...(mapping === undefined ? {} : { mapping }),
        },
        missing,
        standIns,
        ...(mismatch === undefined ? {} : { mismatch }),
        ...(whyNone === undefined ? {} : { whyNone }),
        ...(none === undefined ? {} : { none }),
      };
    },
  };

  /** Why the suite could not make what the settings leave out. */
  function whyNothing(): Ending | undefined {
    if (whyNone === undefined) return undefined;
    if (whyNone.kind === 'no-answer') return { ...whyNone, kind: 'target-silent' };
    const settings = [
      ...(source === undefined ? ['CMDB_INST_ID'] : []),
      ...(target === undefined ? ['CMDB_ASST_INST_ID'] : []),
    ];
    return { kind: 'fixture-lacking', settings, why: whyNone };
  }
}
