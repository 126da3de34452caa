import type { Place } from '../../../record/comparison/comparison.js';
import { HEADERS } from '../../../record/comparison/features.js';
import type { RecordedExchange, Usual } from '../../../record/exchange.js';
import { wholeHeaders, wholeRequest } from '../../../record/whole-exchange.js';
import { both, type Markup, markup } from '../../html/markup.js';
import { layOutJson } from '../../json-text.js';
import { cut } from '../../visible.js';
import { type Line, type Marked, markLines } from './mark-lines.js';

/** UTF-16 units of a body that stand in the page. */
const MAX_BODY = 3_000;

/** The exchanges of two records by their numbers. */
export interface BothExchanges {
  readonly before: ReadonlyMap<number, RecordedExchange>;
  readonly after: ReadonlyMap<number, RecordedExchange>;
  readonly usual: { readonly before: Usual; readonly after: Usual };
}

/** Both exchanges of a place side by side, what differs in the answers marked. */
export function drawSides(place: Place, all: BothExchanges, marked: Marked): Markup {
  const before = place.before === undefined ? undefined : all.before.get(place.before);
  const after = place.after === undefined ? undefined : all.after.get(place.after);
  const lines = markLines(bodyOf(before), bodyOf(after), marked);
  return markup`<div class="sides">${drawSide(BEFORE, before, all.usual.before, lines.before, marked)}${drawSide(AFTER, after, all.usual.after, lines.after, marked)}</div>`;
}

const BEFORE = both({ en: 'Before', zh: '之前' });
const AFTER = both({ en: 'After', zh: '之后' });

function bodyOf(exchange: RecordedExchange | undefined): string {
  const body = exchange?.answer?.body ?? '';
  return body.length > MAX_BODY ? cut(body, MAX_BODY) : (layOutJson(body) ?? body);
}

function drawSide(
  title: Markup,
  exchange: RecordedExchange | undefined,
  usual: Usual,
  lines: readonly Line[],
  { kind, at }: Marked,
): Markup {
  if (exchange === undefined)
    return markup`<div class="side"><h4>${title}</h4><p class="soft">—</p></div>`;
  const { method, path, body } = wholeRequest(exchange, usual);
  const { answer, fault, n } = exchange;
  const status =
    answer === undefined ? `${fault?.kind ?? ''} ${fault?.message ?? ''}` : `HTTP ${answer.status}`;
  const isStatus = kind === 'status-changed' || kind === 'silent-now' || kind === 'answered-now';
  const headers = answer === undefined ? [] : wholeHeaders(answer, usual);
  const shown = headers.filter(([name]) => HEADERS.includes(name.toLowerCase()));
  return markup`<div class="side"><h4>${title} <span class="soft">#${n}</span></h4>
<p class="request-line">${cut(method, 40)} ${cut(path, 300)}</p>
<details class="headers"><summary>${both({ en: 'sent', zh: '发送内容' })}</summary><pre class="body">${cut(layOutJson(body) ?? body, MAX_BODY)}</pre></details>
<p class="request-line">${isStatus ? markup`<mark>${cut(status, 500)}</mark>` : cut(status, 500)}</p>
${shown.map(([name, value]) => {
  const text = `${name}: ${cut(value, 300)}`;
  const isMarked = kind?.startsWith('header') === true && name.toLowerCase() === at;
  return markup`<p class="request-line soft">${isMarked ? markup`<mark>${text}</mark>` : text}</p>`;
})}
${lines.length === 0 ? undefined : markup`<pre class="body">${lines.map(({ text, isMarked }) => (isMarked ? markup`<mark>${text}</mark>\n` : `${text}\n`))}</pre>`}</div>`;
}
