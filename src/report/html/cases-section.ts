import { CATEGORIES, type CaseResult } from '../../record/record.js';
import { problemKey } from '../group-reasons.js';
import { caseReason } from '../reason.js';
import { exchangesOf, keyOf } from '../record-index.js';
import { caseVerdicts, tally } from '../tally.js';
import type { Verdict } from '../verdict.js';
import { CATEGORY_WORDS, exchangesWords } from '../words.js';
import { drawLegend } from './bars.js';
import { drawRequest } from './as-text.js';
import type { Findings } from './findings.js';
import { headline } from './headline.js';
import { drawVerdict } from './icons.js';
import { both, type Markup, markup } from './markup.js';
import { shorten } from './shorten.js';

/** A reason that this many cases of a category have is told once, above them. */
const MANY = 4;
/** The requests of so many broken cases of a category stand in the page as plain HTML. */
const MAX_REQUESTS = 20;

/** A case with its place in the packed data and its verdict. */
type Placed = readonly [of: CaseResult, at: number, verdict: Verdict];

/** What was only observed, said before the long list since nothing else tells it. */
export function drawObservationsSection(findings: Findings): Markup | undefined {
  const observed = placed(findings).filter(([of]) => of.status === 'observed');
  if (observed.length === 0) return undefined;
  const id = findings.anchor('observations');
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${both({ en: 'Observed, not judged', zh: '仅记录，不作判定' })} <span class="count">${observed.length}</span></h2>
<ul class="rows">${observed.map((each) => drawCase(findings, each))}</ul></section>`;
}

/**
 * Every case, by category.
 *
 * @param around - what was sent around the cases, where it belongs to this endpoint alone
 */
export function drawCasesSection(findings: Findings, around?: Markup): Markup {
  const all = placed(findings);
  const groups = CATEGORIES.flatMap((category) => {
    const members = all.filter(([of]) => of.category === category);
    return members.length === 0
      ? []
      : markup`<details class="group"><summary><h3>${both(CATEGORY_WORDS[category])}</h3>${drawLegend(tally(members.map(([, , verdict]) => verdict)))}</summary>
${drawMembers(findings, members)}</details>`;
  });
  const id = findings.anchor('cases');
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${both({ en: 'Cases', zh: '用例' })} <span class="count">${all.length}</span></h2>
${groups}${around}<p class="only-paper soft" hidden>${both({ en: 'Each case and its exchanges: in the page on a screen, and in results.json.', zh: '各用例及其交互请在屏幕上展开查看，或见 results.json。' })}</p></section>`;
}

function placed({ record, places }: Findings): readonly Placed[] {
  const verdicts = caseVerdicts(record);
  return record.cases.map((of): Placed => [
    of,
    places.cases.get(keyOf(of)) ?? -1,
    verdicts.get(keyOf(of)) ?? of.status,
  ]);
}

/** The cases of a category; what many of them would repeat stands once before them. */
function drawMembers(findings: Findings, members: readonly Placed[]): Markup {
  const groups = new Map<string, CaseResult[]>();
  for (const [of] of members) {
    if (of.problem === undefined) continue;
    const key = problemKey(of);
    groups.set(key, [...(groups.get(key) ?? []), of]);
  }
  const common = new Set<CaseResult>();
  const told = [...groups.values()].map((group) => {
    const [first] = group;
    const reason = first && caseReason(findings.index, first);
    if (group.length < MANY || reason === undefined) return undefined;
    for (const of of group) common.add(of);
    return markup`<p class="common">${both({ en: `${group.length} cases:`, zh: `${group.length} 个用例：` })} ${both(shorten(reason, 1500))}</p>`;
  });
  const broken = members.filter(([, , verdict]) => verdict === 'failed' || verdict === 'warning');
  const shown = new Set(broken.slice(0, MAX_REQUESTS).map(([of]) => of));
  return markup`${told}<ul class="rows">${members.map((each) => drawCase(findings, each, common, shown))}</ul>`;
}

function drawCase(
  { index }: Findings,
  [of, at, verdict]: Placed,
  common: ReadonlySet<CaseResult> = new Set(),
  shown: ReadonlySet<CaseResult> = new Set(),
): Markup {
  const reason = common.has(of) ? undefined : caseReason(index, of);
  const { length } = exchangesOf(index, of);
  return markup`<li class="row case"><details data-case="${at}"><summary>
<span class="cell-verdict">${drawVerdict(verdict)}</span>
<span class="cell-rule"><b class="title">${both(headline(of.title))}</b>
<code class="id">${of.id}</code><br>${
    reason === undefined
      ? undefined
      : markup`<span class="reason">${both(shorten(reason, 1500))}</span>`
  }</span>
<span class="cell-cases">${both(exchangesWords(length))}</span>
</summary><div class="behind"></div>${shown.has(of) ? drawRequest(index, of) : undefined}</details></li>`;
}
