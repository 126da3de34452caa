import { member } from '../json.js';
import type { Members } from '../json.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Cmdb } from './cmdb.js';

/** The model's name for `bk_inst_name`, which refusals of its value have. */
const LABEL = '实例名';
const MAX_NAME = 256;
const CODE = { unset: 1199010, noText: 1199007, tooLong: 1199015, unknown: 1199011 } as const;

/** Checks the parameters of `create_inst` as CMDB does; what is left it stores. */
export function checkInstance(members: Members): Refusal | undefined {
  const model = member(members, 'bk_obj_id');
  if (typeof model !== 'string') {
    return refuse('parameter', CODE.unknown, 'unknown model').naming('bk_obj_id');
  }
  const name = member(members, 'bk_inst_name');
  if (name === undefined) {
    return refuse('parameter', CODE.unset, 'bk_inst_name unassigned').naming('bk_inst_name');
  }
  if (name === null || name === '') {
    return refuse('parameter', CODE.unset, `${LABEL} unassigned`).naming(LABEL);
  }
  if (typeof name !== 'string') {
    return refuse('parameter', CODE.noText, `${LABEL} must be a string type`).naming(LABEL);
  }
  return Array.from(name).length > MAX_NAME
    ? refuse('parameter', CODE.tooLong, 'Data out of bounds').naming(LABEL)
    : undefined;
}

/** A new instance as CMDB answers it, members in the order of their names. */
export function tellInstance(made: Members, { tellsAuthors }: Cmdb, author: string): Members {
  const now = new Date().toISOString();
  return {
    ...(tellsAuthors ? { bk_created_at: now, bk_created_by: author } : {}),
    bk_inst_id: made['bk_inst_id'],
    bk_inst_name: made['bk_inst_name'],
    bk_obj_id: made['bk_obj_id'],
    bk_supplier_account: made['bk_supplier_account'],
    ...(tellsAuthors ? { bk_updated_at: now, bk_updated_by: null } : {}),
    create_time: now,
    last_time: now,
  };
}
