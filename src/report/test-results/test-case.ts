import type { RequirementResult, RunRecord } from '../../record/record.js';
import type { RecordIndex } from '../record-index.js';
import { messageOf, storyOf } from './requirement-story.js';
import { declaredSentence } from '../sentences/declared.js';
import { VERDICT_WORDS, verdictOf } from '../verdict.js';
import { oneLine } from '../visible.js';
import { xmlAttributes, xmlText } from './xml-text.js';

/** What one requirement is to a tool that reads JUnit. */
export type CaseKind = 'failure' | 'error' | 'skipped' | 'passed';

/** A requirement as JUnit knows it. */
export interface TestCase {
  readonly kind: CaseKind;
  readonly seconds: number;
  readonly xml: string;
}

/**
 * Draws one requirement as a test case of JUnit.
 *
 * @param record - the record
 * @param index - of the record
 * @param result - a requirement of the record
 * @param classname - what it is filed under
 * @param seconds - its part of the time
 */
export function drawTestCase(
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
  const message = messageOf(index, result);
  const story = xmlText(storyOf(record, index, result));
  const whole = (kind: CaseKind, inside: string): TestCase => ({
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
    case 'waived': {
      const why = oneLine(declaredSentence(result)?.en ?? '', 500);
      return whole('skipped', `<skipped ${xmlAttributes({ message: `${why}; ${message}` })}/>`);
    }
    case 'not-applicable':
      return whole('skipped', `<skipped ${xmlAttributes({ message })}/>`);
    case 'warning':
    case 'deviation':
      return whole('passed', `<system-out>${VERDICT_WORDS[verdict].en}: ${story}</system-out>`);
    case 'observed':
    case 'passed':
      return whole('passed', '');
  }
}
