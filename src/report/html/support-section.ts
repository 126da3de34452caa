import type { RunRecord } from '../../record/record.js';
import { headline } from './headline.js';
import { drawVerdict } from './icons.js';
import { both, type Markup, markup } from './markup.js';
import { drawQuote } from './quote.js';

/** The statements of the endpoints that the suite itself uses, folded. */
export function drawSupport({ support }: RunRecord): Markup | undefined {
  if (support.length === 0) return undefined;
  return markup`<details class="group"><summary><h3>${both({ en: 'What the suite itself relies on', zh: '套件自身依赖的接口' })}</h3><span class="soft">${support.length}</span></summary>
<p class="soft">${both({ en: 'Statements about the endpoints used for lookups and clean-up. They decide no outcome.', zh: '关于查询与清理所用接口的表述，不影响结论。' })}</p>
<ul class="rows">${support.map(
    ({
      id,
      status,
      title,
      source,
      reason,
    }) => markup`<li class="row plain-row"><span class="cell-verdict">${drawVerdict(status)}</span>
<span class="cell-rule"><b class="title">${both(headline(title))}</b><code class="id">${id}</code>${drawQuote(source)}${
      reason === undefined ? undefined : markup`<span class="reason">${reason}</span>`
    }</span></li>`,
  )}</ul></details>`;
}
