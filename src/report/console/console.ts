import type { RunRecord } from '../../record/record.js';
import { countLines } from './counts.js';
import { tellFailure } from './failure.js';
import { tellReasons } from './reasons.js';
import { padTo, type Paint, painter, SIGNS, STYLES, wrap } from './text.js';
import { groupFailures, rulesOf } from '../group-failures.js';
import type { Lang } from '../lang.js';
import { indexRecord } from '../record-index.js';
import { kindOf, thingOf } from '../sentences/about.js';
import { leftSentence } from '../sentences/left-reason.js';
import { noteSentence } from '../sentences/note.js';
import { outcomeHeadline } from '../sentences/conditions.js';
import { outcomeSentence } from '../sentences/outcome.js';
import { requirementsThat } from '../tally.js';
import { tellPartial } from '../told-partial.js';
import { type Verdict, VERDICT_WORDS } from '../verdict.js';
import { oneLine } from '../visible.js';
import { effortBeside, EMBEDDED_WORDS } from '../words.js';

/** How to draw for a terminal or a log. */
export interface ConsoleOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Paths of the reports that were written, to be named at the end. */
  readonly reports?: readonly string[];
}

/** This many failures are told in full, with what they explain; the others with their reasons. */
const MAX_FULL = 10;
/** This many notes are told. */
const MAX_NOTES = 50;

const WORDS = {
  next: { en: 'next', zh: '下一步' },
  run: { en: 'run', zh: '运行' },
  reports: { en: 'reports', zh: '报告' },
  note: { en: 'note', zh: '说明' },
  left: { en: 'left on the target', zh: '目标上的残留' },
  exchanges: { en: 'exchanges', zh: '次交互' },
  insecure: { en: 'TLS was not verified (--insecure)', zh: '未校验 TLS 证书（--insecure）' },
} as const;

const OUTCOME_SIGNS = {
  conformant: { sign: SIGNS.passed, style: 'green' },
  nonconformant: { sign: SIGNS.failed, style: 'red' },
  incomplete: { sign: SIGNS.inconclusive, style: 'yellow' },
} as const;

/**
 * Draws the outcome of a run for the console: the outcome first, then what failed, then the rest.
 *
 * @param record - the record
 * @param lang - the language of the words
 * @param options - colour, width, paths of the reports
 * @returns lines, each with its line break; nothing that a server sent can act on the terminal
 */
export function drawOutcome(record: RunRecord, lang: Lang, options: ConsoleOptions): string {
  const paint = painter(options.color);
  const { sign, style } = OUTCOME_SIGNS[record.outcome];
  const facts = `${record.counts.exchanges} ${WORDS.exchanges[lang]} · ${(record.durationMs / 1000).toFixed(1)} s${effortBeside(record.suite)}`;
  const label = (name: string, text: string, max = 1200): string[] =>
    labelled(name, oneLine(text, max), options.width, paint, '    ');
  const footing = (name: string, text: string): string[] =>
    labelled(name, oneLine(text, 1200), options.width, paint, '  ');
  const failed = requirementsThat(record, 'failed');
  const index = indexRecord(record);
  const groups = groupFailures(failed, index);
  const reasons = (verdict: Verdict, results: typeof failed): string[] =>
    tellReasons(results, index, verdict, lang, options.width, paint);
  const { strict } = record.settings;
  const teller = { index, lang, strict, paint, label };
  const partial = tellPartial(record);
  const about = { thing: thingOf(record.endpoints) };
  return [
    '',
    `${paint(`${sign} ${outcomeHeadline(record)[lang]}`, style, 'bold')}  ${targetIn(record, lang)}  ${paint(facts, 'dim')}`,
    ...wrap(oneLine(outcomeSentence(record)[lang], 1200), options.width - 2).map(
      (line) => `  ${line}`,
    ),
    '',
    ...countLines(record, lang, paint),
    ...(record.settings.insecure ? [`  ${paint(`! ${WORDS.insecure[lang]}`, 'yellow')}`] : []),
    ...title('failed', failed.length, lang, paint),
    ...groups.slice(0, MAX_FULL).flatMap((group) => tellFailure(group, teller)),
    ...reasons('failed', groups.slice(MAX_FULL).flatMap(rulesOf)),
    ...(['warning', 'inconclusive', 'waived', 'deviation', 'not-applicable'] as const).flatMap(
      (verdict) => {
        const results = requirementsThat(record, verdict);
        return [...title(verdict, results.length, lang, paint), ...reasons(verdict, results)];
      },
    ),
    ...tellLeftovers(record, lang, paint),
    '',
    ...record.notes
      .slice(0, MAX_NOTES)
      .flatMap((note) => footing(WORDS.note[lang], noteSentence(note, about)[lang])),
    ...(partial === undefined
      ? []
      : [
          ...(partial.why === undefined ? [] : footing(WORDS.note[lang], partial.why[lang])),
          ...footing(WORDS.next[lang], partial.next[lang]),
          `  ${paint(padTo(WORDS.run[lang], 11), 'dim')}${oneLine(partial.command, 1000)}`,
        ]),
    ...(options.reports ?? []).map(
      (path, at) =>
        `  ${paint(padTo(at === 0 ? WORDS.reports[lang] : '', 11), 'dim')}${oneLine(path, 1000)}`,
    ),
    '',
  ].join('\n');
}

function labelled(
  name: string,
  text: string,
  width: number,
  paint: Paint,
  indent: string,
): string[] {
  return wrap(text, width - 15).map(
    (line, at) => `${indent}${paint(padTo(at === 0 ? name : '', 11), 'dim')}${line}`,
  );
}

function title(verdict: Verdict, count: number, lang: Lang, paint: Paint): string[] {
  return count === 0
    ? []
    : ['', paint(`${VERDICT_WORDS[verdict][lang]} (${count})`, STYLES[verdict], 'bold')];
}

function targetIn({ target }: RunRecord, lang: Lang): string {
  const address = oneLine(target.baseUrl, 200);
  return target.embedded ? `${EMBEDDED_WORDS[lang]} ${address}` : address;
}

function tellLeftovers(record: RunRecord, lang: Lang, paint: Paint): string[] {
  if (record.leftovers.length === 0) return [];
  return [
    '',
    paint(`${WORDS.left[lang]} (${record.leftovers.length})`, 'yellow', 'bold'),
    ...record.leftovers.map(
      (left) =>
        `  ${oneLine(kindOf(left)[lang], 40)} ${oneLine(left.of, 120)} ${oneLine(left.id ?? '?', 40)}  ${oneLine(leftSentence(left.why)[lang], 400)}`,
    ),
  ];
}
