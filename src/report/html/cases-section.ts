import type { CaseResult, RunRecord } from '../../record/record.js';
import { CATEGORIES } from '../../record/record.js';
import { reasonText } from '../lang.js';
import { caseVerdicts, tally } from '../tally.js';
import type { Verdict } from '../verdict.js';
import { CATEGORY_WORDS } from '../words.js';
import { drawLegend } from './bars.js';
import { headline } from './headline.js';
import { drawVerdict } from './icons.js';
import { both, type Markup, markup } from './markup.js';
import { shorten } from './shorten.js';

/** A reason that this many cases of a category have is told once, above them. */
const MANY = 4;

/** A case with its place in the packed data and its verdict. */
type Placed = readonly [of: CaseResult, at: number, verdict: Verdict];

/** What was only observed, said before the long list since nothing else tells it. */
export function drawObservationsSection(record: RunRecord): Markup | undefined {
  const observed = placed(record).filter(([of]) => of.status === 'observed');
  if (observed.length === 0) return undefined;
  return markup`<section aria-labelledby="observations"><h2 id="observations">${both({ en: 'Observed, not judged', zh: '仅记录，不作判定' })} <span class="count">${observed.length}</span></h2>
<ul class="rows">${observed.map((each) => drawCase(each))}</ul></section>`;
}

/** Every case, by category. */
export function drawCasesSection(record: RunRecord): Markup {
  const all = placed(record);
  const groups = CATEGORIES.flatMap((category) => {
    const members = all.filter(([of]) => of.category === category);
    return members.length === 0
      ? []
      : markup`<details class="group"><summary><h3>${both(CATEGORY_WORDS[category])}</h3>${drawLegend(tally(members.map(([, , verdict]) => verdict)))}</summary>
${drawMembers(members)}</details>`;
  });
  return markup`<section aria-labelledby="cases"><h2 id="cases">${both({ en: 'Cases', zh: '用例' })} <span class="count">${all.length}</span></h2>
${groups}${drawHousekeeping(record)}<p class="only-paper soft">${both({ en: 'Each case and its exchanges: in the page on a screen, and in results.json.', zh: '各用例及其交互请在屏幕上展开查看，或见 results.json。' })}</p></section>`;
}

function placed(record: RunRecord): readonly Placed[] {
  const verdicts = caseVerdicts(record);
  return record.cases.map((of, at): Placed => [of, at, verdicts.get(of.id) ?? of.status]);
}

/** The cases of a category; what many of them would repeat stands once before them. */
function drawMembers(members: readonly Placed[]): Markup {
  const counts = new Map<string, number>();
  for (const [{ reason }] of members) {
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const common = new Set([...counts].flatMap(([reason, count]) => (count < MANY ? [] : reason)));
  const told = [...common].map((reason) => {
    const [first] = members.find(([of]) => of.reason === reason) ?? [];
    const text = first === undefined ? undefined : reasonText(first);
    const count = counts.get(reason) ?? 0;
    return text === undefined
      ? undefined
      : markup`<p class="common">${both({ en: `${count} cases:`, zh: `${count} 个用例：` })} ${both(shorten(text, 1500))}</p>`;
  });
  return markup`${told}<ul class="rows">${members.map((each) => drawCase(each, common))}</ul>`;
}

function drawCase([of, at, verdict]: Placed, common: ReadonlySet<string> = new Set()): Markup {
  const reason = common.has(of.reason ?? '') ? undefined : reasonText(of);
  return markup`<li class="row case"><details data-case="${at}"><summary>
<span class="cell-verdict">${drawVerdict(verdict)}</span>
<span class="cell-rule"><b class="title">${both(headline(of.title))}</b><code class="id">${of.id}</code>${
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
