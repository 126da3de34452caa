import type { Category, RunRecord } from '../../record/record.js';
import { CATEGORIES } from '../../record/record.js';
import { keyOf } from '../record-index.js';
import { caseVerdicts, tally, tallyRequirements, total, type Tally } from '../tally.js';
import { type Verdict, VERDICTS, VERDICT_WORDS } from '../verdict.js';
import { CATEGORY_WORDS, LEVEL_WORDS } from '../words.js';
import { drawBar, drawLegend, drawSpark } from './bars.js';
import type { Findings } from './findings.js';
import { drawIcon } from './icons.js';
import { both, type Markup, markup } from './markup.js';

/** The counts as a picture: requirements by level, cases by category. */
export function drawPictureSection({ record, anchor }: Findings): Markup {
  return markup`<section class="picture" aria-labelledby="${anchor('picture')}">
<h2 id="${anchor('picture')}">${both({ en: 'At a glance', zh: '概览' })}</h2>
<div class="levels">${(['must', 'should'] as const).map((level) => drawLevel(record, level))}</div>
${drawCategories(record)}
</section>`;
}

function drawLevel(record: RunRecord, level: 'must' | 'should'): Markup {
  const counts = tallyRequirements(record, level);
  const explained =
    level === 'must'
      ? { en: 'what the document says', zh: '文档的明文规定' }
      : { en: 'what follows from it', zh: '由文档推出的要求' };
  return markup`<div class="level"><h3>${both(LEVEL_WORDS[level])} <span class="soft">${both(explained)} · ${total(counts)}</span></h3>
${drawBar(counts, LEVEL_WORDS[level])}${drawLegend(counts)}</div>`;
}

function drawCategories(record: RunRecord): Markup {
  const verdicts = caseVerdicts(record);
  const byCategory = CATEGORIES.map((category): [Category, Tally] => [
    category,
    tally(
      record.cases
        .filter((each) => each.category === category)
        .map((each) => verdicts.get(keyOf(each)) ?? each.status),
    ),
  ]);
  const shown = VERDICTS.filter((verdict) => byCategory.some(([, counts]) => counts[verdict] > 0));
  const head = shown.map(
    (verdict) =>
      markup`<th scope="col">${drawIcon(verdict)} <span class="wide">${both(VERDICT_WORDS[verdict])}</span></th>`,
  );
  const rows = byCategory
    .filter(([, counts]) => total(counts) > 0)
    .map(
      ([category, counts]) => markup`<tr><th scope="row">${both(CATEGORY_WORDS[category])}</th>
${shown.map((verdict) => drawCell(verdict, counts[verdict]))}<td class="spark">${drawSpark(counts, CATEGORY_WORDS[category])}</td></tr>`,
    );
  return markup`<table class="categories"><caption>${both({
    en: 'Cases by category',
    zh: '各类用例',
  })}</caption><thead><tr><td></td>${head}<td class="spark"></td></tr></thead><tbody>${rows}</tbody></table>`;
}

function drawCell(verdict: Verdict, count: number): Markup {
  return count === 0
    ? markup`<td class="none">·</td>`
    : markup`<td class="v-${verdict}"><b>${count}</b></td>`;
}
