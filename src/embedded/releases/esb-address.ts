import type { Call } from '../call.js';
import { isInt64, member } from '../json.js';
import type { Members } from '../json.js';
import { ESB, isRefusal, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Cmdb } from './cmdb.js';
import type { Esb } from './esb.js';
import { noSuchAddress } from './esb-refusals.js';
import { str } from './python.js';

/** Ids in CMDB's address: what its texts name them. */
const IDS: Readonly<Record<string, string>> = { id: 'association_id', bk_inst_id: 'bk_inst_id' };

/**
 * Puts parameters into CMDB's address, and reads them there as CMDB does: texts that are numbers are
 * ids, and what leaves a step empty, or has one too many for this release, leads nowhere.
 *
 * @returns the parameters, those in the address as CMDB reads them
 */
export function throughAddress(call: Call, { inAddress, python }: Esb): Members | Refusal {
  const { members } = call;
  const { cmdb } = call.site;
  const names = inAddress[call.component ?? ''] ?? [];
  const read: Record<string, unknown> = {};
  for (const name of names) {
    const value = member(members, name);
    if (value === undefined) {
      return refuse('credentials', ESB.argument, `Parameters error, param ${name} is required`);
    }
    read[name] = typeof value === 'string' ? value : str(value, python);
  }
  const steps = Object.values(read);
  if (steps.some((step) => step === '' || String(step).includes('/'))) return noSuchAddress();
  if (
    call.component === 'delete_instance_association' &&
    names.includes('bk_obj_id') !== cmdb.byModel
  ) {
    return noSuchAddress();
  }
  for (const [name, label] of Object.entries(IDS)) {
    if (!Object.hasOwn(read, name)) continue;
    const id = readId(String(read[name]), label, cmdb);
    if (isRefusal(id)) return id;
    read[name] = id;
  }
  return { ...members, ...read };
}

function readId(text: string, label: string, { byModel }: Cmdb): bigint | Refusal {
  const id = /^[+-]?\d{1,19}$/.test(text) ? BigInt(text.replace(/^\+/, '')) : undefined;
  if (isInt64(id)) return id;
  return byModel
    ? refuse('parameter', 1199009, `${label} is no integer`).naming(label)
    : refuse('parameter', 1199011, `${label} is no integer`);
}
