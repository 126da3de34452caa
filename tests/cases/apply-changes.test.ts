import { describe, expect, it } from 'vitest';
import { ESB } from '../../src/binding/bindings.js';
import { applyChanges, changedMembers } from '../../src/cases/apply-changes.js';
import type { OtherApp } from '../../src/cases/apply-changes.js';
import type { Change } from '../../src/cases/case.js';
import type { JsonObject } from '../../src/json/json-value.js';
import { writeJson } from '../../src/json/write-json.js';
import { OTHER } from './a-subject.js';

const NOBODY: OtherApp = { otherSecret: undefined, otherCode: undefined };

const valid: JsonObject = {
  bk_app_code: 'the_app',
  bk_app_secret: 'the-secret',
  bk_username: 'admin',
  bk_token: 'the-token',
  name: 'a',
  size: 9223372036854775807n,
  owner: { id: 11n, place: { room: 'b' } },
};

function changed(changes: readonly Change[], other = NOBODY): JsonObject {
  return applyChanges(valid, changes, ESB, other);
}

describe('applyChanges', () => {
  it('takes a member out, at any depth, and leaves the valid request as it was', () => {
    const before = writeJson(valid);
    expect(changed([{ at: 'size', fault: 'absent' }])).not.toHaveProperty('size');
    expect(changed([{ at: 'owner.place.room', fault: 'absent' }])['owner']).toEqual({
      id: 11n,
      place: {},
    });
    expect(changed([{ at: 'owner.place', fault: 'null' }])['owner']).toEqual({
      id: 11n,
      place: null,
    });
    expect(writeJson(valid)).toBe(before);
  });

  it('keeps the order of the members', () => {
    const bad = changed([{ at: 'size', fault: 'as text' }]);
    expect(Object.keys(bad)).toEqual(Object.keys(valid));
    expect(bad['size']).toBe('9223372036854775807');
  });

  it('changes nothing where nothing is to be changed', () => {
    expect(changed([])).toEqual(valid);
    expect(changed([{ at: 'more', fault: 'absent' }])).toEqual(valid);
  });

  it('adds a member that was not there', () => {
    expect(changed([{ at: 'owner.more', fault: 'as number' }])['owner']).toEqual({
      id: 11n,
      place: { room: 'b' },
      more: 1n,
    });
  });

  it('makes the objects on the way where there are none', () => {
    const changes: Change[] = [
      { at: 'owner', fault: 'absent' },
      { at: 'owner.place', fault: 'null' },
    ];
    expect(changed(changes)['owner']).toEqual({ place: null });
    expect(changed([{ at: 'name.first', fault: 'as boolean' }])['name']).toEqual({ first: true });
  });

  it('makes several changes, one after the other', () => {
    const bad = changed([
      { at: 'bk_app_secret', fault: 'wrong' },
      { at: 'name', fault: 'absent' },
    ]);
    expect(bad['bk_app_secret']).toBe('cmdb-conformance-wrong-value');
    expect(bad).not.toHaveProperty('name');
  });

  it('puts another app’s secret and code in the place', () => {
    const other = { otherSecret: 'theirs', otherCode: 'their_app' };
    const bad = changed(
      [
        { at: 'bk_app_secret', fault: 'of another app' },
        { at: 'bk_app_code', fault: 'registered for another app' },
      ],
      other,
    );
    expect([bad['bk_app_secret'], bad['bk_app_code']]).toEqual(['theirs', 'their_app']);
  });

  it('takes out whichever identity there is, or puts a token of no login in its place', () => {
    const absent = changed([{ at: 'identity', fault: 'absent' }]);
    expect(absent).not.toHaveProperty('bk_username');
    expect(absent).not.toHaveProperty('bk_token');
    expect(absent['bk_app_code']).toBe('the_app');
    const wrong = changed([{ at: 'identity', fault: 'wrong' }]);
    expect(wrong).not.toHaveProperty('bk_username');
    expect(wrong['bk_token']).toBe('cmdb-conformance-wrong-token');
  });

  it('goes by the names of the binding', () => {
    const request = { app: 'the_app', who: 'admin', bk_username: 'a member like any other' };
    expect(applyChanges(request, [{ at: 'identity', fault: 'wrong' }], OTHER, NOBODY)).toEqual({
      app: 'the_app',
      bk_username: 'a member like any other',
      ticket: 'cmdb-conformance-wrong-token',
    });
  });
});

describe('changedMembers', () => {
  it('is the member, or both that say who the user is', () => {
    expect(changedMembers({ at: 'owner.id', fault: 'null' }, ESB)).toEqual(['owner.id']);
    expect(changedMembers({ at: 'identity', fault: 'absent' }, ESB)).toEqual([
      'bk_token',
      'bk_username',
    ]);
    expect(changedMembers({ at: 'identity', fault: 'wrong' }, OTHER)).toEqual(['who', 'ticket']);
  });
});
