import type {
  AddInstanceAssociationFailure,
  AddInstanceAssociationRequest,
  AddInstanceAssociationSuccess,
} from '../../schemas/add_instance_association/types.js';
import type { CommonArguments, Envelope } from '../../schemas/esb/types.js';

// A program that names every member of the contract once. `contract-changes.test.ts` compiles it
// against changed documents: it has to stop compiling, whatever member is changed.

/** A request with every documented member. */
export const REQUEST: AddInstanceAssociationRequest = {
  bk_app_code: 'esb_test',
  bk_app_secret: 'xxx',
  bk_username: 'xxx',
  bk_token: 'xxx',
  bk_obj_asst_id: 'bk_switch_connect_host',
  bk_inst_id: 9007199254740993n,
  bk_asst_inst_id: 9223372036854775807n,
  metadata: { label: { bk_biz_id: '1', bk_set_id: '2' } },
};

/** Reads the members of a request that lie within others. */
export function businessOf(request: AddInstanceAssociationRequest): string {
  return request.metadata.label.bk_biz_id;
}

/** The common arguments alone, which every endpoint shares. */
export const COMMON: CommonArguments = {
  bk_app_code: 'esb_test',
  bk_app_secret: 'xxx',
  bk_username: 'xxx',
  bk_token: 'xxx',
};

/** Reads every member of a success. */
export function readSuccess(answer: AddInstanceAssociationSuccess): {
  result: true;
  code: 0n;
  message: string;
  id: bigint;
  permission: object | null;
  requestId: string;
} {
  return {
    result: answer.result,
    code: answer.code,
    message: answer.message,
    id: answer.data.id,
    permission: answer.permission,
    requestId: answer.request_id,
  };
}

/** Reads every member of a failure; three of them may be left out. */
export function readFailure(answer: AddInstanceAssociationFailure): {
  result: false;
  code: bigint;
  message: string;
  data: object | null | undefined;
  permission: object | null | undefined;
  requestId: string | undefined;
} {
  return {
    result: answer.result,
    code: answer.code,
    message: answer.message,
    data: answer.data,
    permission: answer.permission,
    requestId: answer.request_id,
  };
}

/** Reads every member of any endpoint's answer. */
export function readEnvelope(answer: Envelope): [boolean, bigint, string, object | null, string] {
  return [answer.result, answer.code, answer.message, answer.permission, answer.request_id];
}
