import type { Row } from '../../judge/creation.js';
import { MARK } from '../mark.js';
import type { Made, Means } from '../means.js';
import type { Remnant, Remnants, Shown } from '../remnant.js';
import { liesOn } from '../slot.js';
import { deleteInstance, INSTANCE } from './instances.js';
import { KIND, keptOf } from './kept.js';
import { openLookups } from './lookups.js';
import type { Lookups } from './lookups.js';
import { ASSOCIATION, SOURCE, TARGET } from './members.js';
import type { ModelAssociation } from './model-associations.js';
import { slotOf } from './pair.js';
import { mayRemove } from './places.js';
import { searchInstances } from './search-instances.js';
import type { Sought } from './search-instances.js';

/**
 * What runs have left: associations, and instances with the associations on them.
 *
 * @param fixture - the model association, as far as it is known by now
 * @param account - the supplier account that instances are made under
 */
export function openRemnants(fixture: () => ModelAssociation, account: string): Remnants {
  const lookups = new Map<string, Lookups>();
  /** Lookups by a model that a ledger names, which need not be the one of the settings. */
  const lookupsBy = (association: string, sourceModel: string): Lookups => {
    const key = JSON.stringify([association, sourceModel]);
    const known =
      lookups.get(key) ?? openLookups(() => ({ ...fixture(), id: association, sourceModel }));
    lookups.set(key, known);
    return known;
  };
  const associationOf = (row: Row): Remnant => ({
    ...keptOf(fixture(), row.holds),
    id: row.id,
    remove: (means, way) => way(means, row),
  });

  async function association(
    means: Means,
    { of, between = [], models = [] }: Made,
    id: bigint | undefined,
    ground: ReadonlySet<bigint>,
  ): Promise<Shown> {
    const [bk_inst_id = 0n, bk_asst_inst_id = 0n] = between.map(BigInt);
    const pair = { bk_obj_asst_id: of, bk_inst_id, bk_asst_inst_id };
    const { find } = lookupsBy(of, models[0] ?? fixture().sourceModel);
    const { rows, why } = await find(means, id === undefined ? pair : { id });
    if (rows === undefined) return { why };
    const isIt = ({ id: shown, holds }: Row): boolean =>
      id === undefined
        ? holds[ASSOCIATION] === of &&
          holds[SOURCE] === bk_inst_id &&
          holds[TARGET] === bk_asst_inst_id
        : shown === id;
    const found = rows.filter(isIt);
    const isOwn = (row: Row): boolean =>
      liesOn(row.holds, ground) || mayRemove(row, slotOf(pair, false));
    const elsewhere = found.find((row) => !isOwn(row));
    return {
      remnants: found.filter(isOwn).map(associationOf),
      ...(elsewhere === undefined ? {} : { elsewhere }),
    };
  }

  /** Instances of one model, each behind the associations on it. */
  async function instances(
    means: Means,
    model: string,
    sought: Sought,
    isMeant: (name: string) => boolean = () => true,
  ): Promise<Shown> {
    const { instances: found, why } = await searchInstances(means, model, sought);
    if (found === undefined) return { why };
    const { look } = lookupsBy(fixture().id, model);
    const remnants: Remnant[] = [];
    for (const instance of found.filter(({ name }) => isMeant(name))) {
      const { rows, why: unusable } = await look(means, { [SOURCE]: instance.id });
      if (rows === undefined) return { why: unusable };
      const { id } = instance;
      const isOn = ({ holds }: Row): boolean => holds[SOURCE] === id || holds[TARGET] === id;
      remnants.push(...rows.filter(isOn).map(associationOf), {
        kind: INSTANCE,
        of: model,
        name: instance.name,
        id,
        remove: (by) => deleteInstance(by, model, id, account),
      });
    }
    return { remnants };
  }

  return {
    of(means, made, id, ground) {
      if (made.kind === KIND) return association(means, made, id, ground);
      return instances(means, made.of, { name: made.name ?? '' });
    },
    async marked(means, isMeant) {
      const remnants: Remnant[] = [];
      const { sourceModel, targetModel } = fixture();
      for (const model of new Set([sourceModel, targetModel])) {
        const shown = await instances(means, model, { beginning: `${MARK}-` }, isMeant);
        if (shown.remnants === undefined) return shown;
        remnants.push(...shown.remnants);
      }
      return { remnants };
    },
  };
}
