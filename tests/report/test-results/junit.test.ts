import { describe, expect, it } from 'vitest';
import { drawJunit } from '../../../src/report/test-results/junit.js';
import { anIgnoringRecord } from '../a-caused-record.js';
import { aHostileRecord } from '../a-hostile-record.js';
import { aMixedRecord, aRecord } from '../a-record.js';
import { anEarlyRecord, aSeveralRecord } from '../a-grouped-record.js';
import { LONE_SURROGATE } from '../hostile.js';
import { all, parseXml, type XmlElement } from '../well-formed.js';
import { refusedByXunit } from '../xunit-structure.js';

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
    expect(root.attributes).toMatchObject({ failures: '2', errors: '1' });
    const skipped = all(root, 'testsuite').map((each) => Number(each.attributes['skipped']));
    expect(skipped.reduce((sum, count) => sum + count)).toBe(1);
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

  it('names in each case what several fail for, and counts each', () => {
    const caused = parseXml(drawJunit(anIgnoringRecord()));
    expect(caused.attributes).toMatchObject({ tests: '10', failures: '7' });
    const [failure] = caseOf(caused, 'request.metadata.label.type').children;
    expect(failure?.attributes['message']).toMatch(
      /^\[the server ignores metadata\] metadata\.label at fault 3: an association was created/,
    );
    expect(failure?.text).toContain('cause: the server ignores metadata: requests without it');
    const [other] = caseOf(caused, 'response.code.type').children;
    expect(other?.attributes['message']).toMatch(/^code has to be int64/);
    expect(other?.text).not.toContain('cause:');
  });

  it('has a suite for each of several endpoints', () => {
    const drawn = parseXml(drawJunit(aSeveralRecord()));
    const suites = all(drawn, 'testsuite').map(({ attributes }) => attributes);
    expect(suites).toEqual([
      expect.objectContaining({ name: 'cmdb-conformance.add_instance_association', tests: '1' }),
      expect.objectContaining({ name: 'cmdb-conformance.create_thing', tests: '2', failures: '1' }),
    ]);
    expect(all(drawn, 'testcase').map(({ attributes }) => attributes['classname'])).toEqual([
      'cmdb-conformance.add_instance_association.missing-field',
      'cmdb-conformance.create_thing.missing-field',
      'cmdb-conformance.create_thing.not-exercised',
    ]);
  });

  it('stays well-formed and short whatever a server sends', () => {
    for (const several of [false, true]) {
      const text = drawJunit(aHostileRecord(several));
      expect(() => parseXml(text)).not.toThrow();
      expect(text.length).toBeLessThan(200_000);
      expect(text).not.toMatch(LONE_SURROGATE);
    }
  });

  it('is well-formed without any requirement', () => {
    expect(parseXml(drawJunit(aRecord())).attributes).toMatchObject({ tests: '0' });
  });

  it('is valid for Jenkins’ xUnit plugin', () => {
    const records = [
      record,
      { ...record, settings: { ...record.settings, strict: true } },
      aRecord(),
      aSeveralRecord(),
      anEarlyRecord(),
      aHostileRecord(true),
      { ...record, durationMs: 12_345_678.9 },
    ];
    for (const each of records) expect(refusedByXunit(parseXml(drawJunit(each)))).toEqual([]);
  });
});

describe('the check for the xUnit plugin itself', () => {
  it.each([
    ['<testsuites skipped="1"/>', '<testsuites> has skipped'],
    ['<testsuites time="soon"/>', '<testsuites> has time=soon'],
    ['<testsuites><testcase name="a"/></testsuites>', '<testsuites> has <testcase>'],
    ['<testsuites><testsuite name="a" tests="1" failures="0"/></testsuites>', 'lacks errors'],
    ['<testsuites>words</testsuites>', 'has text'],
    ['<testsuite/>', 'the root is <testsuite>'],
  ])('refuses %s', (text, told) => {
    expect(refusedByXunit(parseXml(text)).join()).toContain(told);
  });
});
