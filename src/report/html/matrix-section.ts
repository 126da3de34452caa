import type { RequirementResult, RunRecord } from '../../record/record.js';
import { CATEGORIES } from '../../record/record.js';
import { reasonText } from '../lang.js';
import { categoriesOf, tally } from '../tally.js';
import { REQUIREMENT_VERDICTS, type Verdict, VERDICT_WORDS, verdictOf } from '../verdict.js';
import { CATEGORY_WORDS, LEVEL_WORDS } from '../words.js';
import type { Findings } from './findings.js';
import { headline } from './headline.js';
import { drawIcon, drawVerdict } from './icons.js';
import { both, type Markup, markup } from './markup.js';
import { drawQuote } from './quote.js';
import { rowId } from './row-id.js';
import { shorten } from './shorten.js';
import { commonReasons } from './unjudged-section.js';

/** Every requirement with the document's sentence and its verdict; behind each its cases. */
export function drawMatrixSection(record: RunRecord, findings: Findings): Markup {
  const { strict } = record.settings;
  const categories = categoriesOf(record);
  const common = commonReasons(findings);
  const verdicts = record.requirements.map((result) => verdictOf(result, strict));
  const rows = record.requirements.map((result, at) =>
    drawRow(result, at, verdictOf(result, strict), categories.get(result.id) ?? [], common),
  );
  return markup`<section class="matrix" aria-labelledby="matrix">
<h2 id="matrix">${both({ en: 'Requirements', zh: '要求矩阵' })} <span class="count">${rows.length}</span></h2>
${drawFilters(verdicts)}
<p class="shown needs-js" role="status" aria-live="polite"></p>
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
  return markup`<form class="filters needs-js" role="search">
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
  result: RequirementResult,
  at: number,
  verdict: Verdict,
  categories: readonly string[],
  common: ReadonlyMap<string, string>,
): Markup {
  return markup`<li class="row" id="${rowId(result.id)}" data-verdict="${verdict}" data-level="${result.level}" data-categories="${categories.join(' ')}"><details data-requirement="${at}"><summary>
<span class="cell-verdict">${drawVerdict(verdict)}</span>
<span class="cell-rule"><b class="title">${both(headline(result.title))}</b><code class="id">${result.id}</code>${drawQuote(result.source)}${drawReason(result, common.get(result.id))}</span>
<span class="cell-level"><span class="tag l-${result.level}">${both(LEVEL_WORDS[result.level])}</span>${
    result.flaky === true
      ? markup`<span class="tag">${both({ en: 'flaky', zh: '时好时坏' })}</span>`
      : undefined
  }</span>
<span class="cell-cases">${both(countCases(result.cases.length))}</span>
</summary><div class="behind"></div></details></li>`;
}

/** Why; where many have the same reason, where it is told. */
function drawReason(result: RequirementResult, anchor: string | undefined): Markup | undefined {
  const reason = reasonText(result);
  if (reason === undefined) return undefined;
  return anchor === undefined
    ? markup`<span class="reason">${both(shorten(reason, 1500))}</span>`
    : markup`<a class="reason" href="#${anchor}">${both({ en: 'The reason, which many share', zh: '原因（多条要求相同）' })} <span aria-hidden="true">↑</span></a>`;
}

function countCases(count: number): { readonly en: string; readonly zh: string } {
  return { en: count === 1 ? '1 case' : `${count} cases`, zh: `${count} 个用例` };
}
