import type { RequirementResult, RunRecord } from '../record/record.js';
import { commandOf, decisive } from './evidence.js';
import { answeredInShort, sentInShort } from './in-short.js';
import { reasonOf } from './reason.js';
import { aboutOf, keyOf, type RecordIndex } from './record-index.js';
import { causeName, causeSentence } from './sentences/common-cause.js';
import { declaredSentence } from './sentences/declared.js';
import { erratumSentence } from './sentences/erratum.js';
import { nextStep } from './sentences/next-step.js';
import { VERDICT_WORDS, verdictOf } from './verdict.js';
import { oneLine } from './visible.js';
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
  const reason = reasonOf(index, result)?.en ?? '';
  const common = index.causes.get(keyOf(result));
  const message = oneLine(
    common === undefined ? reason : `[${causeName(common).en}] ${reason}`,
    500,
  );
  const story = xmlText(tell(record, index, result, reason));
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

/** Title, sentence, reason, what to do where the run ended early, what was sent and what came back: lines for a log view. */
function tell(
  { ended }: RunRecord,
  index: RecordIndex,
  result: RequirementResult,
  reason: string,
): string {
  const { path, line, quote } = result.source;
  const placed = decisive(index, result);
  const erratum = erratumSentence(result);
  const common = index.causes.get(keyOf(result));
  const next = result.problem?.kind === 'run-ended' && ended ? nextStep(ended) : undefined;
  return [
    oneLine(result.title.en, 300),
    `document: ${oneLine(path, 300)}:${line}: ${oneLine(quote, 300)}`,
    ...(erratum === undefined ? [] : [`erratum: ${oneLine(erratum.en, 500)}`]),
    `why: ${oneLine(reason, 1000)}`,
    ...(common === undefined
      ? []
      : [`cause: ${oneLine(causeSentence(common, aboutOf(index, result.endpoint)).en, 500)}`]),
    ...(next === undefined ? [] : [`next: ${oneLine(next.en, 500)}`]),
    ...(placed === undefined
      ? []
      : [
          `sent: ${oneLine(sentInShort(placed, index.usual, 500).en, 600)}`,
          `came back: ${oneLine(answeredInShort(placed.exchange, 500).en, 600)}`,
          `repeat: ${oneLine(commandOf(index, placed.exchange), 4000)}`,
        ]),
  ].join('\n');
}
