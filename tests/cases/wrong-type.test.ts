import { describe, expect, it } from 'vitest';
import { wrongType } from '../../src/cases/wrong-type.js';
import { aSubject, caseNamed, changesOf, member, namesOf, optional, OTHER } from './a-subject.js';

/** The faults of the only member of a request. */
function faultsOf(...of: Parameters<typeof member>): string[] {
  const [path] = of;
  return namesOf(wrongType(aSubject({ members: [member(...of)] }))).map((name) =>
    name.slice(path.length + 1),
  );
}

describe('wrongType', () => {
  const numbers = [
    'as text',
    'text that is no number',
    'a fraction',
    'a fraction just below',
    'as boolean',
    'in an array',
    'in an object',
  ];

  it('sends what the type of a member excludes', () => {
    expect(faultsOf('m', 'string')).toEqual([
      'as number',
      'as boolean',
      'in an array',
      'in an object',
    ]);
    expect(faultsOf('m', 'integer')).toEqual(numbers);
    expect(faultsOf('m', 'number')).toEqual([
      'as text',
      'text that is no number',
      'as boolean',
      'in an array',
      'in an object',
    ]);
    expect(faultsOf('m', 'boolean')).toEqual([
      'as text',
      'as number',
      'in an array',
      'in an object',
    ]);
    expect(faultsOf('m', 'object')).toEqual(['as text', 'as number', 'as boolean', 'in an array']);
    expect(faultsOf('m', 'array')).toEqual(['as text', 'as number', 'as boolean', 'in an object']);
  });

  it('sends an int64 beyond its range too, and observes other ways to write it', () => {
    const cases = wrongType(aSubject({ members: [member('m', 'integer', { int64: true })] }));
    expect(namesOf(cases).map((name) => name.slice(2))).toEqual([
      ...numbers,
      'just above int64',
      'just below int64',
      'wrapped around int64',
      'far above int64',
      'with fraction zero',
      'with exponent',
    ]);
    const kinds = cases.map(({ kind, requirements }) => [kind, requirements.length]);
    expect(kinds.slice(0, 11)).toEqual(Array(11).fill(['refusal', 1]));
    expect(kinds.slice(11)).toEqual(Array(2).fill(['observation', 0]));
    expect(changesOf(caseNamed(cases, 'wrong-type.m.with exponent'))).toEqual(['m with exponent']);
  });

  it('sends nothing where the document gives no type that is understood', () => {
    expect(faultsOf('m', undefined)).toEqual([]);
    expect(wrongType(aSubject())).toEqual([]);
  });

  it('sends members that may be left out, and what lies within others', () => {
    const members = [optional('owner', 'object'), optional('owner.mail', 'string')];
    const cases = wrongType(aSubject({ members }));
    expect(cases).toHaveLength(8);
    expect(caseNamed(cases, 'wrong-type.owner.mail.as number')).toEqual({
      kind: 'refusal',
      id: 'wrong-type.owner.mail.as number',
      trial: 'wrong-type.owner.mail.as number',
      category: 'wrong-type',
      title: { en: 'owner.mail as number', zh: 'owner.mail 写成数字' },
      requirements: ['request.owner.mail.type'],
      changes: [{ at: 'owner.mail', fault: 'as number' }],
      about: 'request',
    });
  });

  it('sends a further member of a map of texts', () => {
    const map = (values: string) =>
      wrongType(aSubject({ members: [member('labels', 'object', { values })] }));
    expect(namesOf(map('string')).slice(4)).toEqual([
      'labels.*.as number',
      'labels.*.as boolean',
      'labels.*.in an array',
      'labels.*.in an object',
    ]);
    const further = caseNamed(map('string'), 'wrong-type.labels.*.as number');
    expect(changesOf(further)).toEqual(['labels.cmdb_conformance as number']);
    expect(further.requirements).toEqual(['request.labels.values']);
    expect(further.title).toEqual({
      en: 'a further labels as number',
      zh: 'labels 的其他成员 写成数字',
    });
    expect(map('integer')).toHaveLength(4);
  });

  it('sends common arguments, an identity alone', () => {
    const credentials = ['bk_app_code', 'bk_token', 'bk_username'].map((path) =>
      member(path, 'string'),
    );
    const cases = wrongType(aSubject({ credentials }));
    expect(cases).toHaveLength(12);
    const code = caseNamed(cases, 'wrong-type.bk_app_code.as number');
    expect(code).toMatchObject({ requirements: ['auth.bk_app_code.type'], about: 'credentials' });
    expect(code).not.toHaveProperty('identity');
    expect(code).not.toHaveProperty('needs');
    expect(caseNamed(cases, 'wrong-type.bk_token.as boolean')).toMatchObject({
      about: 'credentials',
      identity: 'token',
      needs: ['BK_TOKEN'],
    });
    expect(caseNamed(cases, 'wrong-type.bk_username.in an object')).toMatchObject({
      identity: 'user',
      needs: ['BK_USERNAME'],
    });
  });

  it('goes by the roles of the binding', () => {
    const credentials = [member('who', 'integer'), member('bk_username', 'string')];
    const cases = wrongType(aSubject({ credentials }, { binding: OTHER }));
    expect(caseNamed(cases, 'wrong-type.who.a fraction')).toMatchObject({
      identity: 'user',
      needs: ['THE_USER'],
    });
    expect(caseNamed(cases, 'wrong-type.bk_username.as number')).not.toHaveProperty('identity');
  });

  it('has members before common arguments, and what is besides at the end', () => {
    const members = [
      member('n', 'integer', { int64: true }),
      member('l', 'object', { values: 'string' }),
    ];
    const cases = wrongType(aSubject({ members, credentials: [member('bk_app_code', 'string')] }));
    const firsts = namesOf(cases).map((name) => name.slice(0, name.lastIndexOf('.')));
    expect([...new Set(firsts)]).toEqual(['n', 'l', 'bk_app_code', 'l.*']);
    expect(namesOf(cases).slice(-2)).toEqual(['n.with fraction zero', 'n.with exponent']);
  });
});
