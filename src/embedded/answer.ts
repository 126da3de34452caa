import type { Call, Outcome } from './call.js';
import { givenIn } from './credentials.js';
import { ESB, isRefusal, refuse } from './refusal.js';

/**
 * Answers one call: path, body, app, user, component, in the ESB's order; then the envelope, its
 * bytes, and their way to the caller. What stands before the API may answer in its place.
 */
export function answer(call: Call): void {
  const { behaviour } = call.site;
  const inItsPlace = behaviour.before(call);
  if (inItsPlace !== undefined) {
    behaviour.transmit(inItsPlace, call);
    return;
  }
  const outcome = settle(call);
  call.outcome = outcome;
  const envelope = behaviour.envelope(outcome, call);
  behaviour.transmit(behaviour.serialise(envelope, call), call);
}

function settle(call: Call): Outcome {
  const { behaviour } = call.site;
  const component = behaviour.route(call);
  if (component === undefined) {
    // The ESB answers this without a code; the document knows no answer without one.
    return { refusal: refuse('protocol', ESB.notFound, 'The content does not exist', 404) };
  }
  call.component = component;
  const members = behaviour.decode(call);
  if (isRefusal(members)) return { refusal: members };
  call.members = members;
  const given = givenIn(members);
  const refusal = behaviour.verifyApp(given, call) ?? behaviour.verifyUser(given, call);
  return refusal === undefined ? behaviour.perform(call) : { refusal };
}
