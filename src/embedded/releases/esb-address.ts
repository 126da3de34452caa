import type { Call } from '../call.js';
import { member } from '../json.js';
import type { Members } from '../json.js';
import { ESB, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Esb } from './esb.js';
import { noSuchAddress } from './esb-refusals.js';
import { str } from './python.js';

/**
 * Puts parameters into CMDB's address. One that leaves a step empty, or makes two of it, leads nowhere,
 * and so does the address of a deletion that another release has.
 *
 * @returns the parameters, those in the address as texts
 */
export function throughAddress(call: Call, { inAddress, python }: Esb): Members | Refusal {
  const { members } = call;
  const { cmdb } = call.site;
  const names = inAddress[call.component ?? ''] ?? [];
  const steps: Record<string, string> = {};
  for (const name of names) {
    const value = member(members, name);
    if (value === undefined) {
      return refuse('credentials', ESB.argument, `Parameters error, param ${name} is required`);
    }
    steps[name] = str(value, python);
  }
  if (Object.values(steps).some((step) => step === '' || step.includes('/'))) {
    return noSuchAddress();
  }
  if (
    call.component === 'delete_instance_association' &&
    names.includes('bk_obj_id') !== cmdb.byModel
  ) {
    return noSuchAddress();
  }
  return { ...members, ...steps };
}
