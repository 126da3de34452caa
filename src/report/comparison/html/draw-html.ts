import type { Comparison } from '../../../record/comparison/comparison.js';
import { COMPARISON_EXIT_CODES } from '../../../record/exit-code.js';
import type { Text } from '../../../text.js';
import { drawFrame } from '../../html/frame.js';
import { drawIconShapes, drawSeal } from '../../html/icons.js';
import { both, type Markup, markup } from '../../html/markup.js';
import { shorten } from '../../html/shorten.js';
import type { Lang } from '../../lang.js';
import { headlineOf } from '../../sentences/comparison/headline.js';
import { reservationSentence } from '../../sentences/comparison/reservation.js';
import { resultWords } from '../../sentences/comparison/words.js';
import { OUTCOME_WORDS } from '../../words.js';
import { cut } from '../../visible.js';
import { acceptanceLines } from '../acceptance.js';
import { drawChanges } from './changes-section.js';
import { drawFlows } from './flows.js';
import { type ComparedRecords, placeDrawer } from './places.js';
import { drawComparisonScript } from './script.js';
import { drawDocuments, drawLatency, drawRules, drawRuns, drawStillFailing } from './sections.js';
import { drawComparisonStyle } from './style.js';

/** How a result looks: the outcome of a run that it is like. */
const LOOKS = {
  same: ['conformant', 'passed', '%230a7d55'],
  different: ['different', 'warning', '%238b5000'],
  worse: ['nonconformant', 'failed', '%23c0271d'],
  incomparable: ['incomplete', 'inconclusive', '%236a45c9'],
} as const;

/**
 * Draws a comparison as one self-contained page in both languages: what got worse first, each change
 * with both exchanges side by side. All of it is there without a script.
 *
 * @param records - the two that were compared
 * @param lang - the language of the page where its script does not run
 * @returns an HTML document in which text of a server is only text
 */
export function drawComparisonHtml(
  comparison: Comparison,
  records: ComparedRecords,
  lang: Lang,
): string {
  const title = (of: Lang): string =>
    `${resultWords(comparison)[of]} · ${cut(comparison.before.name, 60)} → ${cut(comparison.after.name, 60)} · cmdb-conformance`;
  return drawFrame({
    lang,
    title: { en: title('en'), zh: title('zh') },
    colour: lookOf(comparison)[2],
    style: drawComparisonStyle(),
    script: drawComparisonScript(),
    body: drawBody(comparison, records),
  });
}

function lookOf({ exitCode }: Comparison): (typeof LOOKS)[keyof typeof LOOKS] {
  if (exitCode === COMPARISON_EXIT_CODES.same) return LOOKS.same;
  if (exitCode === COMPARISON_EXIT_CODES.different) return LOOKS.different;
  return exitCode === COMPARISON_EXIT_CODES.worse ? LOOKS.worse : LOOKS.incomparable;
}

function drawBody(comparison: Comparison, records: ComparedRecords): Markup {
  return markup`${drawIconShapes()}
${drawTopBar()}
<main>
${drawResult(comparison)}
${drawReservations(comparison)}
${drawFlows(comparison)}
${drawChanges(comparison, placeDrawer(comparison, records))}
${drawStillFailing(comparison)}
${drawDocuments(comparison)}
${drawLatency(comparison)}
${drawRules(comparison)}
${drawRuns(comparison)}
</main>
<footer><p>${both({
    en: 'Drawn from the records of the two runs alone.',
    zh: '仅由两次运行的记录绘制。',
  })}</p></footer>`;
}

function drawTopBar(): Markup {
  const places: readonly (readonly [string, Text])[] = [
    ['changes', { en: 'What changed', zh: '变化' }],
    ['rules', { en: 'Placeholders', zh: '占位规则' }],
    ['runs', { en: 'The two runs', zh: '两次运行' }],
  ];
  return markup`<header class="top"><a class="brand" href="#result">cmdb-conformance</a>
<nav aria-label="Sections" data-label-en="Sections" data-label-zh="章节">${places.map(([anchor, words]) => markup`<a href="#${anchor}">${both(words)}</a>\n`)}</nav>
<div class="langs needs-js" hidden role="group" aria-label="语言 / Language"><button type="button" data-lang-button="zh" lang="zh-CN">中文</button><button type="button" data-lang-button="en" lang="en">English</button></div></header>`;
}

function drawResult(comparison: Comparison): Markup {
  const [look, shape] = lookOf(comparison);
  const fact = (name: Text, value: Markup | string | number): Markup =>
    markup`<div><dt>${both(name)}</dt><dd>${value}</dd></div>`;
  const run = ({ name, outcome }: Comparison['before']): Markup =>
    markup`${cut(name, 120)} <span class="soft">${both(OUTCOME_WORDS[outcome])}</span>`;
  return markup`<section class="outcome o-${look === 'different' ? 'different' : look}" aria-labelledby="result">
${drawSeal(shape)}
<div class="said"><h1 id="result">${both(resultWords(comparison))}</h1>
<p class="why">${both(shorten(headlineOf(comparison), 1500))}</p></div>
<dl class="facts">${fact({ en: 'Before', zh: '之前' }, run(comparison.before))}${fact({ en: 'After', zh: '之后' }, run(comparison.after))}${fact({ en: 'Requests compared', zh: '比较的请求' }, comparison.compared)}${fact({ en: 'Exit code', zh: '退出码' }, comparison.exitCode)}</dl>
</section>`;
}

/** What was left out, and what an accept file took out: it stands first. */
function drawReservations(comparison: Comparison): Markup | undefined {
  const all = [...comparison.reservations.map(reservationSentence), ...acceptanceLines(comparison)];
  if (all.length === 0) return undefined;
  return markup`<aside class="callout v-inconclusive"><h2>${both({ en: 'To be known beforehand', zh: '须先知悉' })}</h2><ul>${all.slice(0, 200).map((text) => markup`<li>${both(shorten(text, 1500))}</li>`)}</ul></aside>`;
}
