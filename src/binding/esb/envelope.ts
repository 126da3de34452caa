import type { Envelope as Answer } from '../../../schemas/esb/types.js';
import type { Envelope } from '../binding.js';
import type { MemberOf } from '../member-of.js';

/** The table "response" of every document; an answer has these members as they are named there. */
export const envelope: Envelope = {
  result: 'result' satisfies MemberOf<Answer, boolean>,
  code: 'code' satisfies MemberOf<Answer, bigint>,
  message: 'message' satisfies MemberOf<Answer, string>,
  data: 'data' satisfies keyof Answer,
  permission: 'permission' satisfies MemberOf<Answer, object>,
  requestId: 'request_id' satisfies MemberOf<Answer, string>,
  read: (body) => body,
};
