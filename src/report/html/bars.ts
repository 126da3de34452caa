import type { Text } from '../../text.js';
import type { Lang } from '../lang.js';
import { total, type Tally } from '../tally.js';
import { VERDICTS, VERDICT_WORDS } from '../verdict.js';
import { both, type Markup, markup } from './markup.js';
import { drawIcon } from './icons.js';
import { VERDICT_COLOURS } from './style/colours.js';

/** A segment narrower than this share has no room for its number; the legend has it. */
const ROOM_FOR_NUMBER = 0.05;
/** Of a number in a bar, where the style sheet says nothing; a lower bar has none. */
const FONT_SIZE = 13;

/**
 * A bar of the verdicts, widths in per cent so that it scales without distortion and needs no
 * inline style, which the page's policy forbids. Size and colour stand in attributes too: a page may
 * be shown without its style.
 *
 * @param counts - how many of each
 * @param label - what is counted, for screen readers
 */
export function drawBar(counts: Tally, label: Text): Markup {
  return draw(counts, label, 480, 32);
}

/** The same, small: beside a number in a table. */
export function drawSpark(counts: Tally, label: Text): Markup {
  return draw(counts, label, 240, 10);
}

function draw(counts: Tally, label: Text, width: number, height: number): Markup {
  const sum = total(counts);
  let from = 0;
  const segments = VERDICTS.flatMap((verdict) => {
    const count = counts[verdict];
    if (count === 0) return [];
    const share = count / sum;
    const x = percent(from);
    const middle = percent(from + share / 2);
    from += share;
    return markup`<g class="v-${verdict}" fill="${VERDICT_COLOURS[verdict]}"><rect x="${x}" width="${percent(share)}" height="100%"/>${
      share < ROOM_FOR_NUMBER || height < FONT_SIZE
        ? undefined
        : markup`<text x="${middle}" y="50%" dy=".36em" fill="#fff" font-size="${FONT_SIZE}" text-anchor="middle">${count}</text>`
    }</g>`;
  });
  const en = `${label.en}: ${inWords(counts, 'en')}`;
  const zh = `${label.zh}：${inWords(counts, 'zh')}`;
  return markup`<svg class="bar" width="${width}" height="${height}" role="img" aria-label="${en}" data-label-en="${en}" data-label-zh="${zh}" focusable="false">${segments}</svg>`;
}

/** The counts with shapes and words, none left out that occurs. */
export function drawLegend(counts: Tally): Markup {
  const items = VERDICTS.filter((verdict) => counts[verdict] > 0).map(
    (verdict) =>
      markup`<li>${drawIcon(verdict)} <b>${counts[verdict]}</b> ${both(VERDICT_WORDS[verdict])}</li>`,
  );
  return markup`<ul class="legend">${items}</ul>`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}

function inWords(counts: Tally, lang: Lang): string {
  return VERDICTS.filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${counts[verdict]} ${VERDICT_WORDS[verdict][lang]}`)
    .join(lang === 'zh' ? '，' : ', ');
}
