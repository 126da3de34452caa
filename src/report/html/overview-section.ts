import { tallyRequirements } from '../tally.js';
import { cut } from '../visible.js';
import { drawBar, drawLegend } from './bars.js';
import type { Findings } from './findings.js';
import { both, type Markup, markup } from './markup.js';

/** Of several endpoints, what was found on each in short, with a link to the whole. */
export function drawOverview(all: readonly Findings[]): Markup | undefined {
  if (all.length < 2) return undefined;
  const endpoints = all.map(({ endpoint, record, anchor }) => {
    const name = cut(endpoint, 100);
    const counts = tallyRequirements(record);
    return markup`<div class="level"><h3><a href="#${anchor('endpoint')}">${name}</a></h3>
${drawBar(counts, { en: name, zh: name })}${drawLegend(counts)}</div>`;
  });
  return markup`<section class="overview" aria-labelledby="endpoints"><h2 id="endpoints">${both({ en: 'Endpoints', zh: '接口' })} <span class="count">${all.length}</span></h2>
<div class="levels">${endpoints}</div></section>`;
}
