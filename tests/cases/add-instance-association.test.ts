import { describe, expect, it } from 'vitest';
import { ESB } from '../../src/binding/bindings.js';
import type { Identity } from '../../src/binding/binding.js';
import { applyChanges, changedMembers } from '../../src/cases/apply-changes.js';
import type { Case, Refusal } from '../../src/cases/case.js';
import { casesOf } from '../../src/cases/cases-of.js';
import { loadContract } from '../../src/cli/document/load-contract.js';
import { exercised } from '../../src/cli/document/exercised.js';
import { ExactNumber, isObject } from '../../src/json/json-value.js';
import type { JsonObject, JsonValue } from '../../src/json/json-value.js';
import { sameJson } from '../../src/json/same-json.js';
import { CATEGORIES } from '../../src/record/record.js';
import { CASE_IDS } from './case-ids.js';

const [{ subject, effect } = nothing()] = exercised(await loadContract());
const cases = casesOf(subject, effect.cases(subject.outline));
const known = new Set([
  ...subject.outline.requirements.map(({ id }) => id),
  ...(await loadContract()).conventions.map(({ id }) => id),
]);

function nothing(): never {
  throw new Error('no endpoint has an effect');
}

/** All refusals of a case. */
function refusalsOf(entry: Case): readonly Refusal[] {
  if (entry.kind === 'refusal') return [entry];
  return entry.kind === 'round' ? entry.refusals : [];
}

const refusals = cases.flatMap((entry) =>
  refusalsOf(entry).map((refusal) => ({ ...refusal, id: entry.id })),
);

describe('the cases of add_instance_association', () => {
  it('have the ids that they always had, in their order', () => {
    expect(cases.map(({ id }) => id)).toEqual(CASE_IDS);
    expect(new Set(CASE_IDS).size).toBe(195);
  });

  it('are of every category', () => {
    expect(new Set(cases.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
  });

  it('are titled in both languages', () => {
    for (const { title, id } of cases) {
      expect(title.en, id).toMatch(/\S/);
      expect(title.zh, id).toMatch(/\p{Script=Han}/u);
    }
  });

  it('name requirements that exist', () => {
    const named = cases.flatMap((entry) => [
      ...entry.requirements,
      ...refusalsOf(entry).flatMap(({ requirements }) => requirements),
    ]);
    expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([]);
  });

  it('cover every requirement of the document and of the conventions', () => {
    const covered = new Set(cases.flatMap(({ requirements }) => requirements));
    expect([...known].filter((id) => !covered.has(id))).toEqual([]);
    expect(known.size).toBe(77);
  });

  it('refuse each credential and each required member at least eight times, rounds included', () => {
    const always = [...known].filter((id) =>
      /^request\..*\.required$|^auth\..*\.(required|verified)$/.test(id),
    );
    expect(always).toHaveLength(12);
    for (const id of always) {
      const times = refusals.filter(({ requirements }) => requirements.includes(id)).length;
      expect(times, id).toBeGreaterThanOrEqual(8);
    }
  });
});

describe('every refusal of add_instance_association', () => {
  const right: JsonObject = {
    bk_app_code: 'the_app',
    bk_app_secret: '3f9c1b7e-62ad',
    bk_username: 'admin',
    bk_token: 'kV3xPq9TzR7m',
    bk_obj_asst_id: 'bk_switch_connect_host',
    bk_inst_id: 9007199254740993n,
    bk_asst_inst_id: 9007199254741001n,
    metadata: { label: { bk_biz_id: '2' } },
  };
  const other = { otherSecret: 'c84e20d9', otherCode: 'other_app' };
  const validBy = (identity: Identity = 'user'): JsonObject => {
    const without = { user: 'bk_token', token: 'bk_username', both: '' }[identity];
    return Object.fromEntries(Object.entries(right).filter(([name]) => name !== without));
  };

  it('changes what it says and nothing else', () => {
    for (const { id, changes, identity } of refusals) {
      const valid = validBy(identity);
      const bad = applyChanges(valid, changes, ESB, other);
      const claimed = changes.flatMap((change) => changedMembers(change, ESB));
      const found = differences(valid, bad);
      // An object that is emptied differs in its members; an identity is changed where it stands.
      const isOf = (path: string, at: string) => path === at || path.startsWith(`${at}.`);
      expect(
        found.filter((path) => !claimed.some((at) => isOf(path, at))),
        id,
      ).toEqual([]);
      for (const { at, ...change } of changes) {
        const members = changedMembers({ at, ...change }, ESB);
        expect(
          members.some((member) => found.some((path) => isOf(path, member))),
          `${id}: ${at}`,
        ).toBe(true);
      }
    }
  });

  it('of wrong-type sends every JSON type that the documented type excludes', () => {
    const sent = new Map<string, Set<string>>();
    for (const { id, changes, identity } of refusals) {
      const [only] = changes;
      if (!id.startsWith('wrong-type.') || only === undefined) continue;
      const value = valueAt(applyChanges(validBy(identity), changes, ESB, other), only.at);
      sent.set(only.at, (sent.get(only.at) ?? new Set()).add(typeOf(value)));
    }
    const { members, credentials } = subject.outline;
    expect(members).toHaveLength(6);
    expect(credentials).toHaveLength(4);
    for (const { path, type } of [...members, ...credentials]) {
      const excluded = ['array', 'boolean', 'integer', 'object', 'string'].filter(
        (one) => one !== type,
      );
      // An integer in a range that its type excludes, and numbers that are none.
      const all = type === 'integer' ? [...excluded, 'integer', 'number'].sort() : excluded;
      expect([...(sent.get(path) ?? [])].sort(), path).toEqual(all);
    }
  });

  it('is about the request exactly where it changes nothing of the credentials', () => {
    const common = ['bk_app_code', 'bk_app_secret', 'bk_token', 'bk_username', 'identity'];
    for (const { about, changes, id } of refusals) {
      const isOfThem = changes.some(({ at }) => common.includes(at));
      expect(about, id).toBe(isOfThem ? 'credentials' : 'request');
    }
  });
});

/** Paths of all members that one request has and the other has not, or has otherwise. */
function differences(a: JsonObject, b: JsonObject): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => {
    const [left, right] = [a[key], b[key]];
    if (isObject(left) && isObject(right)) {
      return differences(left, right).map((path) => `${key}.${path}`);
    }
    const same = left !== undefined && right !== undefined && sameJson(left, right);
    return same ? [] : [key];
  });
}

function valueAt(object: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = object;
  for (const step of path.split('.')) value = isObject(value) ? value[step] : undefined;
  return value;
}

function typeOf(value: JsonValue | undefined): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint') return 'integer';
  return value instanceof ExactNumber ? 'number' : typeof value;
}
