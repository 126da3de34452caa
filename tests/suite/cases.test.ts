import { describe, expect, it } from 'vitest';
import { loadContract } from '../../src/cli/load-contract.js';
import type { Case, Refusal } from '../../src/cases/case.js';
import { ALL_CASES } from '../../src/cases/all-cases.js';
import { groupCases, schedule } from '../../src/suite/schedule.js';
import { change, titleOf } from '../../src/cases/faults.js';
import { CATEGORIES } from '../../src/record/record.js';
import { applyChanges, differences, validRequest } from '../../src/suite/request.js';
import { usualIdentity } from '../../src/target/identity.js';
import { ExactNumber } from '../../src/json/json-value.js';
import type { JsonValue } from '../../src/json/json-value.js';
import { settingsWith } from '../config/some-settings.js';

const { requirements } = await loadContract();
const known = new Set(requirements.map(({ id }) => id));
const order = schedule(ALL_CASES);
const REQUIRED = [
  'bk_obj_asst_id',
  'bk_inst_id',
  'bk_asst_inst_id',
  'metadata',
  'metadata.label',
  'metadata.label.bk_biz_id',
];

/** All refusals of a case. */
function refusalsOf(entry: Case): readonly Refusal[] {
  if (entry.kind === 'refusal') return [entry];
  return entry.kind === 'round' ? entry.refusals : [];
}

describe('the cases', () => {
  it('have ids of their own, that begin with their category', () => {
    const ids = ALL_CASES.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    for (const { id, category } of ALL_CASES) expect(id.startsWith(`${category}.`)).toBe(true);
  });

  it('are of every category', () => {
    expect(new Set(ALL_CASES.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
  });

  it('are titled in both languages', () => {
    for (const { title, id } of ALL_CASES) {
      expect(title.en, id).toMatch(/\S/);
      expect(title.zh, id).toMatch(/\p{Script=Han}/u);
    }
  });

  it('name requirements that exist', () => {
    const named = ALL_CASES.flatMap((entry) => [
      ...entry.requirements,
      ...refusalsOf(entry).flatMap((refusal) => refusal.requirements),
    ]);
    expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([]);
  });

  it('cover every requirement of the contract', () => {
    const covered = new Set(ALL_CASES.flatMap((entry) => entry.requirements));
    expect([...known].filter((id) => !covered.has(id))).toEqual([]);
  });

  it('that are rounds name what their refusals decide', () => {
    for (const entry of ALL_CASES.filter(({ kind }) => kind === 'round')) {
      const decided = refusalsOf(entry).flatMap((refusal) => refusal.requirements);
      expect(new Set(entry.requirements)).toEqual(new Set(decided));
    }
  });

  it('of missing-field have each required member absent and null, and empty where it can be', () => {
    const ids = ALL_CASES.map(({ id }) => id);
    for (const member of REQUIRED) {
      for (const fault of ['absent', 'null']) {
        expect(ids).toContain(`missing-field.${member}.${fault}`);
      }
    }
    for (const member of ['bk_obj_asst_id', 'metadata', 'metadata.label', REQUIRED[5] ?? '']) {
      expect(ids).toContain(`missing-field.${member}.empty`);
    }
  });

  it('of bad-auth have each required member absent beside a wrong secret', () => {
    for (const member of REQUIRED) {
      const entry = ALL_CASES.find(
        ({ id }) => id === `bad-auth.bk_app_secret wrong.${member} absent`,
      );
      expect(
        entry?.kind === 'refusal' && entry.changes.map(({ at, fault }) => `${at} ${fault}`),
      ).toEqual(['bk_app_secret wrong', `${member} absent`]);
    }
  });
});

const TYPES: Readonly<Record<string, 'string' | 'object' | 'int64'>> = {
  bk_obj_asst_id: 'string',
  bk_inst_id: 'int64',
  bk_asst_inst_id: 'int64',
  metadata: 'object',
  'metadata.label': 'object',
  'metadata.label.bk_biz_id': 'string',
  bk_app_code: 'string',
  bk_app_secret: 'string',
  bk_token: 'string',
  bk_username: 'string',
};

function typeOf(value: JsonValue | undefined): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint') return 'integer';
  if (value instanceof ExactNumber) return 'number';
  return typeof value;
}

describe('every negative case', () => {
  const settings = settingsWith();
  const slot = { source: 9007199254740993n, target: 9007199254741001n, made: false };
  const valid = (refusal: Pick<Refusal, 'identity'>) =>
    validRequest(settings, slot, refusal.identity ?? usualIdentity(settings.credentials));
  const { other } = settings.credentials;
  const all = ALL_CASES.flatMap((entry) =>
    refusalsOf(entry).map((refusal) => ({ ...refusal, id: entry.id })),
  );

  it('changes what it says and nothing else', () => {
    for (const refusal of all) {
      const right = valid(refusal);
      const bad = applyChanges(right, refusal.changes, other);
      const claimed = refusal.changes.flatMap(({ at }) =>
        at === 'identity'
          ? ['bk_username', 'bk_token'].filter((name) => name in bad || name in right)
          : [at],
      );
      const found = differences(right, bad);
      // An object that is emptied differs in its members.
      const isOf = (path: string, at: string) => path === at || path.startsWith(`${at}.`);
      expect(
        found.filter((path) => !claimed.some((at) => isOf(path, at))),
        refusal.id,
      ).toEqual([]);
      expect(
        claimed.filter((at) => !found.some((path) => isOf(path, at))),
        refusal.id,
      ).toEqual([]);
    }
  });

  it('changes one thing, with the exceptions that say so', () => {
    const several = new Set(all.filter(({ changes }) => changes.length > 1).map(({ id }) => id));
    expect([...several].sort()).toEqual(
      [
        'bad-auth.all common arguments.absent',
        'bad-auth.both identities.empty',
        'bad-auth.both identities.null',
        ...REQUIRED.map((member) => `bad-auth.bk_app_secret wrong.${member} absent`),
        ...REQUIRED.map((member) => `bad-auth.identity wrong.${member} absent`),
        'missing-field.all members.absent',
      ].sort(),
    );
  });

  it('of wrong-type sends every JSON type that the documented type excludes', () => {
    const sent = new Map<string, Set<string>>();
    for (const refusal of all.filter(({ id }) => id.startsWith('wrong-type.'))) {
      const [only] = refusal.changes;
      if (only === undefined || TYPES[only.at] === undefined) continue;
      const bad = applyChanges(valid(refusal), refusal.changes, other);
      const value = only.at
        .split('.')
        .reduce<JsonValue | undefined>(
          (inner, name) =>
            typeof inner === 'object' &&
            inner !== null &&
            !Array.isArray(inner) &&
            !(inner instanceof ExactNumber)
              ? Object.entries(inner).find(([key]) => key === name)?.[1]
              : undefined,
          bad,
        );
      sent.set(only.at, (sent.get(only.at) ?? new Set()).add(typeOf(value)));
    }
    for (const [member, type] of Object.entries(TYPES)) {
      const excluded = {
        string: ['array', 'boolean', 'integer', 'object'],
        object: ['array', 'boolean', 'integer', 'string'],
        int64: ['array', 'boolean', 'integer', 'number', 'object', 'string'],
      }[type];
      expect([...(sent.get(member) ?? [])].sort(), member).toEqual(excluded);
    }
  });

  it('is about the request exactly where it changes nothing of the credentials', () => {
    const common = ['bk_app_code', 'bk_app_secret', 'bk_token', 'bk_username', 'identity'];
    for (const { about, changes, id } of all) {
      const credentials = changes.some(({ at }) => common.includes(at));
      expect(about, id).toBe(credentials ? 'credentials' : 'request');
    }
  });
});

describe('the faults', () => {
  const made = (fault: Parameters<typeof change>[1], value: JsonValue) => {
    const { to } = change('m', fault);
    return to === 'absent' ? to : to({ value, otherSecret: undefined, otherCode: undefined });
  };

  it.each<[Parameters<typeof change>[1], JsonValue, JsonValue]>([
    ['null', 'x', null],
    ['empty', 'x', ''],
    ['empty', { a: 1n }, {}],
    ['as text', 9007199254740993n, '9007199254740993'],
    ['as text', { a: 1n }, '{"a":1}'],
    ['as number', '20', 20n],
    ['as number', '0', 0n],
    ['as number', '020', 1n],
    ['as number', 'x', 1n],
    ['as number', '1234567890123456789', 1n],
    ['as number', '123456789012345678', 123456789012345678n],
    ['as boolean', 'x', true],
    ['in an array', 'x', ['x']],
    ['in an object', 5n, { value: 5n }],
    ['a fraction', 11n, new ExactNumber('11.5')],
    ['just above int64', 1n, 9223372036854775808n],
    ['just below int64', 1n, -9223372036854775809n],
    ['wrapped around int64', 11n, 18446744073709551627n],
    ['far above int64', 1n, new ExactNumber('1e300')],
    ['with fraction zero', 11n, new ExactNumber('11.0')],
    ['with exponent', 11n, new ExactNumber('11e0')],
    ['in other case', 'aB1', 'Ab1'],
    ['in other case', '12-3', '12-3A'],
    ['without its last character', 'abc', 'ab'],
    ['with one more character', 'abc', 'abcx'],
    ['with another first character', 'abc', 'xbc'],
    ['with another first character', 'xbc', 'ybc'],
    ['with another last character', 'abc', 'abx'],
    ['with another last character', 'abx', 'aby'],
    ['with a leading space', 'abc', ' abc'],
    ['with a trailing space', 'abc', 'abc '],
  ])('%s', (fault, value, expected) => {
    expect(made(fault, value)).toEqual(expected);
  });

  it('in 64 bits that wrap around are the right value again', () => {
    const value = made('wrapped around int64', 9007199254740993n);
    expect(typeof value === 'bigint' && BigInt.asIntN(64, value)).toBe(9007199254740993n);
  });

  it('that are made from a secret are secret', () => {
    expect(change('bk_app_secret', 'in other case').secret).toBe(true);
    expect(change('bk_token', 'with a leading space').secret).toBe(true);
    expect(change('bk_app_secret', 'wrong')).not.toHaveProperty('secret');
    expect(change('bk_app_code', 'in other case')).not.toHaveProperty('secret');
  });

  it('are titled', () => {
    expect(titleOf('bk_inst_id', 'absent')).toEqual({
      en: 'bk_inst_id absent',
      zh: 'bk_inst_id 缺失',
    });
  });
});

describe('the order of a run', () => {
  it('has every case once, the envelope last', () => {
    expect(new Set(order)).toEqual(new Set(ALL_CASES));
    expect(order).toHaveLength(ALL_CASES.length);
    const envelopes = ALL_CASES.filter(({ kind }) => kind === 'envelope');
    expect(order.slice(-envelopes.length)).toEqual(envelopes);
  });

  it('keeps the order of what is no round', () => {
    const plain = (cases: readonly Case[]) => cases.filter(({ kind }) => kind !== 'round');
    expect(plain(order)).toEqual(plain(ALL_CASES));
  });

  it('refuses each credential and each required member at least eight times, spread', () => {
    const subjects = [
      ...REQUIRED.map((member) => `request.${member}.required`),
      'auth.bk_app_code.required',
      'auth.bk_app_code.verified',
      'auth.bk_app_secret.required',
      'auth.bk_app_secret.verified',
      'auth.bk_token.verified',
      'auth.identity.required',
    ];
    for (const subject of subjects) {
      const at = order.flatMap((entry, place) =>
        refusalsOf(entry)
          .filter((refusal) => refusal.requirements.includes(subject))
          .map(() => place),
      );
      expect(at.length, subject).toBeGreaterThanOrEqual(8);
      // In each third of the run.
      for (const third of [0, 1, 2]) {
        const from = (order.length * third) / 3;
        const to = (order.length * (third + 1)) / 3;
        expect(at.filter((place) => place >= from && place < to).length, subject).toBeGreaterThan(
          0,
        );
      }
    }
  });

  it('spreads the rounds evenly, and mixes their kinds', () => {
    const rounds = order.flatMap(({ kind, id }, at) => (kind === 'round' ? [{ at, id }] : []));
    const gaps = rounds.map(({ at }, n) => at - (rounds[n - 1]?.at ?? 0));
    const even = order.length / (rounds.length + 1);
    for (const gap of gaps) expect(Math.abs(gap - even)).toBeLessThan(even);
    expect(rounds.slice(0, 5).map(({ id }) => id)).toEqual([
      'bad-auth.each credential.round 1',
      'missing-field.each member.round 1',
      'semantics.each existence.round 1',
      'wrong-type.each member.round 1',
      'bad-auth.each credential.round 2',
    ]);
  });

  it('is that of any part', () => {
    const rounds = ALL_CASES.filter(({ kind }) => kind === 'round');
    expect(schedule(rounds)).toHaveLength(rounds.length);
    expect(schedule([])).toEqual([]);
    const one = ALL_CASES.slice(0, 1);
    expect(schedule([...rounds, ...one])).toHaveLength(rounds.length + 1);
  });
});

describe('groupCases', () => {
  it('keeps the order and loses nothing', () => {
    expect(groupCases(order).flat()).toEqual(order);
    expect(groupCases([])).toEqual([]);
  });

  it('puts at most four refusals of one valid request together, and nothing else', () => {
    const groups = groupCases(order);
    expect(Math.max(...groups.map((group) => group.length))).toBe(4);
    for (const group of groups.filter(({ length }) => length > 1)) {
      expect(new Set(group.map(({ kind }) => kind))).toEqual(new Set(['refusal']));
      const identities = group.map((entry) => (entry.kind === 'refusal' ? entry.identity : ''));
      expect(new Set(identities).size).toBe(1);
    }
  });

  it('puts neighbours together that can be', () => {
    const cases = ALL_CASES.filter(({ id }) => id.startsWith('missing-field.bk_inst_id.'));
    expect(groupCases(cases)).toEqual([cases]);
  });
});
