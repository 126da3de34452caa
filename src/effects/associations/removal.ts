import type { Removal, WayOfRemoval } from '../removal.js';
import type { Fixture } from './fixture.js';

const ENDPOINT = 'delete_instance_association';

/**
 * How an association is removed. CMDB wants its model since v3.10 and did not before, and the ESBs
 * follow one or the other; one published configuration of an ESB serves DELETE only.
 */
export function removalOf({ sourceModel }: Fixture): Removal {
  const way =
    (method: 'POST' | 'DELETE', withModel: boolean): WayOfRemoval =>
    (means, { id, holds }) =>
      means.send(
        ENDPOINT,
        withModel ? { bk_obj_id: String(holds['bk_obj_id'] ?? sourceModel), id } : { id },
        'cleanup',
        true,
        method,
      );
  return {
    endpoint: ENDPOINT,
    ways: [way('POST', true), way('POST', false), way('DELETE', true), way('DELETE', false)],
  };
}
