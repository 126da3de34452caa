import { checkText } from '../association-members.js';
import type { Call } from '../call.js';
import { isMembers, member } from '../json.js';
import { ESB, isRefusal, malformed, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** CMDB's own limit on a page. */
const MOST = 200n;

type Shown = Readonly<Record<string, unknown>>;
type Test = (shown: Shown) => boolean;

/** Finds instances of a model; an unknown model has none. */
export function searchInst(
  call: Call,
): { readonly count: bigint; readonly info: readonly Shown[] } | Refusal {
  const model = checkText(call.members, 'bk_obj_id', 'bk_obj_id');
  if (isRefusal(model)) return model;
  const page = member(call.members, 'page');
  if (!isMembers(page)) {
    return refuse('parameter', ESB.argument, 'Parameters error, param page is required');
  }
  const start = member(page, 'start') ?? 0n;
  const limit = member(page, 'limit');
  if (typeof start !== 'bigint') return malformed('page.start', 'an int');
  if (typeof limit !== 'bigint' || limit < 1n || limit > MOST) {
    return malformed('page.limit', 'an int from 1 to 200');
  }
  const tests = readConditions(member(call.members, 'condition') ?? {}, model);
  if (isRefusal(tests)) return tests;
  const instances = call.site.world.instances.get(model) ?? new Map<bigint, string>();
  const all = [...instances]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([bk_inst_id, bk_inst_name]): Shown => ({ bk_inst_id, bk_inst_name, bk_obj_id: model }))
    .filter((shown) => tests.every((test) => test(shown)));
  return {
    count: BigInt(all.length),
    info: all.slice(Number(start), Number(start + limit)),
  };
}

/** Conditions on the model itself: a list of `{field, operator, value}` under its name. */
function readConditions(given: unknown, model: string): readonly Test[] | Refusal {
  if (!isMembers(given)) return malformed('condition', 'an object');
  const listed = member(given, model) ?? [];
  if (!Array.isArray(listed)) return malformed(`condition.${model}`, 'an array');
  const tests: Test[] = [];
  for (const one of listed) {
    const test = isMembers(one) ? testOf(one) : undefined;
    if (test === undefined) {
      return malformed(`condition.${model}`, 'a list of {field, operator, value}');
    }
    tests.push(test);
  }
  return tests;
}

function testOf(condition: Readonly<Record<string, unknown>>): Test | undefined {
  const field = member(condition, 'field');
  const wanted = member(condition, 'value');
  if (typeof field !== 'string') return undefined;
  switch (member(condition, 'operator')) {
    case '$eq':
      return (shown) => member(shown, field) === wanted;
    case '$regex': {
      if (typeof wanted !== 'string') return undefined;
      const pattern = new RegExp(wanted);
      return (shown) => pattern.test(String(member(shown, field)));
    }
    default:
      return undefined;
  }
}
