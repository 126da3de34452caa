import type { ReasonGroup } from '../group-reasons.js';
import { rulesWords } from '../words.js';
import type { Findings } from './findings.js';
import { headline } from './headline.js';
import { drawIcon } from './icons.js';
import { both, type Markup, markup } from './markup.js';
import { reasonId, rowId } from './row-id.js';
import { shorten } from './shorten.js';

/** A reason that this many requirements have is not repeated in each of their rows. */
const MANY = 4;

/** What could not be judged: each reason once, the rules that it concerns folded behind it. */
export function drawUnjudgedSection({ unjudged }: Findings): Markup | undefined {
  if (unjudged.length === 0) return undefined;
  const count = unjudged.reduce((sum, { results }) => sum + results.length, 0);
  return markup`<section aria-labelledby="unjudged"><h2 id="unjudged">${both({ en: 'Could not be judged', zh: '无法判定的要求' })} <span class="count">${count}</span></h2>
<ul class="rows">${unjudged.map(drawGroup)}</ul></section>`;
}

function drawGroup({ reason, results }: ReasonGroup, at: number): Markup {
  const rules = results.map(
    ({ id, title }) => markup`<li><a href="#${rowId(id)}">${both(headline(title))}</a></li>`,
  );
  return markup`<li class="row reason-row" id="${reasonId(at)}"><details><summary>${drawIcon('inconclusive')}
<span class="reason">${both(shorten(reason, 1500))}</span>
<span class="cell-cases">${both(rulesWords(results.length))}</span></summary><ul class="behind links">${rules}</ul></details></li>`;
}

/**
 * The requirements whose reason many have, so that it is told once and their rows point to it.
 *
 * @returns requirement id to the anchor of its reason
 */
export function commonReasons({ unjudged }: Findings): ReadonlyMap<string, string> {
  return new Map(
    unjudged.flatMap(({ results }, at) =>
      results.length < MANY ? [] : results.map(({ id }) => [id, reasonId(at)] as const),
    ),
  );
}
