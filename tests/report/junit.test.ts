import { describe, expect, it } from 'vitest';
import { drawJunit } from '../../src/report/junit.js';
import { aHostileRecord, aMixedRecord, aRecord } from './a-record.js';
import { LONE_SURROGATE } from './hostile.js';
import { all, parseXml, type XmlElement } from './well-formed.js';

function caseOf(root: XmlElement, name: string): XmlElement {
  const found = all(root, 'testcase').find((each) => each.attributes['name'] === name);
  if (found === undefined) throw new Error(`no test case ${name}`);
  return found;
}

describe('the check of well-formedness itself', () => {
  it.each(['<a><b></a>', '<a>&</a>', '<a>\u0000</a>', '<a b="<"/>', '<a/><b/>', '<a>'])(
    'refuses %j',
    (text) => {
      expect(() => parseXml(text)).toThrow();
    },
  );
});

describe('JUnit', () => {
  const record = aMixedRecord();
  const root = parseXml(drawJunit(record));

  it('has one test case for each requirement', () => {
    const names = all(root, 'testcase').map((each) => each.attributes['name']);
    expect(names.toSorted()).toEqual(record.requirements.map((each) => each.id).toSorted());
    expect(root.attributes).toMatchObject({ tests: String(names.length) });
  });

  it('tells verdicts as its readers know them', () => {
    const kinds = (name: string): string[] =>
      caseOf(root, name).children.map((child) => child.name);
    expect(kinds('request.bk_inst_id.required')).toEqual(['failure']);
    expect(kinds('semantics.target-missing.refused')).toEqual(['error']);
    expect(kinds('auth.bk_token.accepted-alone')).toEqual(['skipped']);
    expect(kinds('response.request_id.fresh')).toEqual(['system-out']);
    expect(kinds('id.not-reused')).toEqual(['system-out']);
    expect(kinds('request.metadata.type')).toEqual([]);
    expect(root.attributes).toMatchObject({ failures: '2', errors: '1', skipped: '1' });
  });

  it('counts a failed should as a failure when the run was strict', () => {
    const strict = { ...record, settings: { ...record.settings, strict: true } };
    const drawn = caseOf(parseXml(drawJunit(strict)), 'response.request_id.fresh');
    expect(drawn.children.map((child) => child.name)).toEqual(['failure']);
  });

  it('tells the sentence, the change, the answer and how to repeat', () => {
    const [failure] = caseOf(root, 'request.bk_inst_id.required').children;
    expect(failure?.text).toContain('add_instance_association.md:34');
    expect(failure?.text).toContain('without bk_inst_id');
    expect(failure?.text).toContain('"id":1041');
    expect(failure?.text).toContain('curl -sS -X POST');
  });

  it.each([
    ['one after another', 10_000, 10_000],
    ['side by side', 2_000, 2_000],
    ['with pauses', 25_000, 10_000],
  ])('gives times that add up to the time of a run with its cases %s', (_, durationMs, sum) => {
    const [one, other] = record.cases;
    if (one === undefined || other === undefined) throw new Error('the record has no two cases');
    const cases = [
      { ...one, durationMs: 4_000 },
      { ...other, durationMs: 6_000 },
    ];
    // Each case is named by several requirements, and those name cases of theirs besides.
    const requirements = record.requirements.map((each, at) => ({
      ...each,
      cases: at % 2 === 0 ? [one.id, other.id] : [other.id],
    }));
    const timed = parseXml(drawJunit({ ...record, durationMs, cases, requirements }));
    const times = all(timed, 'testcase').map((each) => Number(each.attributes['time']));
    const rounding = 0.001 * times.length;
    expect(Math.abs(times.reduce((a, b) => a + b, 0) - sum / 1000)).toBeLessThan(rounding);
    expect(Math.abs(Number(timed.attributes['time']) - sum / 1000)).toBeLessThan(rounding);
    expect(Math.min(...times)).toBeGreaterThan(0);
  });

  it('groups by category and carries outcome and versions', () => {
    expect(caseOf(root, 'request.bk_inst_id.type').attributes).toMatchObject({
      classname: 'cmdb-conformance.wrong-type',
    });
    const properties = all(root, 'property').map((each) => each.attributes);
    expect(properties).toContainEqual({ name: 'outcome', value: 'nonconformant' });
    expect(properties).toContainEqual({ name: 'suite-version', value: '0.1.0' });
  });

  it('stays well-formed and short whatever a server sends', () => {
    const text = drawJunit(aHostileRecord());
    expect(() => parseXml(text)).not.toThrow();
    expect(text.length).toBeLessThan(200_000);
    expect(text).not.toMatch(LONE_SURROGATE);
  });

  it('is well-formed without any requirement', () => {
    expect(parseXml(drawJunit(aRecord())).attributes).toMatchObject({ tests: '0' });
  });
});
