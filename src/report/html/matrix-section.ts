import { CATEGORIES, type RequirementResult } from '../../record/record.js';
import type { Text } from '../../text.js';
import { reasonOf } from '../reason.js';
import { keyOf } from '../record-index.js';
import { categoriesOf, tally } from '../tally.js';
import { REQUIREMENT_VERDICTS, type Verdict, VERDICT_WORDS, verdictOf } from '../verdict.js';
import { CATEGORY_WORDS, LEVEL_WORDS } from '../words.js';
import { drawEvidence } from './as-text.js';
import { drawErratum } from './erratum.js';
import type { Findings } from './findings.js';
import { headline } from './headline.js';
import { drawIcon, drawVerdict } from './icons.js';
import { both, type Markup, markup } from './markup.js';
import { drawQuote } from './quote.js';
import { rowId } from './row-id.js';
import { shorten } from './shorten.js';
import { commonReasons } from './unjudged-section.js';

/** The verdicts whose evidence stands in the page as plain HTML, of so many requirements at most. */
const BROKEN: ReadonlySet<Verdict> = new Set(['failed', 'warning', 'waived', 'deviation']);
const MAX_EVIDENCE = 40;

/** Every requirement with the document's sentence and its verdict; behind each its cases. */
export function drawMatrixSection(findings: Findings): Markup {
  const { record, anchor } = findings;
  const { strict } = record.settings;
  const categories = categoriesOf(record);
  const common = commonReasons(findings);
  const verdicts = record.requirements.map((result) => verdictOf(result, strict));
  const broken = record.requirements.filter((result) => BROKEN.has(verdictOf(result, strict)));
  const told = new Set(broken.slice(0, MAX_EVIDENCE));
  const rows = record.requirements.map((result) =>
    drawRow(
      findings,
      result,
      verdictOf(result, strict),
      categories.get(keyOf(result)) ?? [],
      common.get(keyOf(result)),
      told.has(result) ? drawEvidence(findings.index, result) : undefined,
    ),
  );
  return markup`<section class="matrix" aria-labelledby="${anchor('matrix')}">
<h2 id="${anchor('matrix')}">${both({ en: 'Requirements', zh: '要求矩阵' })} <span class="count">${rows.length}</span></h2>
${drawFilters(verdicts)}
<p class="shown needs-js" hidden role="status" aria-live="polite"></p>
<ul class="rows">${rows}</ul>
<p class="empty" hidden>${both({ en: 'Nothing matches these filters.', zh: '没有符合筛选条件的要求。' })} <button type="button" class="plain" data-clear>${both({ en: 'Show all', zh: '显示全部' })}</button></p>
</section>`;
}

function drawFilters(verdicts: readonly Verdict[]): Markup {
  const counts = tally(verdicts);
  const chips = REQUIREMENT_VERDICTS.filter((verdict) => counts[verdict] > 0).map(
    (verdict) =>
      markup`<button type="button" class="chip v-${verdict}" data-verdict="${verdict}" aria-pressed="false">${drawIcon(verdict)}${both(VERDICT_WORDS[verdict])} <b>${counts[verdict]}</b></button>`,
  );
  return markup`<form class="filters needs-js" hidden role="search">
<div class="chips" role="group" data-label-en="Verdict" data-label-zh="结论">${chips}</div>
<div class="fields"><input type="search" name="text" autocomplete="off" spellcheck="false" data-label-en="Search title, id or sentence" data-label-zh="搜索标题、编号或原文">
<select name="level" data-label-en="Level" data-label-zh="级别"><option value="" data-en="must and should" data-zh="全部级别">must and should</option>
${(['must', 'should'] as const).map((level) => drawOption(level, LEVEL_WORDS[level]))}</select>
<select name="category" data-label-en="Category" data-label-zh="类别"><option value="" data-en="all categories" data-zh="全部类别">all categories</option>
${CATEGORIES.map((category) => drawOption(category, CATEGORY_WORDS[category]))}</select></div>
</form>`;
}

function drawOption(value: string, words: { readonly en: string; readonly zh: string }): Markup {
  return markup`<option value="${value}" data-en="${words.en}" data-zh="${words.zh}">${words.en}</option>`;
}

function drawRow(
  { index, places }: Findings,
  result: RequirementResult,
  verdict: Verdict,
  categories: readonly string[],
  common: string | undefined,
  evidence: Markup | undefined,
): Markup {
  const at = places.requirements.get(keyOf(result));
  return markup`<li class="row" id="${rowId(result)}" data-verdict="${verdict}" data-level="${result.level}" data-categories="${categories.join(' ')}"><details data-requirement="${at}"><summary>
<span class="cell-verdict">${drawVerdict(verdict)}</span>
<span class="cell-rule"><b class="title">${both(headline(result.title))}</b>
<code class="id">${result.id}</code><br>${drawQuote(result.source)}<br>${drawErratum(result)}${drawReason(reasonOf(index, result), common)}</span>
<span class="cell-level"><span class="tag l-${result.level}">${both(LEVEL_WORDS[result.level])}</span>${
    result.flaky === true
      ? markup`<span class="tag">${both({ en: 'flaky', zh: '时好时坏' })}</span>`
      : undefined
  }</span>
<span class="cell-cases">${both(countCases(result.cases.length))}</span>
</summary><div class="behind"></div>${evidence}</details></li>`;
}

/** Why; where many have the same reason, where it is told. */
function drawReason(reason: Text | undefined, anchor: string | undefined): Markup | undefined {
  if (reason === undefined) return undefined;
  return anchor === undefined
    ? markup`<span class="reason">${both(shorten(reason, 1500))}</span>`
    : markup`<a class="reason" href="#${anchor}">${both({ en: 'The reason, which many share', zh: '原因（多条要求相同）' })} <span aria-hidden="true">↑</span></a>`;
}

function countCases(count: number): { readonly en: string; readonly zh: string } {
  return { en: count === 1 ? '1 case' : `${count} cases`, zh: `${count} 个用例` };
}
