import type { Envelope } from '../../../../src/binding/binding.js';

/** By the names of the documents: what each member of an answer is called. */
export const MEMBERS = {
  result: 'ok',
  code: 'errno',
  message: 'msg',
  data: 'payload',
  permission: 'grants',
  request_id: 'trace',
} as const;

const NAMES = new Map<string, string>(
  Object.entries(MEMBERS).map(([name, called]) => [called, name]),
);

/** The same members by other names; a member of no such name stays as it is. */
export const envelope: Envelope = {
  result: 'result',
  code: 'code',
  message: 'message',
  data: 'data',
  permission: 'permission',
  requestId: 'request_id',
  read: (body) =>
    Object.fromEntries(
      Object.entries(body).map(([called, value]) => [NAMES.get(called) ?? `v3 ${called}`, value]),
    ),
};
