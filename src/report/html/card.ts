import type { RequirementResult } from '../../record/record.js';
import { decisive, type RecordIndex } from '../evidence.js';
import type { FailureGroup } from '../group-failures.js';
import { groupReasons, type ReasonGroup } from '../group-reasons.js';
import { answeredInShort, sentInShort } from '../in-short.js';
import { reasonText } from '../lang.js';
import type { Verdict } from '../verdict.js';
import { followWords, LEVEL_WORDS } from '../words.js';
import { drawCommand } from './command.js';
import { headline } from './headline.js';
import { drawIcon } from './icons.js';
import { both, type Markup, markup } from './markup.js';
import { drawQuote } from './quote.js';
import { cardId, rowId } from './row-id.js';
import { shorten } from './shorten.js';

/** UTF-16 units of what was sent and of what came back that are shown here. */
const MAX_SHORT = 700;
/** This many of the failures that another explains are listed at once, the rest is folded. */
const MAX_OPEN = 8;

/**
 * One failure in full: the document's sentence, why, what was sent, what came back, how to repeat
 * it, and by one line each the failures that may follow from it.
 *
 * @param group - the failed requirement and what it explains
 * @param verdict - failed, or warning
 * @param index - of the record
 */
export function drawCard(
  { cause, followers }: FailureGroup,
  verdict: Verdict,
  index: RecordIndex,
): Markup {
  const reason = reasonText(cause);
  return markup`<article class="failure c-${verdict}" id="${cardId(cause.id)}">
<header>${drawIcon(verdict)}<h3>${both(headline(cause.title))}</h3><span class="tags"><span class="tag">${both(LEVEL_WORDS[cause.level])}</span>${
    cause.flaky === true
      ? markup`<span class="tag">${both({ en: 'flaky', zh: '时好时坏' })}</span>`
      : undefined
  }</span></header>
<p class="id"><code>${cause.id}</code></p>
${drawQuote(cause.source)}
${reason === undefined ? undefined : markup`<p class="reason">${both(shorten(reason, 1500))}</p>`}
${drawTold(cause, index)}
${followers.length === 0 ? undefined : drawFollowers(followers, verdict)}
<p class="more"><a href="#${rowId(cause.id)}">${both({ en: 'Cases and exchanges', zh: '查看用例与交互' })} <span aria-hidden="true">↓</span></a></p>
</article>`;
}

function drawTold(cause: RequirementResult, index: RecordIndex): Markup | undefined {
  const placed = decisive(index, cause);
  if (placed === undefined) return undefined;
  return markup`<dl class="told"><dt>${both({ en: 'Sent', zh: '发送' })}</dt><dd><code>${both(sentInShort(placed, MAX_SHORT))}</code></dd>
<dt>${both({ en: 'Came back', zh: '返回' })}</dt><dd><code>${both(answeredInShort(placed.exchange, MAX_SHORT))}</code></dd>
<dt>${both({ en: 'Repeat', zh: '复现' })}</dt><dd>${drawCommand(placed.exchange.curl)}</dd></dl>`;
}

function drawFollowers(followers: readonly RequirementResult[], verdict: Verdict): Markup {
  const words = both(followWords(followers.length));
  const list = markup`<ul class="followers">${groupReasons(followers).map((group) => drawFollower(group, verdict))}</ul>`;
  return followers.length > MAX_OPEN
    ? markup`<details class="follow"><summary>${words}</summary>${list}</details>`
    : markup`<div class="follow"><p>${words}</p>${list}</div>`;
}

/** The rules that have one reason, and that reason. */
function drawFollower({ reason, results }: ReasonGroup, verdict: Verdict): Markup {
  const rules = results.map(
    ({ id, title }) =>
      markup`<li>${drawIcon(verdict)}<a href="#${rowId(id)}">${both(headline(title))}</a></li>`,
  );
  return markup`<li><ul>${rules}</ul><p class="reason soft">${both(shorten(reason, 400))}</p></li>`;
}
