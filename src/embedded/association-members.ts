import { isInt64, isMembers, member } from './json.js';
import type { Members } from './json.js';
import { CMDB_PARAMETER, isRefusal, malformed, missing, refuse } from './refusal.js';
import type { Refusal } from './refusal.js';
import type { Wanted } from './world.js';

/**
 * Checks the parameters of `add_instance_association` in the order of the document's tables:
 * `bk_obj_asst_id`, `bk_inst_id`, `bk_asst_inst_id`, `metadata`, `label`, `bk_biz_id`. All of them
 * are required there ("Yes"), null counts as absent.
 *
 * @returns what is to be associated, or why not
 */
export function checkMembers(members: Members): Wanted | Refusal {
  const association = checkText(members, 'bk_obj_asst_id', 'bk_obj_asst_id');
  if (isRefusal(association)) return association;
  const source = checkId(members, 'bk_inst_id');
  if (isRefusal(source)) return source;
  const target = checkId(members, 'bk_asst_inst_id');
  if (isRefusal(target)) return target;
  return checkMetadata(members) ?? { association, source, target };
}

/** Checks an int64 that is required. */
export function checkId(members: Members, name: string): bigint | Refusal {
  const value = member(members, name) ?? null;
  if (value === null) return missing(name);
  return isInt64(value) ? value : malformed(name, 'an int64');
}

/** Checks a string that is required and not empty; `path` is its name in the answer. */
export function checkText(members: Members, name: string, path: string): string | Refusal {
  const value = member(members, name) ?? null;
  if (value === null) return missing(path);
  if (typeof value !== 'string') return malformed(path, 'a string');
  return value === ''
    ? refuse('parameter', CMDB_PARAMETER.illegal, `parameter ${path} is empty`)
    : value;
}

/** `metadata` with its `label`, a "string map" of which only `bk_biz_id` is named and required. */
function checkMetadata(members: Members): Refusal | undefined {
  const metadata = checkObject(members, 'metadata', 'metadata');
  if (isRefusal(metadata)) return metadata;
  const label = checkObject(metadata, 'label', 'metadata.label');
  if (isRefusal(label)) return label;
  const business = checkText(label, 'bk_biz_id', 'metadata.label.bk_biz_id');
  if (isRefusal(business)) return business;
  const odd = Object.entries(label).find(([, value]) => typeof value !== 'string');
  return odd === undefined ? undefined : malformed(`metadata.label.${odd[0]}`, 'a string');
}

function checkObject(members: Members, name: string, path: string): Members | Refusal {
  const value = member(members, name) ?? null;
  if (value === null) return missing(path);
  return isMembers(value) ? value : malformed(path, 'an object');
}
