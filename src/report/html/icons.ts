import { type Verdict, VERDICT_WORDS } from '../verdict.js';
import { both, type Markup, markup } from './markup.js';
import { VERDICT_COLOURS } from './style/colours.js';

/**
 * A shape of its own for each verdict, so that colour is never the only carrier. What the style sheet
 * says of it stands in attributes too: a page may be shown without its style.
 */
const SHAPES: Readonly<Record<Verdict, Markup>> = {
  passed: markup`<circle cx="12" cy="12" r="10"/><path class="sign" fill="none" stroke="#fff" stroke-width="2.4" d="m7.5 12.4 3.1 3.1 6-6.6"/>`,
  failed: markup`<path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z"/><path class="sign" fill="none" stroke="#fff" stroke-width="2.4" d="m8.6 8.6 6.8 6.8m0-6.8-6.8 6.8"/>`,
  warning: markup`<path d="M10.3 3.2a2 2 0 0 1 3.4 0l8.6 15.1a2 2 0 0 1-1.7 3H3.4a2 2 0 0 1-1.7-3z"/><path class="sign" fill="none" stroke="#fff" stroke-width="2.4" d="M12 9v5m0 3v.1"/>`,
  inconclusive: markup`<path d="M10.6 1.6a2 2 0 0 1 2.8 0l9 9a2 2 0 0 1 0 2.8l-9 9a2 2 0 0 1-2.8 0l-9-9a2 2 0 0 1 0-2.8z"/><path class="sign" fill="none" stroke="#fff" stroke-width="2.4" d="M9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.4-1.3.9-1.3 1.9m0 2.9v.1"/>`,
  waived: markup`<path d="M12 1.8 21 5v7c0 5.200-3.700 8.700-9 10.400C6.700 20.700 3 17.200 3 12V5z"/><path class="sign" fill="none" stroke="#fff" stroke-width="2.4" d="M7.400 12.600c1.500-2.200 3-2.200 4.600-.600s3.100 1.600 4.600-.600"/>`,
  deviation: markup`<rect x="2.5" y="2.5" width="19" height="19" rx="4"/><path class="sign" fill="none" stroke="#fff" stroke-width="2.4" d="M7.5 9.7h9m-9 4.6h9M14 6.8l-4 10.4"/>`,
  'not-applicable': markup`<circle class="ring" fill="none" stroke="#5b6472" stroke-width="2" cx="12" cy="12" r="9"/><path class="dash" fill="none" stroke="#5b6472" stroke-width="2.4" d="M8 12h8"/>`,
  observed: markup`<path d="M12 5C6.5 5 2.8 9.3 1.5 12c1.3 2.7 5 7 10.5 7s9.200-4.300 10.5-7C21.200 9.3 17.500 5 12 5z"/><circle class="hole" fill="#fff" cx="12" cy="12" r="3.4"/>`,
};

/** The shapes, defined once for the page. */
export function drawIconShapes(): Markup {
  const symbols = Object.entries(SHAPES).map(
    ([verdict, shape]) => markup`<symbol id="i-${verdict}" viewBox="0 0 24 24">${shape}</symbol>`,
  );
  return markup`<svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">${symbols}</svg>`;
}

/** The shape of a verdict, without a word: for places where the word stands beside it. */
export function drawIcon(verdict: Verdict): Markup {
  return drawShape('icon', verdict, 18);
}

/** The shape of a verdict, big: for the outcome. */
export function drawSeal(verdict: Verdict): Markup {
  return drawShape('seal', verdict, 64);
}

function drawShape(name: string, verdict: Verdict, size: number): Markup {
  return markup`<svg class="${name} v-${verdict}" width="${size}" height="${size}" fill="${VERDICT_COLOURS[verdict]}" aria-hidden="true" focusable="false"><use href="#i-${verdict}"/></svg>`;
}

/** Shape and word of a verdict. */
export function drawVerdict(verdict: Verdict): Markup {
  return markup`<span class="verdict v-${verdict}">${drawIcon(verdict)} ${both(VERDICT_WORDS[verdict])}</span>`;
}
