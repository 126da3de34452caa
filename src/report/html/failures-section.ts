import type { Text } from '../../text.js';
import type { CommonCause } from '../causes/common-cause.js';
import { keyOf } from '../record-index.js';
import { asHeading, causeName } from '../sentences/common-cause.js';
import { requirementsThat } from '../tally.js';
import { drawCard } from './card.js';
import { type Findings, sizeOf } from './findings.js';
import { both, type Markup, markup } from './markup.js';
import { cardId } from './row-id.js';
import { shorten } from './shorten.js';

/** This many failures are told in full at the top; the matrix has them all. */
const MAX_TOLD = 25;

/** What failed, the likely causes first. */
export function drawFailuresSection(findings: Findings): Markup | undefined {
  return drawCards('failures', { en: 'What failed', zh: '未通过的要求' }, findings, 'failed');
}

/** What is no more than recommended and was not kept. */
export function drawWarningsSection(findings: Findings): Markup | undefined {
  return drawCards(
    'warnings',
    { en: 'Recommendations not kept', zh: '未满足的建议' },
    findings,
    'warning',
  );
}

function drawCards(
  id: string,
  title: Text,
  findings: Findings,
  verdict: 'failed' | 'warning',
): Markup | undefined {
  const { counts, anchor } = findings;
  if (counts[verdict] === 0) return undefined;
  const groups = verdict === 'failed' ? findings.failed : findings.warned;
  const more = sizeOf(groups.slice(MAX_TOLD));
  return markup`<section class="failures" aria-labelledby="${anchor(id)}">
<h2 id="${anchor(id)}">${both(title)} <span class="count">${counts[verdict]}</span></h2>
${groups.slice(0, MAX_TOLD).map((group) => drawCard(group, verdict, findings))}
${more > 0 ? markup`<p class="soft">${both({ en: `${more} more in the matrix below.`, zh: `另有 ${more} 条，见下方的要求矩阵。` })}</p>` : undefined}
${drawElsewhere(findings, verdict)}
</section>`;
}

/** Where those stand that share their cause with what has a graver verdict. */
function drawElsewhere({ record, index }: Findings, verdict: 'failed' | 'warning'): Markup[] {
  const results = requirementsThat(record, verdict);
  const own = new Set(results.map(keyOf));
  const counts = new Map<CommonCause, number>();
  for (const result of results) {
    const common = index.causes.get(keyOf(result));
    if (common === undefined || own.has(keyOf(common.cause))) continue;
    counts.set(common, (counts.get(common) ?? 0) + 1);
  }
  return [...counts].map(
    ([common, count]) =>
      markup`<p class="soft">${both({
        en: count === 1 ? '1 is told above:' : `${count} are told above:`,
        zh: `其中 ${count} 条见上文：`,
      })} <a href="#${cardId(common.cause)}">${both(shorten(asHeading(causeName(common)), 200))}</a></p>`,
  );
}
