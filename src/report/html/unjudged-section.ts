import type { ReasonGroup } from '../group-reasons.js';
import { keyOf } from '../record-index.js';
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
export function drawUnjudgedSection(findings: Findings): Markup | undefined {
  const { unjudged, anchor } = findings;
  if (unjudged.length === 0) return undefined;
  const count = unjudged.reduce((sum, { results }) => sum + results.length, 0);
  return markup`<section aria-labelledby="${anchor('unjudged')}"><h2 id="${anchor('unjudged')}">${both({ en: 'Could not be judged', zh: '无法判定的要求' })} <span class="count">${count}</span></h2>
<ul class="rows">${unjudged.map((group, at) => drawGroup(group, reasonId(findings, at)))}</ul></section>`;
}

function drawGroup({ reason, results }: ReasonGroup, id: string): Markup {
  const rules = results.map(
    (result) => markup`<li><a href="#${rowId(result)}">${both(headline(result.title))}</a></li>`,
  );
  return markup`<li class="row reason-row" id="${id}"><details><summary>${drawIcon('inconclusive')}
<span class="reason">${both(shorten(reason, 1500))}</span>
<span class="cell-cases">${both(rulesWords(results))}</span></summary><ul class="behind links">${rules}</ul></details></li>`;
}

/**
 * The requirements whose reason many have, so that it is told once and their rows point to it.
 *
 * @returns by {@link keyOf} the requirement, the anchor of its reason
 */
export function commonReasons(findings: Findings): ReadonlyMap<string, string> {
  return new Map(
    findings.unjudged.flatMap(({ results }, at) =>
      results.length < MANY
        ? []
        : results.map((result) => [keyOf(result), reasonId(findings, at)] as const),
    ),
  );
}
