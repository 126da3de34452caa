import type { Holds } from '../../judge/creation.js';
import type { Made } from '../means.js';
import type { ModelAssociation } from './model-associations.js';
import { ASSOCIATION, SOURCE, TARGET } from './members.js';

/** What an association is called in the ledger. */
export const KIND = 'association';

/** How the ledger keeps an association: under which model association it lies, between what. */
export function keptOf({ sourceModel, targetModel }: ModelAssociation, holds: Holds): Made {
  const model = holds['bk_obj_id'];
  return {
    kind: KIND,
    of: String(holds[ASSOCIATION] ?? ''),
    between: [SOURCE, TARGET].map((side) => String(holds[side] ?? 0n)),
    models: [typeof model === 'string' ? model : sourceModel, targetModel],
  };
}
