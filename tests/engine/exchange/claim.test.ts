import { describe, expect, it } from 'vitest';
import { checkClaim, differences } from '../../../src/engine/exchange/claim.js';
import type { Claim } from '../../../src/engine/exchange/claim.js';
import { ConformanceError } from '../../../src/error.js';
import { isObject } from '../../../src/json/json-value.js';
import type { JsonObject } from '../../../src/json/json-value.js';

const valid: JsonObject = { name: 'a', size: 11n, owner: { place: { room: 'b' } } };
const withNull: JsonObject = { ...valid, owner: { place: null } };

/** What the schema of a small request finds: texts may be of any length in it. */
function problemOf({ name, size, owner }: JsonObject): string | undefined {
  if (typeof name !== 'string') return '/name must be a string';
  if (typeof size !== 'bigint') return '/size must be an integer';
  return isObject(owner) && isObject(owner['place']) ? undefined : '/owner must have a place';
}

function check(request: JsonObject, claim: Claim): void {
  checkClaim(request, claim, problemOf);
}

function refusalOf(request: JsonObject, claim: Claim): string {
  try {
    check(request, claim);
  } catch (error) {
    if (error instanceof ConformanceError && error.code === 'internal') return error.message;
    throw error;
  }
  return 'as claimed';
}

const place = { valid, differsIn: ['owner.place'], breaksSchema: true };

describe('checkClaim', () => {
  it.each<[string, JsonObject, Claim]>([
    ['a valid request', valid, 'valid'],
    ['one that differs and breaks the schema', withNull, place],
    ['one that differs', withNull, { ...place, breaksSchema: false }],
    [
      'one that differs within',
      { ...valid, owner: { place: {} } },
      { ...place, breaksSchema: false },
    ],
    ['one that differs around', withNull, { ...place, differsIn: ['owner'] }],
    [
      'one that differs in several members',
      { ...withNull, name: 'c' },
      { ...place, differsIn: ['name', 'owner.place'] },
    ],
  ])('agrees with %s', (_, request, claim) => {
    expect(refusalOf(request, claim)).toBe('as claimed');
  });

  it('finds that a valid one does not follow its schema', () => {
    const told = 'that should be valid does not follow its schema: /size must be an integer.';
    expect(refusalOf({ ...valid, size: '11' }, 'valid')).toContain(told);
    expect(refusalOf(withNull, { ...place, valid: { ...valid, size: '11' } })).toContain(told);
  });

  it('finds that nothing was changed', () => {
    expect(refusalOf(valid, place)).toContain('should differ in owner.place differs in nothing');
  });

  it('finds what was changed besides', () => {
    expect(refusalOf({ ...withNull, size: 12n }, place)).toContain('differs in size, owner.place');
  });

  it('finds that the schema allows what it should exclude', () => {
    const claim = { valid, differsIn: ['name'], breaksSchema: true };
    expect(refusalOf({ ...valid, name: '' }, claim)).toContain(
      'should be wrong in name follows its schema',
    );
    expect(refusalOf({ ...valid, name: '' }, { ...claim, breaksSchema: false })).toBe('as claimed');
  });

  it('does not take a longer name for a member of it', () => {
    const longer = { ...valid, owner: { place: { room: 'b' }, places: 1n } };
    expect(refusalOf(longer, { ...place, breaksSchema: false })).toContain(
      'differs in owner.places',
    );
  });
});

describe('differences', () => {
  it.each<[JsonObject, JsonObject, readonly string[]]>([
    [valid, valid, []],
    [{ a: 1n }, {}, ['a']],
    [{}, { a: 1n }, ['a']],
    [{ a: 1n }, { a: '1' }, ['a']],
    [{ a: null }, {}, ['a']],
    [{ a: { b: 1n, c: 2n } }, { a: { b: 2n, d: 2n } }, ['a.b', 'a.c', 'a.d']],
    [{ a: { b: 1n } }, { a: [1n] }, ['a']],
    [{ a: { b: {} } }, { a: { b: {} } }, []],
    [{ a: [{ b: 1n }] }, { a: [{ b: 2n }] }, ['a']],
    [{ a: 9007199254740993n }, { a: 9007199254740992n }, ['a']],
  ])('are the paths that one has and the other has not, or has otherwise (%#)', (a, b, paths) => {
    expect(differences(a, b)).toEqual(paths);
  });
});
