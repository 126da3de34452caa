import type { RequirementResult } from '../../record/record.js';
import type { CommonCause } from '../causes/common-cause.js';
import { commandOf, decisive } from '../evidence.js';
import type { FailureGroup } from '../group-failures.js';
import { groupReasons, type ReasonGroup } from '../group-reasons.js';
import { answeredInShort, sentInShort } from '../in-short.js';
import { reasonOf } from '../reason.js';
import { aboutOf, type RecordIndex } from '../record-index.js';
import { asHeading, causeSentence } from '../sentences/common-cause.js';
import { type Verdict, verdictOf } from '../verdict.js';
import { followWords, LEVEL_WORDS, togetherWords } from '../words.js';
import { inShort } from './as-text.js';
import { drawErratum } from './erratum.js';
import { drawCommand } from './command.js';
import type { Findings } from './findings.js';
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
 * @param findings - what it is one of
 */
export function drawCard(
  { cause, common, followers }: FailureGroup,
  verdict: Verdict,
  { index, record }: Findings,
): Markup {
  const reason = reasonOf(index, cause);
  return markup`<article class="failure c-${verdict}" id="${cardId(cause)}">
${common === undefined ? drawHead(markup`${drawIcon(verdict)}<h3>${both(headline(cause.title))}</h3>`, cause) : drawCause(common, verdict, index, record.settings.strict)}
<p class="id"><code>${cause.id}</code></p>
${drawQuote(cause.source)}
${drawErratum(cause)}
${reason === undefined ? undefined : markup`<p class="reason">${both(shorten(reason, 1500))}</p>`}
${drawTold(cause, index)}
${followers.length === 0 ? undefined : drawFollowers(followers, verdict, index)}
<p class="more"><a href="#${rowId(cause)}">${both({ en: 'Cases and exchanges', zh: '查看用例与交互' })} <span aria-hidden="true">↓</span></a></p>
</article>`;
}

function drawHead(title: Markup, { level, flaky }: RequirementResult): Markup {
  return markup`<header>${title}<span class="tags"><span class="tag">${both(LEVEL_WORDS[level])}</span>${
    flaky === true
      ? markup`<span class="tag">${both({ en: 'flaky', zh: '时好时坏' })}</span>`
      : undefined
  }</span></header>`;
}

/** What several rules fail for, and which; then the one whose evidence is shown. */
function drawCause(
  common: CommonCause,
  verdict: Verdict,
  index: RecordIndex,
  strict: boolean,
): Markup {
  const { cause, results } = common;
  const title = headline(cause.title);
  const sentence = asHeading(causeSentence(common, aboutOf(index, common.endpoint)));
  const rules = results.map((result) => drawRule(result, verdictOf(result, strict)));
  return markup`<header>${drawIcon(verdict)}<h3>${both(shorten(sentence, 500))}</h3></header>
<div class="together"><p>${both(togetherWords(results))}</p><ul class="followers">${rules}</ul></div>
${drawHead(markup`<h4>${both({ en: `The first of them: ${title.en}`, zh: `其中第一条：${title.zh}` })}</h4>`, cause)}`;
}

function drawRule(result: RequirementResult, verdict: Verdict): Markup {
  return markup`<li>${drawIcon(verdict)} <a href="#${rowId(result)}">${both(headline(result.title))}</a></li>`;
}

function drawTold(cause: RequirementResult, index: RecordIndex): Markup | undefined {
  const placed = decisive(index, cause);
  if (placed === undefined) return undefined;
  return markup`<dl class="told"><dt>${both({ en: 'Sent', zh: '发送' })}</dt><dd><code>${inShort(sentInShort(placed, index.usual, MAX_SHORT))}</code></dd>
<dt>${both({ en: 'Came back', zh: '返回' })}</dt><dd><code>${inShort(answeredInShort(placed.exchange, MAX_SHORT))}</code></dd>
<dt>${both({ en: 'Repeat', zh: '复现' })}</dt><dd>${drawCommand(commandOf(index, placed.exchange))}</dd></dl>`;
}

function drawFollowers(
  followers: readonly RequirementResult[],
  verdict: Verdict,
  index: RecordIndex,
): Markup {
  const words = both(followWords(followers.length));
  const list = markup`<ul class="followers">${groupReasons(followers, index).map((group) => drawFollower(group, verdict))}</ul>`;
  return followers.length > MAX_OPEN
    ? markup`<details class="follow"><summary>${words}</summary>${list}</details>`
    : markup`<div class="follow"><p>${words}</p>${list}</div>`;
}

/** The rules that have one reason, and that reason. */
function drawFollower({ reason, results }: ReasonGroup, verdict: Verdict): Markup {
  const rules = results.map((result) => drawRule(result, verdict));
  return markup`<li><ul>${rules}</ul><p class="reason soft">${both(shorten(reason, 400))}</p></li>`;
}
