import type {
  AddInstanceAssociationRequest,
  AddInstanceAssociationSuccess,
} from '../../../schemas/add_instance_association/types.js';
import type { CommonArguments } from '../../../schemas/esb/types.js';

/** The members of a request that are not common arguments, as the document types them. */
export type Parameters = Omit<AddInstanceAssociationRequest, keyof CommonArguments>;

/** The members that say what is stored: the association and its two sides. */
export const ASSOCIATION = 'bk_obj_asst_id' satisfies keyof Parameters;
export const SOURCE = 'bk_inst_id' satisfies keyof Parameters;
export const TARGET = 'bk_asst_inst_id' satisfies keyof Parameters;

/** Path of the member that says for which business. */
export const BUSINESS = 'metadata.label.bk_biz_id';

/** A side of an association. */
export type Side = typeof SOURCE | typeof TARGET;

/** Both sides. */
export const SIDES: readonly Side[] = [SOURCE, TARGET];

/** The variable that names the instance on a side. */
export function variableOf(side: Side): string {
  return side === SOURCE ? 'CMDB_INST_ID' : 'CMDB_ASST_INST_ID';
}

type Data = AddInstanceAssociationSuccess['data'];

/** Path of the id that an answer gives to the new association, an int64. */
export const CREATED_ID = 'data.id' satisfies bigint extends Data['id'] ? 'data.id' : never;

/** What has to exist, so that there is something to associate. */
export const EXISTENCE = [ASSOCIATION, SOURCE, TARGET] as const satisfies (keyof Parameters)[];

/** The requirement that what a member names is there. */
export function exists(member: (typeof EXISTENCE)[number]): string {
  return `request.${member}.exists`;
}
