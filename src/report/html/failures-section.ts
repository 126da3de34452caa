import type { RequirementResult, RunRecord } from '../../suite/record.js';
import type { RecordIndex } from '../evidence.js';
import { decisive } from '../evidence.js';
import { answeredInShort, sentInShort } from '../in-short.js';
import { reasonText } from '../lang.js';
import { requirementsThat } from '../tally.js';
import { LEVEL_WORDS } from '../words.js';
import { drawIcon } from './icons.js';
import { both, type Markup, markup } from './markup.js';
import { drawQuote } from './quote.js';
import { drawCommand } from './outcome-section.js';
import { rowId } from './row-id.js';
import { shorten } from './shorten.js';

/** This many failures are told in full at the top; the matrix has them all. */
const MAX_TOLD = 25;
/** UTF-16 units of what was sent and of what came back that are shown here. */
const MAX_SHORT = 700;

/** What failed, first: the document's sentence, why, what was sent, what came back, how to repeat. */
export function drawFailuresSection(record: RunRecord, index: RecordIndex): Markup | undefined {
  const failed = requirementsThat(record, 'failed');
  if (failed.length === 0) return undefined;
  const more = failed.length - MAX_TOLD;
  return markup`<section class="failures" aria-labelledby="failures">
<h2 id="failures">${both({ en: 'What failed', zh: '未通过的要求' })} <span class="count">${failed.length}</span></h2>
${failed.slice(0, MAX_TOLD).map((result) => drawFailure(result, index))}
${more > 0 ? markup`<p class="soft">${both({ en: `${more} more in the matrix below.`, zh: `另有 ${more} 条，见下方的要求矩阵。` })}</p>` : undefined}
</section>`;
}

function drawFailure(result: RequirementResult, index: RecordIndex): Markup {
  const placed = decisive(index, result);
  const reason = reasonText(result);
  return markup`<article class="failure">
<header>${drawIcon('failed')}<h3>${both(shorten(result.title, 300))}</h3><span class="tag">${both(LEVEL_WORDS[result.level])}</span>${
    result.flaky === true
      ? markup`<span class="tag">${both({ en: 'flaky', zh: '结果不稳定' })}</span>`
      : undefined
  }</header>
<p class="id"><code>${result.id}</code></p>
${drawQuote(result.source)}
${reason === undefined ? undefined : markup`<p class="reason">${both(shorten(reason, 1500))}</p>`}
${
  placed === undefined
    ? undefined
    : markup`<dl class="told"><dt>${both({ en: 'Sent', zh: '发送' })}</dt><dd><code>${both(sentInShort(placed, MAX_SHORT))}</code></dd>
<dt>${both({ en: 'Came back', zh: '返回' })}</dt><dd><code>${both(answeredInShort(placed.exchange, MAX_SHORT))}</code></dd>
<dt>${both({ en: 'Repeat', zh: '复现' })}</dt><dd>${drawCommand(placed.exchange.curl)}</dd></dl>`
}
<p class="more"><a href="#${rowId(result.id)}">${both({ en: 'Cases and exchanges', zh: '查看用例与交互' })} <span aria-hidden="true">↓</span></a></p>
</article>`;
}
