import { NEVER_GIVEN } from '../../cases/faults.js';
import type { Ending } from '../../record/ending.js';
import type { Ground } from '../effect.js';
import { freeId } from '../free-id.js';
import { liesOn } from '../slot.js';
import type { Slot } from '../slot.js';
import type { Means } from '../means.js';
import { openAttributes } from './attributes.js';
import { kindOf } from './fixture.js';
import type { Fixture } from './fixture.js';
import { holdPair } from './hold.js';
import { openLookups } from './lookups.js';
import type { Lookups } from './lookups.js';
import { SIDES, SOURCE, TARGET, variableOf } from './members.js';
import type { Side } from './members.js';
import type { ModelAssociation } from './model-associations.js';
import { openInstances } from './own-instances.js';
import type { OwnInstances } from './own-instances.js';
import { pairOf, slotOf } from './pair.js';
import { surveyAll, surveyNamed, unasked } from './survey.js';
import type { Surveyed } from './survey.js';
import { whyTaken } from './taken.js';

/** Pairs of instances that cases work with. */
export const PAIRS = 8;

/** Ids before any is made: tried as free from here on, far from those of cases. */
const FREE_FROM = { [SOURCE]: NEVER_GIVEN + 500_000_003n, [TARGET]: NEVER_GIVEN + 700_000_001n };

/** A ground, and what the rest of the effect needs of it. */
export interface AssociationGround extends Ground {
  /** As far as it is known by now. */
  readonly association: () => ModelAssociation;
  readonly lookups: Lookups;
  readonly instances: OwnInstances;
  readonly modelOf: (side: Side) => string;
}

/** The model association, and instances of its models. */
export function openGround(fixture: Fixture): AssociationGround {
  const kind = kindOf(fixture);
  const given = { [SOURCE]: fixture.source, [TARGET]: fixture.target };
  const unset = SIDES.filter((side) => given[side] === undefined);
  /** What stands in for the instances that are not set. */
  const standIn = { ...FREE_FROM };
  const attributes = openAttributes();
  const instances = openInstances({ attributes, account: fixture.account });
  let surveyed: Surveyed | undefined;
  /** Whether there are two instances that may be associated. */
  let stands = kind === 'given';

  const association = (): ModelAssociation => surveyed?.association ?? unasked(fixture);
  const modelOf = (side: Side): string =>
    side === SOURCE ? association().sourceModel : association().targetModel;
  const lookups = openLookups(association);
  const slot = (source: bigint, target: bigint, made: boolean): Slot => {
    const { id } = association();
    return slotOf({ bk_obj_asst_id: id, bk_inst_id: source, bk_asst_inst_id: target }, made);
  };
  const opening = (): Slot =>
    slot(given[SOURCE] ?? standIn[SOURCE], given[TARGET] ?? standIn[TARGET], false);
  const makeLasting = (means: Means, side: Side): Promise<bigint | undefined> =>
    instances.makeLasting(means, modelOf(side), side);
  const makePair = async (means: Means): Promise<Slot | undefined> => {
    if (means.isOver() || instances.whyNone() !== undefined) return undefined;
    const source = await makeLasting(means, SOURCE);
    if (source === undefined) return undefined;
    const target = await makeLasting(means, TARGET);
    if (target === undefined) return undefined;
    stands = true;
    return slot(source, target, true);
  };
  return {
    opening,
    settings: [
      'CMDB_OBJ_ASST_ID',
      ...SIDES.filter((side) => !unset.includes(side)).map(variableOf),
    ],
    association,
    lookups,
    instances,
    modelOf,
    async survey(means) {
      surveyed = await (kind === 'proposed'
        ? surveyAll(means, fixture, attributes)
        : surveyNamed(means, fixture));
      if (surveyed.answer.kind !== 'accepted' || surveyed.why !== undefined) return surveyed.answer;
      for (const side of unset) {
        const { id, why } = await freeId(async (one) => {
          const { rows } = await lookups.look(means, { [side]: one });
          return rows?.some(({ holds }) => liesOn(holds, new Set([one])));
        }, FREE_FROM[side]);
        if (id !== undefined) standIn[side] = id;
        else if (why.kind === 'none-free') {
          surveyed = {
            ...surveyed,
            why: { kind: 'fixture-lacking', settings: [variableOf(side)], why },
          };
        }
        // Where lookups can't be used the run ends for that.
      }
      return surveyed.answer;
    },
    taken: (means) =>
      unset.length === 2
        ? Promise.resolve(undefined)
        : whyTaken(means, opening(), lookups, association().mapping),
    async own(means) {
      const [side, other] = unset;
      if (side === undefined) return opening();
      if (other !== undefined) return undefined;
      const made = await makeLasting(means, side);
      if (made === undefined) return undefined;
      standIn[side] = made;
      stands = true;
      return opening();
    },
    async hold(means) {
      const { missing = false, mismatch } = surveyed ?? {};
      // Of models that are known to be others, nothing tells of this pair.
      if (unset.length === 2 || missing || mismatch !== undefined) return undefined;
      return holdPair(means, modelOf(SOURCE), given, instances);
    },
    async isSeen(means) {
      const pair = pairOf(opening());
      for (const side of SIDES) {
        if (unset.includes(side)) continue;
        const { rows = [] } = await lookups.find(means, { [side]: pair[side] });
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
    unmake: instances.removeAll,
    known() {
      const { missing = false, mismatch, why } = surveyed ?? {};
      const whyNone = instances.whyNone();
      const none = why ?? (stands ? undefined : whyNothing());
      return {
        facts: factsOf(association()),
        missing,
        standIns: { ...instances.standIns, ...chosen() },
        ...(mismatch === undefined ? {} : { mismatch }),
        ...(whyNone === undefined ? {} : { whyNone }),
        ...(none === undefined ? {} : { none }),
      };
    },
  };

  function factsOf({ id, sourceModel, targetModel, mapping }: ModelAssociation) {
    if (id === '') return { fixture: kind };
    const models = `${sourceModel} → ${targetModel}`;
    const shown = mapping === undefined ? {} : { mapping };
    return { fixture: kind, association: id, models, ...shown };
  }

  /** The model association that the suite chose, by the variable that would name it. */
  function chosen(): Readonly<Record<string, string>> {
    const { id } = association();
    return kind === 'proposed' && id !== '' ? { [id]: 'CMDB_OBJ_ASST_ID' } : {};
  }

  /** Why the suite could not make what the settings leave out. */
  function whyNothing(): Ending | undefined {
    const why = instances.whyNone();
    if (why === undefined) return undefined;
    const came = why.kind === 'not-made' ? why.why : undefined;
    if (came?.kind === 'no-answer') return { ...came, kind: 'target-silent' };
    return { kind: 'fixture-lacking', settings: unset.map(variableOf), why };
  }
}
