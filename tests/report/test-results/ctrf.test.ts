import { type CTRFReport, getCurrentSpecVersion, type Test, validateStrict } from 'ctrf';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../../src/record/record.js';
import { drawCtrf } from '../../../src/report/test-results/ctrf.js';
import { anIgnoringRecord } from '../a-caused-record.js';
import { anEarlyRecord, aSeveralRecord } from '../a-grouped-record.js';
import { aHostileRecord } from '../a-hostile-record.js';
import { aMixedRecord, aRecord, aRequirement } from '../a-record.js';
import { ACTING, LONE_SURROGATE } from '../hostile.js';

/** Reads it as the package of CTRF does, which throws on what its schema does not allow. */
function readCtrf(record: RunRecord): CTRFReport {
  const report: unknown = JSON.parse(drawCtrf(record));
  validateStrict(report);
  return report;
}

function testOf({ results }: CTRFReport, name: string): Test {
  const found = results.tests.find((test) => test.name === name);
  if (found === undefined) throw new Error(`no test ${name}`);
  return found;
}

const DEVIATION = {
  family: 'cmdb',
  release: 'cmdb-3.9',
  about: { en: 'it is left out', zh: '没有返回' },
  observed: 'a running 3.9',
} as const;

function aDeclaredRecord(): RunRecord {
  return aRecord({
    target: { ...aRecord().target, releases: { cmdb: 'cmdb-3.9', esb: 'b' } },
    requirements: [
      aRequirement({
        id: 'known',
        status: 'deviation',
        problem: { kind: 'created-all-the-same', ids: ['1'] },
        deviation: [DEVIATION],
      }),
      aRequirement({
        id: 'waived',
        status: 'deviation',
        problem: { kind: 'accepted' },
        waiver: [
          { endpoint: 'x', requirement: 'waived', reason: 'mended in May', expires: '2027-05-31' },
        ],
      }),
      aRequirement({
        id: 'at times',
        status: 'failed',
        problem: { kind: 'accepted' },
        flaky: true,
        times: { deciding: 1, judged: 3 },
      }),
    ],
  });
}

describe('CTRF', () => {
  const record = aMixedRecord();
  const report = readCtrf(record);

  it.each([
    ['that passed', aRecord({ requirements: [aRequirement()] })],
    ['that failed', record],
    ['that was strict', { ...record, settings: { ...record.settings, strict: true } }],
    ['that ended early', anEarlyRecord()],
    ['with waivers and deviations', aDeclaredRecord()],
    ['of several endpoints', aSeveralRecord()],
    ['without any requirement', aRecord()],
    ['of a hostile target', aHostileRecord(true)],
    ['that says no time', aRecord({ startedAt: '2026-99-99T00:00:00.000Z', durationMs: 1e300 })],
  ])('of a run %s is valid for its schema', (_, each) => {
    const { results, specVersion } = readCtrf(each);
    expect(specVersion).toBe(getCurrentSpecVersion());
    const { tests, summary } = results;
    expect(summary.tests).toBe(each.requirements.length);
    for (const status of ['passed', 'failed', 'skipped', 'pending', 'other'] as const) {
      expect(summary[status], status).toBe(tests.filter((test) => test.status === status).length);
    }
  });

  it.each([
    ['request.metadata.type', 'passed', 'passed'],
    ['request.bk_inst_id.required', 'failed', 'failed'],
    ['response.request_id.fresh', 'passed', 'warning'],
    ['semantics.target-missing.refused', 'other', 'inconclusive'],
    ['auth.bk_token.accepted-alone', 'skipped', 'not-applicable'],
    ['id.not-reused', 'passed', 'deviation'],
  ])('has %s as %s', (name, status, rawStatus) => {
    expect(testOf(report, name)).toMatchObject({ status, rawStatus });
  });

  it('tells what is declared, and what comes and goes', () => {
    const declared = readCtrf(aDeclaredRecord());
    const known = testOf(declared, 'known');
    expect(known).toMatchObject({ status: 'passed', rawStatus: 'deviation' });
    expect(known.message).toContain('known of CMDB 3.9: it is left out');
    const waived = testOf(declared, 'waived');
    expect(waived).toMatchObject({ status: 'skipped', rawStatus: 'waived' });
    expect(waived.message).toContain('waived until 2027-05-31: mended in May');
    expect(testOf(declared, 'at times')).toMatchObject({ status: 'failed', flaky: true });
    expect(declared.results.summary.flaky).toBe(1);
    expect(declared.results.environment?.appVersion).toBe('CMDB 3.9, ESB b');
  });

  it('tells a failed recommendation as a failure when the run was strict', () => {
    const strict = readCtrf({ ...record, settings: { ...record.settings, strict: true } });
    expect(testOf(strict, 'response.request_id.fresh').status).toBe('failed');
  });

  it('tells the line of the document, the change, the answer and how to repeat', () => {
    const failed = testOf(report, 'request.bk_inst_id.required');
    expect(failed).toMatchObject({
      testId: 'add_instance_association/request.bk_inst_id.required',
      suite: ['add_instance_association', 'missing-field'],
      filePath: 'docs/api/add_instance_association.md',
      line: 34,
      tags: ['must'],
    });
    expect(failed.message).toContain('1041');
    expect(failed.trace).toContain('without bk_inst_id');
    expect(failed.trace).toContain('curl -sS -X POST');
    const passed = testOf(report, 'request.metadata.type');
    expect([passed.message, passed.trace]).toEqual([undefined, undefined]);
  });

  it('names what several fail for', () => {
    const { message } = testOf(readCtrf(anIgnoringRecord()), 'request.metadata.label.type');
    expect(message).toMatch(/^\[the server ignores metadata\] /);
  });

  it('tells who was tested by what, when, and what came of it', () => {
    const { tool, environment, summary } = report.results;
    expect(report.runId).toBe(record.target.runId);
    expect(tool).toMatchObject({ name: 'cmdb-conformance', version: record.suite.version });
    expect(environment?.testEnvironment).toBe(record.target.baseUrl);
    expect(summary).toMatchObject({
      start: Date.parse(record.startedAt),
      stop: Date.parse(record.startedAt) + record.durationMs,
      extra: { outcome: 'nonconformant', exitCode: 1 },
    });
  });

  it('has a suite for each endpoint and category', () => {
    const { results } = readCtrf(aSeveralRecord());
    expect(results.tests.map(({ suite }) => suite)).toEqual([
      ['add_instance_association', 'missing-field'],
      ['create_thing', 'missing-field'],
      ['create_thing', 'not-exercised'],
    ]);
    expect(results.summary.suites).toBe(3);
  });

  it('stays short, and nothing in it acts, whatever a server sends', () => {
    const text = drawCtrf(aHostileRecord(true));
    expect(text.length).toBeLessThan(200_000);
    expect(text.replaceAll('\n', '')).not.toMatch(ACTING);
    expect(text).not.toMatch(LONE_SURROGATE);
  });
});
