import { isObject } from '../../json/json-value.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import type { Mismatch } from '../../record/ending.js';
import type { Problem } from '../../record/problem.js';
import type { Ground, GroundKnown } from '../effect.js';
import type { Slot } from '../slot.js';
import type { Means } from '../means.js';
import type { Fixture } from './fixture.js';
import { holdPair } from './hold.js';
import { makeInstance, removeInstance } from './instances.js';
import type { MadeInstance } from './instances.js';
import type { Lookups } from './lookups.js';
import { ASSOCIATION, SOURCE, TARGET } from './members.js';
import { pairOf, slotOf } from './pair.js';
import { whyTaken } from './taken.js';

/** Pairs of instances that cases work with. */
export const PAIRS = 8;

/** The variables that name the fixture. */
const SETTINGS = ['CMDB_OBJ_ASST_ID', 'CMDB_INST_ID', 'CMDB_ASST_INST_ID'];

/** A ground, and the instances that a deep case makes on it. */
export interface AssociationGround extends Ground {
  readonly mapping: () => string | undefined;
  readonly makeOne: (means: Means, model: string) => Promise<MadeInstance | undefined>;
  /** Removes one that was made; where the target does not, it is tried again at the end. */
  readonly removeOne: (means: Means, instance: MadeInstance) => Promise<boolean>;
}

/** The model association, and instances of its models. */
export function openGround(fixture: Fixture, lookups: Lookups): AssociationGround {
  const instances: MadeInstance[] = [];
  const standIns: Record<string, string> = {};
  let mapping: string | undefined;
  let isMissing = false;
  let mismatch: GroundKnown['mismatch'];
  let whyNone: Problem | undefined;

  const makeOne = async (means: Means, model: string): Promise<MadeInstance | undefined> => {
    const { made, why } = await makeInstance(means, model);
    if (made === undefined) whyNone ??= why;
    return made;
  };
  const makePair = async (means: Means): Promise<Slot | undefined> => {
    if (means.isOver() || whyNone !== undefined) return undefined;
    const source = await makeOne(means, fixture.sourceModel);
    if (source === undefined) return undefined;
    instances.push(source);
    const target = await makeOne(means, fixture.targetModel);
    if (target === undefined) return undefined;
    instances.push(target);
    standIns[source.id.toString()] = 'CMDB_INST_ID';
    standIns[target.id.toString()] = 'CMDB_ASST_INST_ID';
    const { association } = fixture;
    return slotOf(
      { bk_obj_asst_id: association, bk_inst_id: source.id, bk_asst_inst_id: target.id },
      true,
    );
  };
  return {
    fixture: fixture.slot,
    settings: SETTINGS,
    mapping: () => mapping,
    async survey(means) {
      const answer = await means.send(
        'find_object_association',
        { condition: { [ASSOCIATION]: fixture.association } },
        'setup',
      );
      const data = answer.kind === 'accepted' ? answer.body['data'] : undefined;
      const rows = Array.isArray(data) ? data.filter((row: JsonValue) => isObject(row)) : [];
      const row = rows.find((found) => found[ASSOCIATION] === fixture.association);
      isMissing = Array.isArray(data) && row === undefined;
      mismatch = mismatchOf(fixture, row);
      if (mismatch !== undefined) means.note(mismatch);
      const shown = row?.['mapping'];
      if (typeof shown === 'string') mapping = shown;
      else if (answer.kind === 'accepted') {
        means.note({
          kind: 'fixture-not-shown',
          endpoint: 'find_object_association',
          setting: 'CMDB_OBJ_ASST_ID',
          value: fixture.association,
        });
      }
      return answer;
    },
    taken: (means) => whyTaken(means, fixture, lookups, mapping),
    async hold(means) {
      // Of models that are known to be others, nothing tells of this pair.
      if (mismatch !== undefined || isMissing) return undefined;
      const { own, by } = await holdPair(means, fixture);
      if (own !== undefined) instances.push(own);
      return by;
    },
    async isSeen(means) {
      const { bk_inst_id, bk_asst_inst_id } = pairOf(fixture.slot);
      const source = await lookups.find(means, { [SOURCE]: bk_inst_id });
      const target = await lookups.find(means, { [TARGET]: bk_asst_inst_id });
      return (source.rows ?? []).length > 0 && (target.rows ?? []).length > 0;
    },
    async make(means, several) {
      // Of models that are known to be others, no instance fits.
      if (mismatch !== undefined) return { spare: undefined, slots: [] };
      // The first shows whether the target makes any, and how fast it is.
      const first = await makePair(means);
      const more = await several(Array.from({ length: PAIRS }), () => makePair(means));
      const made = [first, ...more].filter((pair) => pair !== undefined);
      const slots = made.sort((a, b) => (pairOf(a).bk_inst_id < pairOf(b).bk_inst_id ? -1 : 1));
      return { spare: slots.length > PAIRS ? slots.pop() : undefined, slots };
    },
    async unmake(means, several, clear) {
      await several(instances, async (instance) => {
        if ((await removeInstance(means, instance)) || means.isSilent()) return;
        // What is still associated with it keeps it from being deleted.
        if (await clear({ [SOURCE]: instance.id })) await removeInstance(means, instance);
      });
    },
    makeOne,
    async removeOne(means, instance) {
      const removed = await removeInstance(means, instance);
      if (!removed) instances.push(instance);
      return removed;
    },
    known: () => ({
      facts: mapping === undefined ? {} : { mapping },
      missing: isMissing,
      standIns,
      ...(mismatch === undefined ? {} : { mismatch }),
      ...(whyNone === undefined ? {} : { whyNone }),
    }),
  };
}

/** Lookups by the wrong model may be blind: that is found out with the first creation. */
function mismatchOf(fixture: Fixture, row: JsonObject | undefined): GroundKnown['mismatch'] {
  const mismatches = (
    [
      ['CMDB_OBJ_ID', fixture.sourceModel, row?.['bk_obj_id']],
      ['CMDB_ASST_OBJ_ID', fixture.targetModel, row?.['bk_asst_obj_id']],
    ] as const
  ).flatMap(([setting, value, shown]): Mismatch[] =>
    typeof shown === 'string' && shown !== value ? [{ setting, value, shown }] : [],
  );
  return mismatches.length === 0
    ? undefined
    : { kind: 'fixture-mismatched', of: fixture.association, mismatches };
}
