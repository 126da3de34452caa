import type { RequirementResult, RunRecord } from '../../record/record.js';
import { commandOf, decisive } from '../evidence.js';
import { answeredInShort, sentInShort } from '../in-short.js';
import { reasonOf } from '../reason.js';
import { aboutOf, keyOf, type RecordIndex } from '../record-index.js';
import { causeName, causeSentence } from '../sentences/common-cause.js';
import { erratumSentence } from '../sentences/erratum.js';
import { nextStep } from '../sentences/next-step.js';
import { oneLine } from '../visible.js';

/**
 * Why a requirement has its verdict, as a CI system shows it in a list: what it has in common with
 * others, where it has, and the reason.
 *
 * @param index - of the record
 * @param result - of that record
 * @returns one line of English; empty where it passed
 */
export function messageOf(index: RecordIndex, result: RequirementResult): string {
  const reason = reasonOf(index, result)?.en ?? '';
  const common = index.causes.get(keyOf(result));
  return oneLine(common === undefined ? reason : `[${causeName(common).en}] ${reason}`, 500);
}

/**
 * All that a CI system shows of a requirement that did not pass: title, sentence, reason, what to do
 * where the run ended early, what was sent and what came back.
 *
 * @param record - the record
 * @param index - of the record
 * @param result - of that record
 * @returns lines of English for a log view; text of a server in them is only text
 */
export function storyOf(
  { ended }: RunRecord,
  index: RecordIndex,
  result: RequirementResult,
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
    `why: ${oneLine(reasonOf(index, result)?.en ?? '', 1000)}`,
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
