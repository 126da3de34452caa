import { admit } from './admission.js';
import { checkMembers } from './association-members.js';
import type { Behaviour } from './call.js';
import { perform } from './components/perform.js';
import { verifyApp, verifyUser } from './credentials.js';
import { decode } from './decode.js';
import { envelopeOf } from './envelope.js';
import { routeOf } from './route.js';
import { searchRows } from './search.js';
import { serialise } from './serialise.js';
import { transmit } from './transmit.js';
import { nextInstanceId, nextRowId, storeRow } from './world.js';

/** The server that keeps the document. */
export const SOUND: Behaviour = {
  before: () => undefined,
  route: routeOf,
  decode: ({ received }) => decode(received),
  verifyApp: (given, { site }) => verifyApp(given, site.registry),
  verifyUser: (given, { site }) => verifyUser(given, site.registry),
  perform,
  checkMembers: (members) => checkMembers(members),
  admit: (wanted, { site }) => admit(wanted, site.world),
  nextRowId,
  nextInstanceId,
  create: (wanted, { site }) =>
    storeRow(site.world, wanted, site.behaviour.nextRowId(site.world)).id,
  search: (search, { site }) => searchRows(search, site.world),
  remove: (row, { site }) => {
    site.world.rows.delete(row.id);
  },
  envelope: (outcome) => envelopeOf(outcome),
  serialise,
  transmit: (reply, { response }) => {
    transmit(reply, response);
  },
};
