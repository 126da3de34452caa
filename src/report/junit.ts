import type { RequirementResult, RunRecord } from '../record/record.js';
import { CATEGORIES } from '../record/record.js';
import type { RecordIndex } from './evidence.js';
import { decisive, indexRecord } from './evidence.js';
import { answeredInShort, sentInShort } from './in-short.js';
import { secondsByRequirement } from './junit-times.js';
import { categoriesOf, mainCategory } from './tally.js';
import { verdictOf } from './verdict.js';
import { oneLine } from './visible.js';
import { xmlAttributes, xmlText } from './xml-text.js';

const NAME = 'cmdb-conformance';

/** What one requirement is to a tool that reads JUnit. */
type Kind = 'failure' | 'error' | 'skipped' | 'passed';

interface TestCase {
  readonly kind: Kind;
  readonly seconds: number;
  readonly xml: string;
}

/**
 * Draws the record as JUnit XML, one test case for each requirement: a failed `must` is a failure,
 * inconclusive an error, not-applicable skipped, a failed `should` passed with a note (a failure
 * when the run was strict), a deviation passed with a note. One test suite for each category.
 *
 * @param record - the record
 * @returns an XML 1.0 document; text of a server can't leave its place in it
 */
export function drawJunit(record: RunRecord): string {
  const index = indexRecord(record);
  const times = secondsByRequirement(record);
  const categories = categoriesOf(record);
  const groups = [...CATEGORIES, 'not-exercised' as const].flatMap((group) => {
    const members = record.requirements.filter(
      (result) => (mainCategory(categories.get(result.id) ?? []) ?? 'not-exercised') === group,
    );
    const drawn = members.map((result) =>
      drawCase(record, index, result, `${NAME}.${group}`, times.get(result.id) ?? 0),
    );
    return drawn.length === 0 ? [] : [{ group, drawn }];
  });
  const all = groups.flatMap(({ drawn }) => drawn);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${xmlAttributes({ name: NAME, ...sums(all) })}>`,
  ];
  for (const { group, drawn } of groups) {
    const attributes = { name: `${NAME}.${group}`, ...sums(drawn), timestamp: record.startedAt };
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

function sums(drawn: readonly TestCase[]): Record<string, string> {
  const count = (kind: Kind): string =>
    String(drawn.filter((testCase) => testCase.kind === kind).length);
  return {
    tests: String(drawn.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: drawn.reduce((sum, testCase) => sum + testCase.seconds, 0).toFixed(3),
  };
}

function properties(record: RunRecord): string[] {
  const values: [name: string, value: string][] = [
    ['outcome', record.outcome],
    ['exit-code', String(record.exitCode)],
    ['target', oneLine(record.target.baseUrl, 300)],
    ['suite-version', record.suite.version],
    ['node-version', record.suite.node],
    ['front-end', record.suite.frontEnd],
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

function drawCase(
  record: RunRecord,
  index: RecordIndex,
  result: RequirementResult,
  classname: string,
  seconds: number,
): TestCase {
  const verdict = verdictOf(result, record.settings.strict);
  const head = xmlAttributes({
    name: oneLine(result.id, 300),
    classname,
    time: seconds.toFixed(3),
  });
  const message = oneLine(result.reason ?? '', 300);
  const story = xmlText(tell(index, result));
  const whole = (kind: Kind, inside: string): TestCase => ({
    kind,
    seconds,
    xml:
      inside === ''
        ? `    <testcase ${head}/>`
        : `    <testcase ${head}>\n      ${inside}\n    </testcase>`,
  });
  switch (verdict) {
    case 'failed':
      return whole(
        'failure',
        `<failure ${xmlAttributes({ type: result.level, message })}>${story}</failure>`,
      );
    case 'inconclusive':
      return whole('error', `<error ${xmlAttributes({ type: verdict, message })}>${story}</error>`);
    case 'not-applicable':
      return whole('skipped', `<skipped ${xmlAttributes({ message })}/>`);
    case 'warning':
    case 'deviation':
      return whole('passed', `<system-out>${verdict}: ${story}</system-out>`);
    case 'observed':
    case 'passed':
      return whole('passed', '');
  }
}

/** Title, sentence, reason, what was sent and what came back: lines for a log view. */
function tell(index: RecordIndex, result: RequirementResult): string {
  const { path, line, quote } = result.source;
  const placed = decisive(index, result);
  return [
    oneLine(result.title.en, 300),
    `document: ${oneLine(path, 300)}:${line}: ${oneLine(quote, 300)}`,
    `why: ${oneLine(result.reason ?? '', 1000)}`,
    ...(placed === undefined
      ? []
      : [
          `sent: ${oneLine(sentInShort(placed, 500).en, 600)}`,
          `came back: ${oneLine(answeredInShort(placed.exchange, 500).en, 600)}`,
          `repeat: ${oneLine(placed.exchange.curl, 4000)}`,
        ]),
  ].join('\n');
}
