import type { Alteration } from '../alterations/alteration.js';
import type { Call, Outcome } from '../call.js';
import { isMembers, member } from '../json.js';
import { isRefusal, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Wanted } from '../world.js';
import { withId } from './address-ids.js';
import type { Cmdb } from './cmdb.js';
import { inItsWords } from './cmdb-texts.js';
import type { Language } from './cmdb-texts.js';
import { checkInstance, tellInstance } from './instances.js';
import { readWanted } from './reading.js';
import { userOf } from './user.js';

const CODE = { sourceAbsent: 1101073, targetAbsent: 1101074, repeated: 1199014 } as const;

/** CMDB of a release: what it reads, what it refuses, with its codes and in its words. */
export function asCmdb(cmdb: Cmdb): Alteration {
  return (sound) => ({
    checkMembers: (members) => readWanted(members, cmdb),
    admit: (wanted, call) =>
      isApart(call, cmdb)
        ? refuse('state', CODE.sourceAbsent, 'the association inst is not exist')
        : ofNegativeId(wanted, sound.admit(wanted, call), cmdb),
    perform: (call) => {
      const members = withId(call.component, call.members, cmdb);
      if (isRefusal(members)) return worded({ refusal: members }, call);
      if (call.component !== 'create_inst')
        return worded(sound.perform({ ...call, members }), call);
      const refusal = checkInstance(members);
      return told(refusal === undefined ? sound.perform(call) : { refusal }, call);
    },
  });
}

/** Another supplier account has tables of its own, without an instance in them. */
function isApart({ members, site }: Call, { byModel }: Cmdb): boolean {
  const account = member(members, 'bk_supplier_account') ?? '0';
  const association = member(members, 'bk_obj_asst_id');
  return (
    byModel &&
    account !== '0' &&
    typeof association === 'string' &&
    site.world.associations.has(association)
  );
}

/** An id below zero is no absent instance to the store, but one that it can't write. */
function ofNegativeId(
  { source, target }: Wanted,
  refusal: Refusal | undefined,
  { negativeId }: Cmdb,
): Refusal | undefined {
  if (refusal === undefined || negativeId === null) return refusal;
  const id = refusal.code === CODE.sourceAbsent ? source : target;
  const absent = refusal.code === CODE.sourceAbsent || refusal.code === CODE.targetAbsent;
  if (!absent || id >= 0n) return refusal;
  const { code, message } = negativeId(BigInt.asUintN(64, id));
  return refuse('state', code, message);
}

function told({ refusal, data }: Outcome, call: Call): Outcome {
  const { cmdb } = call.site;
  if (refusal === undefined) {
    return { data: isMembers(data) ? tellInstance(data, cmdb, userOf(call)) : data };
  }
  if (refusal.code !== CODE.repeated) return worded({ refusal }, call);
  const model = member(call.members, 'bk_obj_id');
  const taken = cmdb.takenName(refusal.names ?? '', typeof model === 'string' ? model : '');
  return worded({ refusal: refusal.naming(taken) }, call);
}

function worded(outcome: Outcome, call: Call): Outcome {
  return outcome.refusal === undefined
    ? outcome
    : { refusal: inItsWords(outcome.refusal, call.site.cmdb, languageOf(call)) };
}

/** The ESB passes the header on, and sends `en` where there is none. */
function languageOf({ received }: Call): Language {
  return (received.header('blueking-language') ?? 'en') === 'en' ? 'en' : 'zh';
}
