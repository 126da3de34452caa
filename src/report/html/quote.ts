import type { Source } from '../../contract/requirement.js';
import { cut } from '../visible.js';
import { type Markup, markup } from './markup.js';

const MAX_QUOTE = 1000;

/** The document's sentence with its place, as an excerpt. */
export function drawQuote({ path, line, quote }: Source): Markup {
  return markup`<span class="quote"><cite>${fileOf(path)}<span class="line">:${line}</span></cite> <q lang="zh-CN">${cut(quote.trim(), MAX_QUOTE)}</q></span>`;
}

function fileOf(path: string): string {
  return cut(path.slice(path.lastIndexOf('/') + 1), 100);
}
