import { CATEGORIES, type RequirementResult, type RunRecord } from '../../record/record.js';
import { type CaseKind, drawTestCase, type TestCase } from './test-case.js';
import { secondsByRequirement } from './requirement-times.js';
import { indexRecord, keyOf } from '../record-index.js';
import { hasSeveral } from '../sections.js';
import { outcomeHeadline } from '../sentences/conditions.js';
import { outcomeSentence } from '../sentences/outcome.js';
import { categoriesOf, mainCategory } from '../tally.js';
import { oneLine } from '../visible.js';
import { xmlAttributes } from './xml-text.js';

const NAME = 'cmdb-conformance';

/**
 * Draws the record as JUnit XML, one test case for each requirement: a failed `must` is a failure,
 * inconclusive an error, not-applicable skipped, a failed `should` passed with a note (a failure
 * when the run was strict), a declared deviation passed with a note, a waived one skipped. One test suite for each category; of a
 * run with several endpoints, for each endpoint.
 *
 * @param record - the record
 * @returns an XML 1.0 document; text of a server can't leave its place in it
 */
export function drawJunit(record: RunRecord): string {
  const index = indexRecord(record);
  const times = secondsByRequirement(record);
  const suites = suitesOf(record).map(({ name, members }) => ({
    name,
    drawn: members.map(([result, classname]) =>
      drawTestCase(record, index, result, classname, times.get(keyOf(result)) ?? 0),
    ),
  }));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${xmlAttributes({ name: NAME, ...sums(suites.flatMap(({ drawn }) => drawn)) })}>`,
  ];
  for (const { name, drawn } of suites) {
    const skipped = String(countOf(drawn, 'skipped'));
    const attributes = { name, ...sums(drawn), skipped, timestamp: record.startedAt };
    lines.push(
      `  <testsuite ${xmlAttributes(attributes)}>`,
      ...properties(record),
      ...drawn.map((each) => each.xml),
      '  </testsuite>',
    );
  }
  lines.push('</testsuites>', '');
  return lines.join('\n');
}

/** A test suite before its cases are drawn: requirements with the name of their class. */
interface Suite {
  readonly name: string;
  readonly members: (readonly [result: RequirementResult, classname: string])[];
}

/** Requirements by category; by endpoint where there are several, each in the order of categories. */
function suitesOf(record: RunRecord): Suite[] {
  const several = hasSeveral(record);
  const categories = categoriesOf(record);
  const suites = new Map<string, Suite>();
  for (const { endpoint } of several ? record.endpoints : []) {
    const name = `${NAME}.${oneLine(endpoint, 100)}`;
    suites.set(name, { name, members: [] });
  }
  for (const group of [...CATEGORIES, 'not-exercised' as const]) {
    for (const result of record.requirements) {
      const own = mainCategory(categories.get(keyOf(result)) ?? []) ?? 'not-exercised';
      if (own !== group) continue;
      const prefix = several ? `${NAME}.${oneLine(result.endpoint, 100)}` : NAME;
      const classname = `${prefix}.${group}`;
      const name = several ? prefix : classname;
      const suite = suites.get(name) ?? { name, members: [] };
      suites.set(name, suite);
      suite.members.push([result, classname]);
    }
  }
  return [...suites.values()];
}

/** What all of them and each suite tell; Jenkins' xUnit plugin takes no more of all of them. */
function sums(drawn: readonly TestCase[]): Record<string, string> {
  return {
    tests: String(drawn.length),
    failures: String(countOf(drawn, 'failure')),
    errors: String(countOf(drawn, 'error')),
    time: drawn.reduce((sum, testCase) => sum + testCase.seconds, 0).toFixed(3),
  };
}

function countOf(drawn: readonly TestCase[], kind: CaseKind): number {
  return drawn.filter((testCase) => testCase.kind === kind).length;
}

function properties(record: RunRecord): string[] {
  const values: [name: string, value: string][] = [
    ['outcome', record.outcome],
    ['conditions', oneLine(outcomeHeadline(record).en, 500)],
    ['exit-code', String(record.exitCode)],
    ['told', oneLine(outcomeSentence(record).en, 1500)],
    ['target', oneLine(record.target.baseUrl, 300)],
    ['binding', oneLine(record.target.binding, 100)],
    ['suite-version', record.suite.version],
    ['node-version', record.suite.node],
    ['front-end', record.suite.frontEnd],
    ['effort', record.suite.effort],
    ['strict', String(record.settings.strict)],
    ['insecure', String(record.settings.insecure)],
    ...record.suite.documents.map(({ path, sha256 }): [string, string] => [
      `sha256:${oneLine(path, 300)}`,
      sha256,
    ]),
  ];
  return [
    '    <properties>',
    ...values.map(([name, value]) => `      <property ${xmlAttributes({ name, value })}/>`),
    '    </properties>',
  ];
}
