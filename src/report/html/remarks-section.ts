import type { RunRecord } from '../../record/record.js';
import { kindOf, thingOf } from '../sentences/about.js';
import { leftSentence } from '../sentences/left-reason.js';
import { noteSentence } from '../sentences/note.js';
import { cut } from '../visible.js';
import { both, type Markup, markup } from './markup.js';
import { shorten } from './shorten.js';

/** Lists of remarks are cut here: a hostile target could make them long. */
const MAX_LISTED = 200;

/** What the suite could not remove: the reader has to. */
export function drawLeftovers({ leftovers }: RunRecord): Markup | undefined {
  if (leftovers.length === 0) return undefined;
  const rows = leftovers
    .slice(0, MAX_LISTED)
    .map(
      (left) =>
        markup`<tr><td>${both(shorten(kindOf(left), 60))}</td><td><code>${cut(left.of, 200)}</code></td><td><code>${cut(left.id ?? '?', 40)}</code></td><td>${both(shorten(leftSentence(left.why), 500))}</td></tr>`,
    );
  return markup`<section class="callout v-warning" aria-labelledby="leftovers"><h2 id="leftovers">${both({ en: 'Left on the target', zh: '目标上的残留数据' })} <span class="count">${leftovers.length}</span></h2>
<p>${both({ en: 'The suite made these and could not remove them; please do.', zh: '以下数据由本套件创建但未能删除，请手动清理。' })}</p>
<div class="scroll"><table class="list"><thead><tr><th>${both({ en: 'kind', zh: '种类' })}</th><th>${both({ en: 'of', zh: '所属' })}</th><th>id</th><th>${both({ en: 'why', zh: '原因' })}</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** What the reader should know besides. */
export function drawNotes({ notes, endpoints }: RunRecord): Markup | undefined {
  if (notes.length === 0) return undefined;
  const about = { thing: thingOf(endpoints) };
  return markup`<section aria-labelledby="notes"><h2 id="notes">${both({ en: 'Notes', zh: '说明' })}</h2>
<ul class="notes">${notes.slice(0, MAX_LISTED).map((note) => markup`<li>${both(shorten(noteSentence(note, about), 1500))}</li>`)}</ul></section>`;
}
