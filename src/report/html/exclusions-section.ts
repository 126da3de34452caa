import type { Exclusion } from '../../contract/requirement.js';
import type { RunRecord } from '../../record/record.js';
import { both, type Markup, markup } from './markup.js';
import { drawQuote } from './quote.js';

/** The statements that no case tests, by reason: silence about them would look like coverage. */
export function drawExclusions({ exclusions }: RunRecord): Markup | undefined {
  if (exclusions.length === 0) return undefined;
  const groups = new Map<string, Exclusion[]>();
  for (const exclusion of exclusions) {
    const key = JSON.stringify(exclusion.reason);
    groups.set(key, [...(groups.get(key) ?? []), exclusion]);
  }
  return markup`<section aria-labelledby="exclusions"><h2 id="exclusions">${both({ en: 'Not tested, and why', zh: '未测试的表述及原因' })} <span class="count">${exclusions.length}</span></h2>
<ul class="rows">${[...groups.values()].map(drawGroup)}</ul></section>`;
}

function drawGroup(members: readonly Exclusion[]): Markup {
  const [first] = members;
  return markup`<li class="row reason-row"><details><summary>
<span class="reason">${first === undefined ? undefined : both(first.reason)}</span>
<span class="cell-cases">${both({
    en: members.length === 1 ? '1 statement' : `${members.length} statements`,
    zh: `${members.length} 处表述`,
  })}</span></summary><ul class="behind quotes">${members.map(({ source }) => markup`<li>${drawQuote(source)}</li>`)}</ul></details></li>`;
}
