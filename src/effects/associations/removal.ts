import type { Removal, WayOfRemoval } from '../removal.js';
import type { ModelAssociation } from './model-associations.js';

/** The endpoint that removes associations. */
export const REMOVAL = 'delete_instance_association';

/**
 * How an association is removed. CMDB wants its model since v3.10 and did not before, and the ESBs
 * follow one or the other; one published configuration of an ESB serves DELETE only.
 */
export function removalOf(association: () => ModelAssociation): Removal {
  const way =
    (method: 'POST' | 'DELETE', withModel: boolean): WayOfRemoval =>
    (means, { id, holds }) =>
      means.send(
        REMOVAL,
        withModel
          ? { bk_obj_id: String(holds['bk_obj_id'] ?? association().sourceModel), id }
          : { id },
        'cleanup',
        true,
        method,
      );
  return {
    endpoint: REMOVAL,
    ways: [way('POST', true), way('POST', false), way('DELETE', true), way('DELETE', false)],
  };
}
