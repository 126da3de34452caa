import { describe, expect, it } from 'vitest';
import { caseList } from '../../src/cases/case-list.js';
import { casesOf } from '../../src/cases/cases-of.js';
import { aSubject, member } from './a-subject.js';

const subject = aSubject({ members: [member('name', 'string')] });
const own = {
  cases: [
    {
      kind: 'deep',
      id: 'semantics.thing.twice',
      category: 'semantics',
      title: { en: 'the "same" thing\ntwice', zh: '同一对象两次' },
      requirements: [],
      alone: false,
      costs: { requests: 1, creations: 1 },
    },
  ],
} as const;
const text = caseList(subject, own, { en: 'thing', zh: '对象' });

/** The lines of a case. */
function linesOf(id: string): string[] {
  const lines = text.split('\n');
  const at = lines.indexOf(`      "id": "${id}",`);
  return lines.slice(at, lines.indexOf('    },', at));
}

describe('caseList', () => {
  it('says what it is of, and that it is derived', () => {
    expect(text.split('\n').slice(0, 6)).toEqual([
      '{',
      '  "$comment": "Derived by `cmdb-conformance derive`; edit the document instead. What each fault puts in the place of the valid value stands in src/cases/faults.ts.",',
      '  "endpoint": "store_thing",',
      '  "binding": "esb",',
      '  "creates": { "en": "thing", "zh": "对象" },',
      '  "cases": [',
    ]);
    expect(text.endsWith('    }\n  ]\n}\n')).toBe(true);
  });

  it('has a line for each member of a case', () => {
    expect(linesOf('missing-field.name.null')).toEqual([
      '      "id": "missing-field.name.null",',
      '      "kind": "refusal",',
      '      "title": { "en": "name null", "zh": "name 为 null" },',
      '      "requirements": ["request.name.required"],',
      '      "changes": [{ "at": "name", "fault": "null" }],',
      '      "about": "request"',
    ]);
    expect(linesOf('bad-auth.bk_token.wrong').slice(4)).toEqual([
      '      "changes": [{ "at": "bk_token", "fault": "wrong" }],',
      '      "about": "credentials",',
      '      "identity": "token",',
      '      "needs": ["BK_TOKEN"]',
    ]);
    expect(linesOf('protocol.address.no trailing slash').slice(4)).toEqual([
      '      "withoutSlash": true',
    ]);
  });

  it('names what a round repeats', () => {
    expect(linesOf('missing-field.each member.round 6')).toEqual([
      '      "id": "missing-field.each member.round 6",',
      '      "kind": "round",',
      '      "title": { "en": "each member absent, round 6", "zh": "逐个缺失必填成员，第 6 轮" },',
      '      "requirements": ["request.name.required"],',
      '      "round": 6,',
      '      "thorough": true,',
      '      "besides": "both",',
      '      "repeats": ["missing-field.name.absent"]',
    ]);
    expect(linesOf('missing-field.each member.round 5').join('\n')).toMatch(
      /"round": 5,\n *"besides"/,
    );
  });

  it('leaves out what a case is not, and keeps any words on one line', () => {
    expect(linesOf('semantics.thing.twice')).toEqual([
      '      "id": "semantics.thing.twice",',
      '      "kind": "deep",',
      '      "title": { "en": "the \\"same\\" thing\\ntwice", "zh": "同一对象两次" },',
      '      "requirements": []',
    ]);
  });

  it('is JSON that has every case in its order', () => {
    const list: unknown = JSON.parse(text);
    expect(list).toMatchObject({
      cases: casesOf(subject, own).map(({ id, kind, title, requirements }) => ({
        id,
        kind,
        title,
        requirements,
      })),
    });
  });

  it('is the same each time', () => {
    expect(caseList(subject, own, { en: 'thing', zh: '对象' })).toBe(text);
  });
});
