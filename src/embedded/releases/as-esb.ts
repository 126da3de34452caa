import type { Alteration } from '../alterations/alteration.js';
import type { Call, Reply } from '../call.js';
import { isRefusal } from '../refusal.js';
import type { Esb } from './esb.js';
import { throughAddress } from './esb-address.js';
import { checkApp } from './esb-apps.js';
import { shaped, written } from './esb-envelope.js';
import { readParameters } from './esb-reading.js';
import { denied } from './esb-refusals.js';
import { checkUser } from './esb-users.js';

/** An ESB of a generation before whatever CMDB there is. */
export function asEsb(esb: Esb): Alteration {
  return (sound) => ({
    before: (call) => sound.before(call) ?? django(call),
    route: (call) => sound.route(esb.foldsPath ? { ...call, path: call.path.toLowerCase() } : call),
    decode: (call) => readParameters(call, esb, sound.decode),
    verifyApp: (given, call) => checkApp(given, call, esb),
    verifyUser: (given, call) => checkUser(given, call, esb),
    perform: (call) => {
      if (call.received.header('x-use-test-env') === '1') {
        return {
          refusal: denied(
            'Error, the component does not support access third-party test environment',
            1306206,
          ),
        };
      }
      const members = throughAddress(call, esb);
      return isRefusal(members) ? { refusal: members } : sound.perform({ ...call, members });
    },
    envelope: (outcome, call) => shaped(sound.envelope(outcome, call), outcome, esb),
    serialise: (envelope, call) => written(envelope, sound.serialise(envelope, call), esb),
  });
}

/** What the web framework answers before the ESB sees a request. */
function django({ received, path }: Call): Reply | undefined {
  const type = { 'Content-Type': 'text/html; charset=utf-8' };
  if (path === '/api/c/compapi') {
    return { status: 301, headers: { ...type, Location: `${path}/` }, body: Buffer.alloc(0) };
  }
  return received.oversized
    ? { status: 400, headers: type, body: Buffer.from('<h1>Bad Request (400)</h1>') }
    : undefined;
}
