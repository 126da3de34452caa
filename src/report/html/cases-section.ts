import type { CaseResult, RunRecord } from '../../suite/record.js';
import { CATEGORIES } from '../../suite/record.js';
import { reasonText } from '../lang.js';
import { tally } from '../tally.js';
import { CATEGORY_WORDS } from '../words.js';
import { drawLegend } from './bars.js';
import { drawVerdict } from './icons.js';
import { both, type Markup, markup } from './markup.js';
import { shorten } from './shorten.js';

/** A case with its place in the packed data. */
type Placed = readonly [of: CaseResult, at: number];

/** What was only observed, said before the long list since nothing else tells it. */
export function drawObservationsSection(record: RunRecord): Markup | undefined {
  const observed = placed(record).filter(([of]) => of.status === 'observed');
  if (observed.length === 0) return undefined;
  return markup`<section aria-labelledby="observations"><h2 id="observations">${both({ en: 'Observed, not judged', zh: '仅记录，不作判定' })} <span class="count">${observed.length}</span></h2>
<ul class="rows">${observed.map(drawCase)}</ul></section>`;
}

/** Every case, by category. */
export function drawCasesSection(record: RunRecord): Markup {
  const all = placed(record);
  const groups = CATEGORIES.flatMap((category) => {
    const members = all.filter(([of]) => of.category === category);
    return members.length === 0
      ? []
      : markup`<details class="group"><summary><h3>${both(CATEGORY_WORDS[category])}</h3>${drawLegend(tally(members.map(([of]) => of.status)))}</summary>
<ul class="rows">${members.map(drawCase)}</ul></details>`;
  });
  return markup`<section aria-labelledby="cases"><h2 id="cases">${both({ en: 'Cases', zh: '用例' })} <span class="count">${all.length}</span></h2>
${groups}${drawHousekeeping(record)}<p class="only-paper soft">${both({ en: 'Each case and its exchanges: in the page on a screen, and in results.json.', zh: '各用例及其交互请在屏幕上展开查看，或见 results.json。' })}</p></section>`;
}

function placed(record: RunRecord): readonly Placed[] {
  return record.cases.map((of, at): Placed => [of, at]);
}

function drawCase([of, at]: Placed): Markup {
  const reason = reasonText(of);
  return markup`<li class="row case"><details data-case="${at}"><summary>
<span class="cell-verdict">${drawVerdict(of.status)}</span>
<span class="cell-rule"><b class="title">${both(shorten(of.title, 300))}</b><code class="id">${of.id}</code>${
    reason === undefined
      ? undefined
      : markup`<span class="reason">${both(shorten(reason, 1500))}</span>`
  }</span>
<span class="cell-cases">${both({
    en: of.exchanges.length === 1 ? '1 exchange' : `${of.exchanges.length} exchanges`,
    zh: `${of.exchanges.length} 次交互`,
  })}</span>
</summary><div class="behind"></div></details></li>`;
}

function drawHousekeeping({ housekeeping }: RunRecord): Markup | undefined {
  if (housekeeping.length === 0) return undefined;
  return markup`<details class="group" data-housekeeping="1"><summary><h3>${both({ en: 'before, between and after the cases', zh: '用例之外的准备与清理' })}</h3><span class="soft">${both(
    {
      en: housekeeping.length === 1 ? '1 exchange' : `${housekeeping.length} exchanges`,
      zh: `${housekeeping.length} 次交互`,
    },
  )}</span></summary><div class="behind"></div></details>`;
}
