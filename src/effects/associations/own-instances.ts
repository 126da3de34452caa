import type { Problem } from '../../record/problem.js';
import type { Ground } from '../effect.js';
import type { Means } from '../means.js';
import { makeInstance, removeInstance } from './instances.js';
import type { MadeInstance, Maker, Making } from './instances.js';
import { SOURCE, variableOf } from './members.js';
import type { Side } from './members.js';

/** The instances that the suite makes in a run, all of which it removes. */
export interface OwnInstances {
  /** Makes one; whoever asked removes it. */
  readonly make: (means: Means, model: string) => Promise<MadeInstance | undefined>;
  /** Makes one that stays to the end, to stand in on a side; gives its id. */
  readonly makeLasting: (means: Means, model: string, side: Side) => Promise<bigint | undefined>;
  /** Makes one with such an ending of its name, which stays to the end; gives its id. */
  readonly makeHolding: (
    means: Means,
    model: string,
    ending: string,
  ) => Promise<bigint | undefined>;
  /** Removes one; where the target does not, it is tried again at the end. */
  readonly remove: (means: Means, instance: MadeInstance) => Promise<boolean>;
  /** Removes all that stayed. */
  readonly removeAll: Ground['unmake'];
  /** Ids of those that stayed, and the variables of the user's that stand in for them. */
  readonly standIns: Readonly<Record<string, string>>;
  /** Why one could not be made; undefined while all could. */
  readonly whyNone: () => Problem | undefined;
}

/** Opens the instances of a run; none is made yet. */
export function openInstances(by: Omit<Maker, 'taken'>): OwnInstances {
  const lasting: MadeInstance[] = [];
  const taken = new Map<string, Set<bigint>>();
  const maker: Maker = { ...by, taken };
  const standIns: Record<string, string> = {};
  let whyNone: Problem | undefined;

  const making = async (means: Means, model: string, ending?: string): Promise<Making> => {
    const answered = await makeInstance(means, model, maker, ending);
    const { made } = answered;
    if (made !== undefined) taken.set(model, (taken.get(model) ?? new Set()).add(made.id));
    return answered;
  };
  const make = async (means: Means, model: string): Promise<MadeInstance | undefined> => {
    const { made, why } = await making(means, model);
    if (made === undefined) whyNone ??= why;
    return made;
  };
  return {
    make,
    async makeLasting(means, model, side) {
      const made = await make(means, model);
      if (made === undefined) return undefined;
      lasting.push(made);
      standIns[made.id.toString()] = variableOf(side);
      return made.id;
    },
    async makeHolding(means, model, ending) {
      // Where there is none, whatever else is made may still be.
      const { made } = await making(means, model, ending);
      if (made !== undefined) lasting.push(made);
      return made?.id;
    },
    async remove(means, instance) {
      const removed = await removeInstance(means, instance, maker);
      if (removed) taken.get(instance.model)?.delete(instance.id);
      else lasting.push(instance);
      return removed;
    },
    async removeAll(means, several, clear) {
      await several(lasting.splice(0), async (instance) => {
        const remove = (): Promise<boolean> => removeInstance(means, instance, maker);
        if (await remove()) return;
        // What is still associated with it keeps it from being deleted.
        const isCleared = !means.isSilent() && (await clear({ [SOURCE]: instance.id }));
        if (!isCleared || !(await remove())) lasting.push(instance);
      });
    },
    standIns,
    whyNone: () => whyNone,
  };
}
