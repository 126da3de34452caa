import type { Outcome } from '../call.js';
import { ESB, refuse } from '../refusal.js';

/** What an ESB answers whose CMDB takes no connections. */
export const CMDB_AWAY: Outcome = {
  refusal: refuse(
    'state',
    ESB.thirdParty,
    'Component request third-party system [CC] interface error: Connection refused',
  ),
};
