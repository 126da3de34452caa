import type { CaseResult, RequirementResult } from '../../record/record.js';
import type { Text } from '../../text.js';
import { wholeRequest } from '../../record/whole-exchange.js';
import { decisive, requestOf } from '../evidence.js';
import { answeredInShort, sentInShort } from '../in-short.js';
import type { RecordIndex } from '../record-index.js';
import { cut } from '../visible.js';
import { both, breakable, type Markup, markup } from './markup.js';

/** UTF-16 units of a body that are shown without the script; results.json has the whole. */
const MAX_BODY = 1_500;
/** UTF-16 units of what was sent and came back in a case. */
const MAX_SHORT = 400;

const SENT = both({ en: 'Sent:', zh: '发送：' });
const BACK = both({ en: 'Came back:', zh: '返回：' });

/**
 * What was sent and came back for a verdict, as plain HTML: servers that show a page often stop its
 * script, which draws the rest. The script hides it.
 *
 * @returns undefined where nothing was sent
 */
export function drawEvidence(index: RecordIndex, result: RequirementResult): Markup | undefined {
  const placed = decisive(index, result);
  if (placed === undefined) return undefined;
  const { method, path, body } = wholeRequest(placed.exchange, index.usual);
  const { answer, fault } = placed.exchange;
  const came =
    answer === undefined
      ? markup`<p>${BACK} ${cut(`${fault?.kind ?? ''} ${fault?.message ?? ''}`, MAX_BODY)}</p>`
      : markup`<p>${BACK} HTTP ${answer.status}</p>${drawBody(answer.body)}`;
  return markup`<div class="as-text"><p>${SENT} <code>${cut(method, 40)} ${cut(path, 500)}</code></p>${drawBody(body)}
${came}</div>`;
}

function drawBody(body: string): Markup | undefined {
  return body === ''
    ? undefined
    : markup`<blockquote><code>${breakable(cut(body, MAX_BODY))}</code></blockquote>`;
}

/** What was sent or came back in one line, which may be a body alone. */
export function inShort(text: Text): Markup {
  return text.en === text.zh ? breakable(text.en) : both(text);
}

/** The request of a case and its answer in short, as {@link drawEvidence} shows those of a verdict. */
export function drawRequest(index: RecordIndex, of: CaseResult): Markup | undefined {
  const placed = requestOf(index, of);
  if (placed === undefined) return undefined;
  return markup`<div class="as-text"><p>${SENT} <code>${inShort(sentInShort(placed, index.usual, MAX_SHORT))}</code></p>
<p>${BACK} <code>${inShort(answeredInShort(placed.exchange, MAX_SHORT))}</code></p></div>`;
}

/** Says what a page without its script lacks, and where that is. */
export function drawWithoutScript(): Markup {
  return markup`<aside class="as-text callout v-observed"><p>${both({
    en: 'This page is shown without its script. What failed is told here with what was sent and came back; filters, the other language and every exchange are there where the file itself is opened in a browser, and in results.json.',
    zh: '当前页面的脚本未运行。未通过的要求及其发送与返回的内容均在此页；筛选、另一种语言与全部交互，请直接用浏览器打开该文件，或查看 results.json。',
  })}</p></aside>`;
}
