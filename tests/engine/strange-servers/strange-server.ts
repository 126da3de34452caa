import { idOf } from '../../../src/judge/answer.js';
import { integerOf } from '../../../src/json/int64.js';
import type { RunRecord } from '../../../src/record/record.js';
import type { JsonObject } from '../../../src/json/json-value.js';
import { writeJson } from '../../../src/json/write-json.js';
import { runAll, withStatus } from '../a-run.js';
import type { Behave, Front } from '../front.js';

/** Limits that a user can set too, so that nothing is waited for longer than it takes here. */
export const QUICK = {
  CMDB_LOOKUP_WAIT_MS: '300',
  CMDB_FIRST_BYTE_TIMEOUT_MS: '3000',
  CMDB_TOTAL_TIMEOUT_MS: '4000',
};
/** The endpoint that is judged, and those that the suite looks and cleans up with. */
export const ADD = 'add_instance_association';
export const FIND = 'find_instance_association';
export const DELETE = 'delete_instance_association';

/** The id that an answer gives of what was created. */
export function createdIdOf(answer: JsonObject): bigint | undefined {
  return idOf(answer, 'data.id');
}

/** A quick run against a server, with {@link QUICK}. */
export function run(
  front: Front,
  only: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<RunRecord> {
  return runAll({ ...front.settings, ...QUICK, ...variables }, { only, effort: 'quick' });
}

/** Requirements on what the server does with requests that passed. */
export function greenOfRequests(record: RunRecord): string[] {
  return withStatus(record, 'passed').filter((id) => /^(request|auth|effect)\./.test(id));
}

/** Answers with a page. */
export const html: Behave = () => ({
  headers: { 'content-type': 'text/html' },
  body: '<html><body>It works!</body></html>',
});

/** Model associations of the embedded CMDB, and instances at their ends. */
export const GROUP = 'bk_switch_group_bk_router';
export const DEFAULT = 'bk_switch_default_bk_router';
export const SOURCE = 9007199254740993n;
export const TARGET = 9007199254741001n;

/** Somebody else associates two instances. */
export async function theirs(
  front: Front,
  association: string,
  source: bigint,
  target: bigint,
): Promise<bigint> {
  const answer = await front.beside(ADD, {
    bk_obj_asst_id: association,
    bk_inst_id: source,
    bk_asst_inst_id: target,
    metadata: { label: { bk_biz_id: '2' } },
  });
  const id = createdIdOf(answer);
  if (id === undefined) throw new Error(writeJson(answer));
  return id;
}

/** The deletions among these ids that a server was asked for, in their order. */
export function deletionsOf(front: Front, ids: ReadonlySet<bigint>): bigint[] {
  return front.calls.flatMap(({ endpoint, members }) => {
    const id = integerOf(members['id']);
    return endpoint === DELETE && id !== undefined && ids.has(id) ? [id] : [];
  });
}

/** True for a requirement that a member of the request be there. */
export function isOfRequest(id: string): boolean {
  return id.startsWith('request.') && id.endsWith('.required');
}
