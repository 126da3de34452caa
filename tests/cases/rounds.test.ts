import { describe, expect, it } from 'vitest';
import { badAuth } from '../../src/cases/bad-auth.js';
import type { Refusal } from '../../src/cases/case.js';
import { missingField } from '../../src/cases/missing-field.js';
import { rounds } from '../../src/cases/rounds.js';
import { wrongType } from '../../src/cases/wrong-type.js';
import { aSubject, caseNamed, member, optional, OTHER } from './a-subject.js';

const members = [
  member('name', 'string'),
  member('size', 'integer', { int64: true }),
  member('weight', 'number'),
  optional('isHeavy', 'boolean'),
  optional('tags', 'array'),
  member('owner', 'object'),
  member('owner.mail', 'string'),
  optional('owner.note', undefined),
];

const subject = aSubject({ members }, { binding: OTHER });
const cases = [...missingField(subject), ...wrongType(subject), ...badAuth(subject)];

const again: Refusal = {
  trial: 'semantics.name.that never existed',
  changes: [{ at: 'name', fault: 'that never existed' }],
  about: 'request',
  requirements: ['request.name.exists'],
};
const effect = {
  name: 'each thing',
  title: { en: 'each thing', zh: '逐个' },
  refusals: () => [again],
};

const all = rounds(subject, cases, effect);

/** Numbers of the rounds of a category. */
function numbersOf(category: string): number[] {
  return all.filter((one) => one.category === category).map(({ round }) => round);
}

function trialsOf(id: string): string[] {
  return caseNamed(all, id).refusals.map(({ trial }) => trial);
}

describe('rounds', () => {
  it('are six of members and credentials, fewer of types and of what an effect adds', () => {
    expect(numbersOf('missing-field')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(numbersOf('wrong-type')).toEqual([1, 2, 4, 6]);
    expect(numbersOf('bad-auth')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(numbersOf('semantics')).toEqual([1, 2, 3, 4, 5]);
    expect(all).toHaveLength(21);
  });

  it('repeat each required member absent', () => {
    for (const round of numbersOf('missing-field')) {
      expect(trialsOf(`missing-field.each member.round ${round}`)).toEqual(
        ['name', 'size', 'weight', 'owner', 'owner.mail'].map(
          (path) => `missing-field.${path}.absent`,
        ),
      );
    }
  });

  it('repeat one wrong type of each member, of numbers by another identity only', () => {
    for (const round of numbersOf('wrong-type')) {
      const numbers = round === 2 || round === 4 ? ['wrong-type.size.as text'] : [];
      expect(trialsOf(`wrong-type.each member.round ${round}`)).toEqual([
        'wrong-type.name.in an array',
        ...numbers,
        'wrong-type.isHeavy.as text',
        'wrong-type.tags.as text',
        'wrong-type.owner.as text',
        'wrong-type.owner.mail.as number',
      ]);
    }
  });

  it('repeat each credential absent and wrong', () => {
    for (const round of numbersOf('bad-auth')) {
      expect(trialsOf(`bad-auth.each credential.round ${round}`)).toEqual([
        'bad-auth.app.absent',
        'bad-auth.app.unknown',
        'bad-auth.key.absent',
        'bad-auth.key.wrong',
        'bad-auth.identity.absent',
        'bad-auth.identity.wrong',
      ]);
    }
  });

  it('repeat what the effect wants', () => {
    for (const round of numbersOf('semantics')) {
      const entry = caseNamed(all, `semantics.each thing.round ${round}`);
      expect(entry.refusals).toEqual([again]);
      expect(entry.title).toEqual({
        en: `each thing, round ${round}`,
        zh: `逐个，第 ${round} 轮`,
      });
    }
    expect(rounds(subject, cases, undefined).some(({ category }) => category === 'semantics')).toBe(
      false,
    );
  });

  it('repeat a refusal as its case has it', () => {
    const own = caseNamed(cases, 'bad-auth.key.wrong');
    const [repeated] = caseNamed(all, 'bad-auth.each credential.round 1').refusals.filter(
      ({ trial }) => trial === own.id,
    );
    expect(repeated).toEqual({
      trial: 'bad-auth.key.wrong',
      changes: [{ at: 'key', fault: 'wrong' }],
      about: 'credentials',
      requirements: ['auth.key.verified'],
    });
  });

  it('repeat it by the identity that its case needs', () => {
    const alone = cases.map((entry) =>
      entry.id === 'bad-auth.key.wrong' ? { ...entry, identity: 'token' as const } : entry,
    );
    const [first] = rounds(subject, alone, undefined).filter(
      ({ category }) => category === 'bad-auth',
    );
    expect(first?.refusals.map(({ identity }) => identity)).toEqual([
      undefined,
      undefined,
      undefined,
      'token',
      undefined,
      undefined,
    ]);
  });

  it('name once what their refusals decide', () => {
    expect(caseNamed(all, 'bad-auth.each credential.round 3').requirements).toEqual([
      'auth.app.required',
      'auth.app.verified',
      'auth.key.required',
      'auth.key.verified',
      'auth.identity.required',
      'auth.ticket.verified',
    ]);
  });

  it('go on in the last one until each refusal was met everywhere', () => {
    const thorough = all.filter((one) => one.thorough).map(({ id }) => id);
    expect(thorough).toEqual([
      'missing-field.each member.round 6',
      'bad-auth.each credential.round 6',
    ]);
  });

  it('send a valid request of another identity besides', () => {
    const besides = (category: string) => [
      ...new Set(all.filter((one) => one.category === category).map((one) => one.besides)),
    ];
    expect(besides('missing-field')).toEqual(['both']);
    expect(besides('wrong-type')).toEqual([undefined]);
    expect(besides('bad-auth')).toEqual(['other']);
    expect(besides('semantics')).toEqual([undefined]);
  });

  it('carry another identity in the second and both in the fourth', () => {
    for (const { round, by } of all) {
      expect(by).toBe(round === 2 ? 'other' : round === 4 ? 'both' : undefined);
    }
  });

  it('ask the effect for the refusals of each', () => {
    const asked: number[] = [];
    const asking = { ...effect, refusals: (round: number) => (asked.push(round), [again]) };
    rounds(subject, cases, asking);
    expect(asked).toEqual([1, 2, 3, 4, 5]);
  });

  it('are titled in both languages', () => {
    expect(all.filter(({ round }) => round === 1).map(({ title }) => title)).toEqual([
      { en: 'each member absent, round 1', zh: '逐个缺失必填成员，第 1 轮' },
      { en: 'members of a wrong type, round 1', zh: '逐个写错成员类型，第 1 轮' },
      { en: 'each credential refused, round 1', zh: '逐项凭证错误，第 1 轮' },
      { en: 'each thing, round 1', zh: '逐个，第 1 轮' },
    ]);
  });

  it('repeat nothing that is no case', () => {
    expect(rounds(subject, [], undefined)).toEqual([]);
    const some = cases.filter(({ id }) => id === 'missing-field.size.absent');
    expect(rounds(subject, some, undefined).map(({ refusals }) => refusals.length)).toEqual([
      1, 1, 1, 1, 1, 1,
    ]);
  });
});
