import type { Difference } from '../../../record/comparison/comparison.js';
import { type Markup, markup } from '../../html/markup.js';
import { differenceTitle } from '../../sentences/comparison/difference.js';
import { cut } from '../../visible.js';
import { type MarkedText, markWords } from './mark-words.js';

/** So many forms of each side, and so many UTF-16 units of each, stand in a row. */
const ROW_VALUES = 2;
const ROW_VALUE = 240;

/**
 * The words that were and those that are, what differs in them marked; undefined where the title of a
 * difference says all.
 */
export function drawWording({ kind, before, after }: Difference): Markup | undefined {
  if (differenceTitle(kind) === undefined) return undefined;
  const [[was = '', ...others], [is = '', ...more]] = [before, after];
  const marked = others.length + more.length === 0 ? markWords(was, is) : undefined;
  return markup`<span class="wording">${drawSide('−', before, marked?.before)}${drawSide('+', after, marked?.after)}</span>`;
}

function drawSide(
  sign: string,
  values: readonly string[],
  marked: MarkedText | undefined,
): Markup | undefined {
  const said = values.filter((value) => value !== '');
  if (said.length === 0) return undefined;
  const left = said.length - ROW_VALUES;
  const lines =
    marked === undefined
      ? said.slice(0, ROW_VALUES).map((value) => markup`<code>${cut(value, ROW_VALUE)}</code>`)
      : markup`<code>${marked.start}${drawChanged(marked)}${marked.end}</code>`;
  return markup`<span class="wording-side"><span class="sign">${sign}</span><span>${lines}${left > 0 ? markup`<span class="soft">+${left}</span>` : undefined}</span></span>`;
}

/** Where nothing is common to both, nothing stands out either. */
function drawChanged({ start, changed, end }: MarkedText): Markup | string {
  return changed === '' || start + end === '' ? changed : markup`<mark>${changed}</mark>`;
}
