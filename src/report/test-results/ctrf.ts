import type { RequirementResult, RunRecord } from '../../record/record.js';
import { secondsByRequirement } from './requirement-times.js';
import { indexRecord, keyOf, type RecordIndex } from '../record-index.js';
import { messageOf, storyOf } from './requirement-story.js';
import { outcomeHeadline } from '../sentences/conditions.js';
import { releaseName } from '../sentences/declared.js';
import { outcomeSentence } from '../sentences/outcome.js';
import { categoriesOf, mainCategory } from '../tally.js';
import { type Verdict, verdictOf } from '../verdict.js';
import { oneLine } from '../visible.js';

const NAME = 'cmdb-conformance';

/** Of CTRF (https://ctrf.io), whose schema the tests validate against. */
const SPEC_VERSION = '0.0.0';

type CtrfStatus = 'passed' | 'failed' | 'skipped' | 'other';

/** As JUnit has it, except that what it calls an error is `other` here: nobody failed, nothing is green. */
const STATUSES: Readonly<Record<Verdict, CtrfStatus>> = {
  failed: 'failed',
  warning: 'passed',
  inconclusive: 'other',
  waived: 'skipped',
  deviation: 'passed',
  'not-applicable': 'skipped',
  observed: 'passed',
  passed: 'passed',
};

/**
 * Draws the record in the Common Test Report Format, one test for each requirement, in a suite for its
 * endpoint and its category. Times and ids are those of the record.
 *
 * @param record - the record
 * @returns JSON; texts of a server in it are cut, and made visible
 */
export function drawCtrf(record: RunRecord): string {
  const index = indexRecord(record);
  const seconds = secondsByRequirement(record);
  const categories = categoriesOf(record);
  const tests = record.requirements.map((result) => {
    const category = mainCategory(categories.get(keyOf(result)) ?? []) ?? 'not-exercised';
    const milliseconds = Math.round((seconds.get(keyOf(result)) ?? 0) * 1000);
    return drawTest(record, index, result, category, milliseconds);
  });
  const { version, node, frontEnd, effort } = record.suite;
  const documents = record.suite.documents.map(({ path, sha256 }) => ({
    path: oneLine(path, 300),
    sha256,
  }));
  return `${JSON.stringify(
    {
      reportFormat: 'CTRF',
      specVersion: SPEC_VERSION,
      runId: oneLine(record.target.runId, 100) || NAME,
      generatedBy: NAME,
      results: {
        tool: {
          name: NAME,
          version: oneLine(version, 100),
          extra: { node: oneLine(node, 100), frontEnd, effort, documents },
        },
        summary: summaryOf(record, tests),
        tests,
        environment: environmentOf(record),
      },
    },
    null,
    2,
  )}\n`;
}

type DrawnTest = ReturnType<typeof drawTest>;

function drawTest(
  record: RunRecord,
  index: RecordIndex,
  result: RequirementResult,
  category: string,
  duration: number,
) {
  const verdict = verdictOf(result, record.settings.strict);
  const { title, source, level, flaky } = result;
  return {
    testId: oneLine(keyOf(result), 400),
    name: oneLine(result.id, 300) || NAME,
    status: STATUSES[verdict],
    rawStatus: verdict,
    duration,
    suite: [oneLine(result.endpoint, 100), category],
    filePath: oneLine(source.path, 300),
    line: source.line,
    tags: [level],
    ...(flaky === undefined ? {} : { flaky }),
    ...(verdict === 'passed'
      ? {}
      : { message: messageOf(index, result), trace: storyOf(record, index, result) }),
    extra: { title: oneLine(title.en, 300), titleZh: oneLine(title.zh, 300) },
  };
}

function summaryOf(record: RunRecord, tests: readonly DrawnTest[]) {
  const count = (status: CtrfStatus): number =>
    tests.filter((test) => test.status === status).length;
  // A record is checked for the form of its times, not for a thirteenth month.
  const start = Date.parse(record.startedAt) || 0;
  const duration = Math.round(record.durationMs);
  return {
    tests: tests.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    pending: 0,
    other: count('other'),
    flaky: tests.filter(({ flaky }) => flaky === true).length,
    suites: new Set(tests.map(({ suite }) => JSON.stringify(suite))).size,
    start,
    stop: start + duration,
    duration,
    extra: {
      outcome: record.outcome,
      exitCode: record.exitCode,
      told: oneLine(outcomeSentence(record).en, 1500),
    },
  };
}

/** The releases are those that the run was told to expect. */
function environmentOf(record: RunRecord) {
  const { baseUrl, embedded, binding, releases = {} } = record.target;
  const named = (['cmdb', 'esb'] as const).flatMap((family) => {
    const release = releases[family];
    return release === undefined ? [] : [oneLine(releaseName(family, release), 100)];
  });
  const { strict, insecure } = record.settings;
  return {
    reportName: oneLine(outcomeHeadline(record).en, 500),
    appName: 'BlueKing CMDB',
    ...(named.length === 0 ? {} : { appVersion: named.join(', ') }),
    testEnvironment: oneLine(baseUrl, 300),
    extra: { embedded, binding: oneLine(binding, 100), strict, insecure },
  };
}
