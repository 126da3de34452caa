import { describe, expect, it } from 'vitest';
import { noCredentialRefusals } from '../../src/judge/credential-refusals.js';
import type { CredentialFault } from '../../src/judge/credential-refusals.js';

type Role = CredentialFault['role'];

const absent = (role: Role): CredentialFault => ({ role, wrongValue: false });
const wrong = (role: Role): CredentialFault => ({ role, wrongValue: true });

describe('a refusal for bad credentials', () => {
  it('is none that was not given for them', () => {
    expect(noCredentialRefusals().has('1 no such host')).toBe(false);
  });

  it('counts for a wrong value, whatever else it is given for', () => {
    const refusals = noCredentialRefusals();
    refusals.note('1 denied', wrong('secret'));
    refusals.note('1 denied', absent('app'));
    refusals.note('1 denied', absent('secret'));
    expect(refusals.has('1 denied')).toBe(true);
    expect(refusals.has('2 denied')).toBe(false);
  });

  it('counts for an absent one only where it is about that one', () => {
    const refusals = noCredentialRefusals();
    refusals.note('3 a parameter is missing', absent('app'));
    expect(refusals.has('3 a parameter is missing')).toBe(true);
    refusals.note('3 a parameter is missing', absent('app'));
    expect(refusals.has('3 a parameter is missing')).toBe(true);
    refusals.note('3 a parameter is missing', absent('identity'));
    expect(refusals.has('3 a parameter is missing')).toBe(false);
  });

  it('tells credentials apart when their wrong values are refused differently', () => {
    const refusals = noCredentialRefusals();
    refusals.note('1 denied', wrong('app'));
    refusals.note('1 denied', wrong('secret'));
    refusals.note('2 missing', absent('secret'));
    expect(refusals.tellsApart()).toBe(false);
    refusals.note('1 no such user', wrong('identity'));
    expect(refusals.tellsApart()).toBe(true);
  });
});
