import type { Check, CheckResult, Diagnosis } from '../../record/diagnosis.js';
import { CHECKS } from '../../record/diagnosis.js';
import type { Text } from '../../text.js';
import type { ConsoleOptions } from './console.js';
import { columnsOf, padTo, painter, SIGNS, wrap } from './text.js';
import type { Style } from './text.js';
import type { Lang } from '../lang.js';
import type { About } from '../sentences/about.js';
import { checkSentence } from '../sentences/checks/check.js';
import { checkStep } from '../sentences/checks/step.js';
import { CHECK_WORDS } from '../sentences/checks/words.js';
import { oneLine } from '../visible.js';

/** How to draw for a terminal or a log. */
export type DiagnosisLook = Pick<ConsoleOptions, 'color' | 'width'>;

const MARKS: Readonly<Record<CheckResult, { readonly sign: string; readonly style: Style }>> = {
  ok: { sign: SIGNS.passed, style: 'green' },
  warning: { sign: SIGNS.warning, style: 'yellow' },
  wrong: { sign: SIGNS.failed, style: 'red' },
  'not-tried': { sign: SIGNS['not-applicable'], style: 'dim' },
  unknown: { sign: SIGNS.inconclusive, style: 'yellow' },
};

const WORDS = {
  ready: { en: 'A run can go ahead', zh: '可以运行' },
  notReady: { en: 'A run would not go ahead. First mend', zh: '暂时无法运行，请先处理' },
  notReached: { en: 'not come to', zh: '未检查' },
} as const;

/** Columns before what is told: sign, name, gaps. */
const INDENT = 2 + 2 + Math.max(...CHECKS.map((kind) => columnsOf(CHECK_WORDS[kind].en))) + 2;
const MOST = 1200;

/**
 * Draws one check for the console: what was seen, and below it the next step where there is one.
 *
 * @returns lines, each with its line break
 */
export function drawCheck(
  check: Check,
  about: About,
  lang: Lang,
  { color, width }: DiagnosisLook,
): string {
  const paint = painter(color);
  const { sign, style } = MARKS[check.result];
  const name = CHECK_WORDS[check.kind][lang];
  const seen = told(checkSentence(check, about), lang, width);
  const step = checkStep(check);
  const next = step === undefined ? [] : told(step, lang, width - 2);
  return lines([
    ...seen.map((line, at) =>
      at === 0
        ? `  ${paint(sign, style, 'bold')} ${paint(padTo(name, INDENT - 4), 'dim')}${line}`
        : `${' '.repeat(INDENT)}${line}`,
    ),
    ...next.map((line, at) => `${' '.repeat(INDENT)}${at === 0 ? '→ ' : '  '}${line}`),
  ]);
}

/** Draws the last lines of a diagnosis: whether a run can go ahead, and how, or what to mend. */
export function drawDiagnosisEnd(
  { checks, notReached, command, exitCode }: Diagnosis,
  lang: Lang,
  { color, width }: DiagnosisLook,
): string {
  const paint = painter(color);
  const between = lang === 'zh' ? '、' : ', ';
  const names = (kinds: readonly Check['kind'][]): string =>
    [...new Set(kinds.map((kind) => CHECK_WORDS[kind][lang]))].join(between);
  const wrong = checks.filter(({ result }) => result === 'wrong').map(({ kind }) => kind);
  const colon = lang === 'zh' ? '：' : ': ';
  const rest = `${WORDS.notReached[lang]}${colon}${names(notReached)}`;
  const [what, style] =
    exitCode === 0
      ? ([`${WORDS.ready[lang]}${colon}${command}`, 'green'] as const)
      : ([`${WORDS.notReady[lang]}${colon}${names(wrong)}`, 'red'] as const);
  return lines([
    ...(notReached.length === 0
      ? []
      : wrap(rest, width - 4).map((line) => `    ${paint(line, 'dim')}`)),
    '',
    ...wrap(what, width).map((line) => paint(line, style, 'bold')),
  ]);
}

function told(text: Text, lang: Lang, width: number): string[] {
  return wrap(oneLine(text[lang], MOST), width - INDENT);
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line.trimEnd()}\n`).join('');
}
