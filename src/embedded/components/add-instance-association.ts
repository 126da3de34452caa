import type { Call } from '../call.js';
import { isRefusal } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Associates two instances: checks the parameters, then the store, then stores. */
export function addInstanceAssociation(call: Call): { readonly id: bigint } | Refusal {
  const { behaviour } = call.site;
  const wanted = behaviour.checkMembers(call.members, call);
  if (isRefusal(wanted)) return wanted;
  return behaviour.admit(wanted, call) ?? { id: behaviour.create(wanted, call) };
}
