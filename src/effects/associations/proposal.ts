import type { Proposed } from '../../record/ending.js';
import type { Means } from '../means.js';
import { valueFor } from './attribute-values.js';
import type { Attributes } from './attributes.js';
import { isBuiltIn } from './model-associations.js';
import type { ModelAssociation, Shown } from './model-associations.js';

/** Mappings, the one that leaves most room first. */
const MAPPINGS: readonly (string | undefined)[] = ['n:n', '1:n', '1:1'];

/** So many, the best by what is shown of them, have the attributes of their models looked up. */
const LOOKED_AT = 12;

/** A model association that the suite can test with, unasked, and why that. */
export interface Proposal {
  readonly association: ModelAssociation;
  readonly proposed: Proposed;
}

/**
 * Chooses a model association between models of which the suite can make instances: n:n rather than
 * another mapping, then models that require nothing but a name, then the first by its id; so the
 * same target gives the same one each time.
 *
 * @returns undefined where there is none
 */
export async function propose(
  means: Means,
  shown: readonly Shown[],
  attributes: Attributes,
): Promise<Proposal | undefined> {
  const whole = shown.flatMap(wholeOf);
  const usable = whole
    .filter(({ sourceModel, targetModel }) => !isBuiltIn(sourceModel) && !isBuiltIn(targetModel))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1));
  let best: { readonly association: ModelAssociation; readonly rank: number } | undefined;
  for (const association of usable.slice(0, LOOKED_AT)) {
    const required = await requiredBy(means, association, attributes);
    if (required === undefined) continue;
    const rank = rankOf(association) * 2 + (required > 0 ? 1 : 0);
    if (best === undefined || rank < best.rank) best = { association, rank };
  }
  if (best === undefined) return undefined;
  const { id, sourceModel, targetModel, mapping = '' } = best.association;
  const proposed = {
    setting: 'CMDB_OBJ_ASST_ID',
    value: id,
    between: [sourceModel, targetModel],
    rule: mapping,
    usable: usable.length,
    seen: shown.length,
  };
  return { association: best.association, proposed };
}

function wholeOf({ id, sourceModel, targetModel, mapping }: Shown): ModelAssociation[] {
  if (id === undefined || sourceModel === undefined || targetModel === undefined) return [];
  return [{ id, sourceModel, targetModel, ...(mapping === undefined ? {} : { mapping }) }];
}

function rankOf({ mapping }: ModelAssociation): number {
  const at = MAPPINGS.indexOf(mapping);
  return at < 0 ? MAPPINGS.length : at;
}

/** How many attributes both models require; undefined where the suite has no value for one. */
async function requiredBy(
  means: Means,
  { sourceModel, targetModel }: ModelAssociation,
  attributes: Attributes,
): Promise<number | undefined> {
  const both = [
    ...(await attributes.requiredBy(means, sourceModel)),
    ...(await attributes.requiredBy(means, targetModel)),
  ];
  for (const attribute of both) {
    if ((await valueFor(attribute, `${means.runId}-0`)) === undefined) return undefined;
  }
  return both.length;
}
