import { describe, expect, it } from 'vitest';
import { missingField, requiredMembers } from '../../src/cases/missing-field.js';
import { aSubject, caseNamed, changesOf, member, namesOf, optional } from './a-subject.js';

const members = [
  member('name', 'string'),
  member('size', 'integer', { int64: true }),
  optional('note', 'string'),
  member('owner', 'object'),
  member('owner.id', 'integer'),
  optional('owner.mail', 'string'),
  optional('place', 'object'),
  member('place.room', 'string'),
  member('place.room.shelf', 'string'),
  member('tags', 'array'),
  member('extra', undefined),
];

describe('requiredMembers', () => {
  it('are those that every request has', () => {
    expect(requiredMembers(aSubject({ members })).map(({ path }) => path)).toEqual([
      'name',
      'size',
      'owner',
      'owner.id',
      'tags',
      'extra',
    ]);
  });
});

describe('missingField', () => {
  const cases = missingField(aSubject({ members }));

  it('has each required member absent and null, then empty where it can be, then all', () => {
    const required = ['name', 'size', 'owner', 'owner.id', 'tags', 'extra'];
    expect(namesOf(cases)).toEqual([
      ...required.flatMap((path) => [`${path}.absent`, `${path}.null`]),
      'name.empty',
      'owner.empty',
      'all members.absent',
    ]);
  });

  it('changes one member in a request that is refused for that', () => {
    expect(caseNamed(cases, 'missing-field.owner.id.null')).toEqual({
      kind: 'refusal',
      id: 'missing-field.owner.id.null',
      trial: 'missing-field.owner.id.null',
      category: 'missing-field',
      title: { en: 'owner.id null', zh: 'owner.id 为 null' },
      requirements: ['request.owner.id.required'],
      changes: [{ at: 'owner.id', fault: 'null' }],
      about: 'request',
    });
  });

  it('decides by an empty text what the document says of it', () => {
    const of = (...stated: readonly string[]) =>
      missingField(
        aSubject({ members }, { known: (...ids) => ids.filter((id) => stated.includes(id)) }),
      ).find(({ id }) => id === 'missing-field.name.empty')?.requirements;
    expect(of('request.name.nonempty')).toEqual(['request.name.nonempty']);
    expect(of('request.name.exists')).toEqual(['request.name.exists']);
    expect(of('request.name.exists', 'request.name.nonempty')).toEqual(['request.name.nonempty']);
    expect(of('request.name.required')).toBeUndefined();
  });

  it('decides by an empty object that what it has to hold is missing', () => {
    expect(caseNamed(cases, 'missing-field.owner.empty').requirements).toEqual([
      'request.owner.id.required',
    ]);
    const free = [member('owner', 'object'), optional('owner.mail', 'string')];
    expect(namesOf(missingField(aSubject({ members: free })))).toEqual([
      'owner.absent',
      'owner.null',
    ]);
  });

  it('takes all out at once, what lies within others excepted', () => {
    const all = caseNamed(cases, 'missing-field.all members.absent');
    expect(changesOf(all)).toEqual([
      'name absent',
      'size absent',
      'owner absent',
      'tags absent',
      'extra absent',
    ]);
    expect(all.requirements).toEqual([
      'request.name.required',
      'request.size.required',
      'request.owner.required',
      'request.tags.required',
      'request.extra.required',
    ]);
  });

  it('does not take out one as all', () => {
    const one = [member('owner', 'object'), member('owner.id', 'integer')];
    expect(namesOf(missingField(aSubject({ members: one })))).toEqual([
      'owner.absent',
      'owner.null',
      'owner.id.absent',
      'owner.id.null',
      'owner.empty',
    ]);
  });

  it('is nothing where nothing is required', () => {
    expect(missingField(aSubject({ members: [optional('note', 'string')] }))).toEqual([]);
    expect(missingField(aSubject())).toEqual([]);
  });

  it('names only what the document states', () => {
    const none = missingField(
      aSubject({ members: [member('size', 'integer')] }, { known: () => [] }),
    );
    expect(none.map(({ requirements }) => requirements)).toEqual([[], []]);
  });
});
