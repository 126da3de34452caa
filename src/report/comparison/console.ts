import type {
  Comparison,
  RequirementChange,
  Severity,
} from '../../record/comparison/comparison.js';
import { SEVERITIES } from '../../record/comparison/comparison.js';
import { columnsOf, padTo, type Paint, painter, type Style, wrap } from '../console/text.js';
import type { ConsoleOptions } from '../console/console.js';
import type { Lang } from '../lang.js';
import { differenceSentence, placesWords } from '../sentences/comparison/difference.js';
import { headlineOf } from '../sentences/comparison/headline.js';
import { reservationSentence } from '../sentences/comparison/reservation.js';
import {
  CAUSE_WORDS,
  CHANGE_WORDS,
  resultWords,
  SEVERITY_WORDS,
} from '../sentences/comparison/words.js';
import { oneLine } from '../visible.js';
import { OUTCOME_WORDS } from '../words.js';
import { acceptanceLines } from './acceptance.js';
import { type Item, itemsOf } from './items.js';
import { changeReason } from './change-reason.js';

/** So many things that changed are told; of the others there is the number. */
const MOST = 30;
/** Of requirements that went with a difference, so many are named. */
const MOST_NAMES = 6;

const STYLES: Readonly<Record<Severity, Style>> = {
  breaking: 'red',
  risky: 'yellow',
  additive: 'cyan',
};

const WORDS = {
  before: { en: 'before', zh: '之前' },
  after: { en: 'after', zh: '之后' },
  note: { en: 'note', zh: '说明' },
  reports: { en: 'reports', zh: '报告' },
  latency: { en: 'latency', zh: '耗时' },
  more: { en: 'more in the reports', zh: '项见报告' },
  still: { en: 'still failing', zh: '仍未通过' },
} as const;

/**
 * Draws a comparison for the console: what was left out, then what got worse, then the rest.
 *
 * @param comparison - the comparison
 * @param lang - the language of the words
 * @param options - colour, width, paths of the reports
 * @returns lines; nothing that a server sent can act on the terminal
 */
export function drawComparison(
  comparison: Comparison,
  lang: Lang,
  options: ConsoleOptions,
): string {
  const paint = painter(options.color);
  const footing = (name: string, text: string): string[] =>
    wrap(oneLine(text, 1200), options.width - 15).map(
      (line, at) => `  ${paint(padTo(at === 0 ? name : '', 11), 'dim')}${line}`,
    );
  const items = itemsOf(comparison);
  const result = resultWords(comparison)[lang];
  return [
    '',
    paint(result, resultStyle(comparison), 'bold'),
    ...wrap(oneLine(headlineOf(comparison)[lang], 1200), options.width - 2).map((it) => `  ${it}`),
    '',
    ...(['before', 'after'] as const).flatMap((side) =>
      footing(WORDS[side][lang], runLine(comparison[side], lang)),
    ),
    ...comparison.reservations.flatMap((one) =>
      footing(WORDS.note[lang], reservationSentence(one)[lang]),
    ),
    ...SEVERITIES.flatMap((severity) =>
      tellItems(severity, items, comparison, { lang, paint, width: options.width }),
    ),
    ...stillFailing(comparison, lang, paint),
    '',
    ...acceptanceLines(comparison).flatMap((text) => footing(WORDS.note[lang], text[lang])),
    ...comparison.latency
      .slice(0, 10)
      .flatMap(({ endpoint, before, after }) =>
        footing(
          WORDS.latency[lang],
          `${endpoint}: ${before.medianMs} → ${after.medianMs} ms (95 %: ${before.p95Ms} → ${after.p95Ms} ms)`,
        ),
      ),
    ...(options.reports ?? []).flatMap((path, at) =>
      footing(at === 0 ? WORDS.reports[lang] : '', path),
    ),
    '',
  ].join('\n');
}

function resultStyle({ exitCode }: Comparison): Style {
  if (exitCode === 0) return 'green';
  return exitCode === 10 ? 'yellow' : 'red';
}

function runLine(run: Comparison['before'], lang: Lang): string {
  const { name, outcome, startedAt, baseUrl, version, effort, counts } = run;
  return `${name} · ${OUTCOME_WORDS[outcome][lang]} · ${baseUrl} · ${startedAt.slice(0, 16).replace('T', ' ')} · ${version}, ${effort} · ${counts.passed}/${Object.values(counts).reduce((sum, count) => sum + count, 0)}`;
}

interface Teller {
  readonly lang: Lang;
  readonly paint: Paint;
  readonly width: number;
}

function tellItems(
  severity: Severity,
  items: readonly Item[],
  comparison: Comparison,
  teller: Teller,
): string[] {
  const own = items.filter((item) => item.severity === severity);
  if (own.length === 0) return [];
  const { lang, paint } = teller;
  const rest = own.length - MOST;
  return [
    '',
    paint(`${SEVERITY_WORDS[severity][lang]} (${own.length})`, STYLES[severity], 'bold'),
    ...own.slice(0, MOST).flatMap((item) => tellItem(item, comparison, teller)),
    ...(rest > 0 ? [`  … ${rest} ${WORDS.more[lang]}`] : []),
  ];
}

function tellItem(
  { difference, requirements }: Item,
  comparison: Comparison,
  { lang, paint, width }: Teller,
): string[] {
  const indented = (text: string, indent: string): string[] =>
    wrap(oneLine(text, 1200), width - columnsOf(indent)).map((line) => `${indent}${line}`);
  const [first] = requirements;
  if (difference === undefined) {
    return first === undefined
      ? []
      : [
          ...indented(changeLine(first, lang), '  '),
          ...indented(changeReason(comparison, first)?.[lang] ?? '', '      ').filter(
            (line) => line.trim() !== '',
          ),
        ];
  }
  const { endpoints, cause, count, places } = difference;
  const cases = [...new Set(places.flatMap((place) => place.case ?? []))];
  const shown = cases.slice(0, 3).join(', ');
  const where = `${placesWords(count)[lang]} · ${CAUSE_WORDS[cause][lang]}${shown === '' ? '' : ` · ${shown}${cases.length > 3 ? ' …' : ''}`}`;
  return [
    ...indented(`${endpoints.join(', ')}: ${differenceSentence(difference)[lang]}`, '  '),
    ...indented(where, '      ').map((line) => paint(line, 'dim')),
    ...changesTogether(requirements, lang).flatMap((line) => indented(`→ ${line}`, '      ')),
  ];
}

/** Requirements that went with a difference, by what became of them. */
function changesTogether(requirements: readonly RequirementChange[], lang: Lang): string[] {
  const changes = [...new Set(requirements.map(({ change }) => change))];
  return changes.map((change) => {
    const own = requirements.filter((one) => one.change === change);
    const names = own.slice(0, MOST_NAMES).map(({ id, level }) => `${id} (${level})`);
    const more = own.length > names.length ? ` … +${own.length - names.length}` : '';
    return `${CHANGE_WORDS[change][lang]} (${own.length}): ${names.join(', ')}${more}`;
  });
}

function changeLine(
  { id, endpoint, level, change, title, cause }: RequirementChange,
  lang: Lang,
): string {
  return `${CHANGE_WORDS[change][lang]}: ${endpoint}/${id} (${level}) · ${title[lang]} · ${CAUSE_WORDS[cause][lang]}`;
}

function stillFailing({ requirements }: Comparison, lang: Lang, paint: Paint): string[] {
  const still = requirements.filter(({ change }) => change === 'still-failing');
  if (still.length === 0) return [];
  return [
    '',
    paint(`${WORDS.still[lang]} (${still.length})`, 'dim'),
    ...still.slice(0, MOST).map(({ endpoint, id }) => `  ${oneLine(`${endpoint}/${id}`, 200)}`),
  ];
}
