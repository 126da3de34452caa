import type { Text } from '../../text.js';
import type { FailureGroup } from '../group-failures.js';
import type { Verdict } from '../verdict.js';
import { drawCard } from './card.js';
import { type Findings, sizeOf } from './findings.js';
import { both, type Markup, markup } from './markup.js';

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
  { failed, warned, index }: Findings,
  verdict: Verdict,
): Markup | undefined {
  const groups: readonly FailureGroup[] = verdict === 'failed' ? failed : warned;
  if (groups.length === 0) return undefined;
  const more = sizeOf(groups.slice(MAX_TOLD));
  return markup`<section class="failures" aria-labelledby="${id}">
<h2 id="${id}">${both(title)} <span class="count">${sizeOf(groups)}</span></h2>
${groups.slice(0, MAX_TOLD).map((group) => drawCard(group, verdict, index))}
${more > 0 ? markup`<p class="soft">${both({ en: `${more} more in the matrix below.`, zh: `另有 ${more} 条，见下方的要求矩阵。` })}</p>` : undefined}
</section>`;
}
