import type { RequirementResult } from '../../record/record.js';
import { reasonOf } from '../reason.js';
import { requirementsThat } from '../tally.js';
import { LEVEL_WORDS } from '../words.js';
import type { Findings } from './findings.js';
import { headline } from './headline.js';
import { drawIcon } from './icons.js';
import { both, type Markup, markup } from './markup.js';
import { rowId } from './row-id.js';
import { shorten } from './shorten.js';

/** What failed and decides nothing: waived first, then what is known of the chosen releases. */
export function drawDeclaredSections(findings: Findings): readonly (Markup | undefined)[] {
  return (['waived', 'deviation'] as const).map((verdict) => drawSection(verdict, findings));
}

const TITLES = {
  waived: { en: 'Waived failures', zh: '已豁免的失败' },
  deviation: { en: 'Declared deviations', zh: '已声明的偏差' },
} as const;

function drawSection(verdict: 'waived' | 'deviation', findings: Findings): Markup | undefined {
  const { record, counts, anchor } = findings;
  if (counts[verdict] === 0) return undefined;
  return markup`<section aria-labelledby="${anchor(verdict)}"><h2 id="${anchor(verdict)}">${both(TITLES[verdict])} <span class="count">${counts[verdict]}</span></h2>
<ul class="rows">${requirementsThat(record, verdict).map((result) => drawRow(verdict, result, findings))}</ul></section>`;
}

function drawRow(
  verdict: 'waived' | 'deviation',
  result: RequirementResult,
  { index }: Findings,
): Markup {
  const reason = reasonOf(index, result);
  return markup`<li class="row reason-row declared"><details><summary>${drawIcon(verdict)}
<span class="reason">${both(headline(result.title))}</span>
<span class="cell-cases">${both(LEVEL_WORDS[result.level])}</span></summary><div class="behind"><p class="reason">${reason && both(shorten(reason, 1500))}</p>
<p><a href="#${rowId(result)}">${both({ en: 'Cases and exchanges', zh: '查看用例与交互' })} <span aria-hidden="true">↓</span></a></p></div></details></li>`;
}
