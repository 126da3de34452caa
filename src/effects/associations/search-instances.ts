import { integerOf } from '../../json/int64.js';
import { isObject } from '../../json/json-value.js';
import type { JsonValue } from '../../json/json-value.js';
import type { Problem } from '../../record/problem.js';
import type { Means } from '../means.js';

const ENDPOINT = 'search_inst';

/** The most that one page may hold. */
const PAGE = 200;
/** So many pages are read at most: a target that always gives a full one has to come to an end. */
const MOST_PAGES = 50;

/** An instance that a lookup shows. */
export interface FoundInstance {
  readonly id: bigint;
  readonly name: string;
}

/** Which names are sought: this one, or those that begin so. */
export type Sought = { readonly name: string } | { readonly beginning: string };

/** Looks instances of a model up by their names. What is shown besides is left out. */
export async function searchInstances(
  means: Means,
  model: string,
  sought: Sought,
): Promise<
  | { readonly instances: readonly FoundInstance[]; readonly why?: never }
  | { readonly instances?: never; readonly why: Problem }
> {
  const instances = new Map<bigint, FoundInstance>();
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await means.send(
      ENDPOINT,
      {
        bk_obj_id: model,
        condition: { [model]: [conditionOf(sought)] },
        page: { start: BigInt(page * PAGE), limit: BigInt(PAGE), sort: 'bk_inst_id' },
      },
      'lookup',
    );
    if (answer.kind === 'refused') {
      return { why: { kind: 'lookup-refused', endpoint: ENDPOINT, said: answer.said } };
    }
    if (answer.kind !== 'accepted') return { why: answer.why };
    const shown = infoOf(answer.body['data']);
    const found = shown?.map(instanceOf);
    if (found?.every((one) => one !== undefined) !== true) {
      const members = ['bk_inst_id', 'bk_inst_name'];
      return { why: { kind: 'lookup-unreadable', endpoint: ENDPOINT, members } };
    }
    for (const one of found) if (isSought(one, sought)) instances.set(one.id, one);
    if (found.length < PAGE) break;
  }
  return { instances: [...instances.values()] };
}

function conditionOf(sought: Sought): Readonly<Record<string, string>> {
  return 'name' in sought
    ? { field: 'bk_inst_name', operator: '$eq', value: sought.name }
    : { field: 'bk_inst_name', operator: '$regex', value: `^${sought.beginning}` };
}

function isSought({ name }: FoundInstance, sought: Sought): boolean {
  return 'name' in sought ? name === sought.name : name.startsWith(sought.beginning);
}

function infoOf(data: JsonValue | undefined): readonly JsonValue[] | undefined {
  const info = isObject(data) ? data['info'] : undefined;
  return Array.isArray(info) ? info : undefined;
}

function instanceOf(row: JsonValue): FoundInstance | undefined {
  if (!isObject(row)) return undefined;
  const id = integerOf(row['bk_inst_id']);
  const name = row['bk_inst_name'];
  return id === undefined || typeof name !== 'string' ? undefined : { id, name };
}
