import { isInt64, isMembers, member } from '../json.js';
import type { Members } from '../json.js';
import { isRefusal, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Wanted } from '../world.js';
import type { Cmdb } from './cmdb.js';
import { passedOn } from './esb-members.js';
import { float64, goKind, holdsNaN, writeGoMap } from './go-json.js';

const UNREADABLE = 'Deserializing JSON data failed';
const CODE = { wrongType: 1199006, wrongBusiness: 1199003 } as const;

/**
 * Reads the parameters of `add_instance_association` as CMDB's Go does: nothing is required, what is
 * absent or null is 0 or "", names count without their letter case, and the last of several counts.
 *
 * @param members - what the ESB passes on
 */
export function readWanted(members: Members, cmdb: Cmdb): Wanted | Refusal {
  if (holdsNaN(members)) return refuse('parameter', cmdb.notJson, UNREADABLE);
  const metadata = member(members, 'metadata') ?? null;
  if (cmdb.metadata !== 'ignored' && !hasShape(metadata)) {
    return refuse('parameter', cmdb.notJson, UNREADABLE);
  }
  const association = valueOf(members, 'bk_obj_asst_id') ?? '';
  const target = readId(members, 'bk_asst_inst_id', cmdb);
  if (isRefusal(target)) return target;
  const source = readId(members, 'bk_inst_id', cmdb);
  if (isRefusal(source)) return source;
  if (typeof association !== 'string') {
    return wrongType(members, 'bk_obj_asst_id', goKind(association), 'string');
  }
  return cmdb.metadata === 'business' && !hasBusiness(metadata)
    ? refuse('parameter', CODE.wrongBusiness, 'invalid input parameter')
    : { association, source, target };
}

function valueOf(members: Members, name: string): unknown {
  const values = Object.entries(members).filter(
    ([key, value]) => key.toLowerCase() === name && value !== null,
  );
  return values.at(-1)?.[1];
}

function readId(members: Members, name: string, { numbers }: Cmdb): bigint | Refusal {
  const value = valueOf(members, name) ?? 0n;
  const read = numbers === 'float64' ? rounded(value) : value;
  if (isInt64(read)) return read;
  const number = float64(value);
  const kind = number === undefined ? goKind(value) : `number ${String(number)}`;
  return wrongType(members, name, kind, 'int64');
}

/** An integer as it comes out of a float64 and its shortest text; anything else as it is. */
function rounded(value: unknown): unknown {
  const number = float64(value);
  return number !== undefined && Number.isInteger(number) && Math.abs(number) < 1e21
    ? BigInt(String(number))
    : value;
}

/** The text is that of the releases up to 3.6; later ones put another in its place. */
function wrongType(members: Members, name: string, what: string, type: string): Refusal {
  return refuse(
    'parameter',
    CODE.wrongType,
    `unmarshal ${writeGoMap(passedOn(members))} failed: json: cannot unmarshal ${what} into Go struct field CreateAssociationInstRequest.${name} of type ${type}`,
  );
}

function hasShape(metadata: unknown): boolean {
  if (metadata === null) return true;
  if (!isMembers(metadata)) return false;
  const label = member(metadata, 'label') ?? null;
  if (label === null) return true;
  return (
    isMembers(label) &&
    Object.values(label).every((value) => value === null || typeof value === 'string')
  );
}

function hasBusiness(metadata: unknown): boolean {
  const label = isMembers(metadata) ? member(metadata, 'label') : undefined;
  if (!isMembers(label) || !Object.hasOwn(label, 'bk_biz_id')) return true;
  const business = member(label, 'bk_biz_id');
  return typeof business === 'string' && /^[+-]?\d+$/.test(business);
}
