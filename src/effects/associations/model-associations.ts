import { isObject } from '../../json/json-value.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import type { Answer } from '../../judge/answer.js';
import type { Means } from '../means.js';
import { ASSOCIATION } from './members.js';

/** The endpoint that shows model associations. */
export const SHOWS = 'find_object_association';

/** Models of which CMDB makes instances by calls of their own, none by `create_inst` (1199084). */
const BUILT_IN: ReadonlySet<string> = new Set([
  'biz',
  'bk_biz_set_obj',
  'bk_project',
  'host',
  'module',
  'plat',
  'process',
  'set',
]);

/** Which instances may be associated, and how many with how many. */
export interface ModelAssociation {
  readonly id: string;
  readonly sourceModel: string;
  readonly targetModel: string;
  /** `1:1`, `1:n` or `n:n`; undefined where it is not known. */
  readonly mapping?: string;
}

/** The same as a target shows it: some of it may be lacking. */
export type Shown = Partial<ModelAssociation>;

/** Asks for model associations that meet a condition; undefined where the answer has no list. */
export async function findModelAssociations(
  means: Means,
  condition: JsonObject,
): Promise<{ readonly answer: Answer; readonly shown: readonly Shown[] | undefined }> {
  const answer = await means.send(SHOWS, { condition }, 'setup');
  const data = answer.kind === 'accepted' ? answer.body['data'] : undefined;
  const rows = Array.isArray(data) ? data.filter((row: JsonValue) => isObject(row)) : undefined;
  return { answer, shown: rows?.map(shownIn) };
}

/** True for a model of which the suite can't make instances, whatever it may. */
export function isBuiltIn(model: string): boolean {
  return BUILT_IN.has(model);
}

function shownIn(row: JsonObject): Shown {
  const texts = {
    id: row[ASSOCIATION],
    sourceModel: row['bk_obj_id'],
    targetModel: row['bk_asst_obj_id'],
    mapping: row['mapping'],
  };
  return Object.fromEntries(
    Object.entries(texts).filter(([, value]) => typeof value === 'string' && value !== ''),
  );
}
