import { cut } from '../visible.js';
import { drawCasesSection, drawObservationsSection } from './cases-section.js';
import { drawDeclaredSections } from './declared-section.js';
import { drawFailuresSection, drawWarningsSection } from './failures-section.js';
import type { Findings } from './findings.js';
import { groundOf } from './ground.js';
import { both, type Markup, markup } from './markup.js';
import { drawMatrixSection } from './matrix-section.js';
import { drawPictureSection } from './picture-section.js';
import { placesIn } from './top-bar.js';
import { drawUnjudgedSection } from './unjudged-section.js';

/** What else stands on a page with one endpoint, between the parts of its section. */
export interface Between {
  readonly leftovers: Markup | undefined;
  readonly notes: Markup | undefined;
  readonly housekeeping: Markup | undefined;
}

/** The only endpoint of a run: the page is about it. */
export function drawOnlyEndpoint(findings: Findings, between: Between): Markup {
  return markup`${drawFailuresSection(findings)}
${drawWarningsSection(findings)}
${between.leftovers}
${drawUnjudgedSection(findings)}
${drawDeclaredSections(findings)}
${drawPictureSection(findings)}
${drawMatrixSection(findings)}
${drawObservationsSection(findings)}
${between.notes}
${drawCasesSection(findings, between.housekeeping)}`;
}

/** One endpoint of several, with its name and where to go in it. */
export function drawEndpoint(findings: Findings): Markup {
  const { endpoint, index, anchor } = findings;
  const run = index.endpoints.get(endpoint);
  const facts = run === undefined ? [] : groundOf(run);
  const links = placesIn(findings).flatMap(([to, words, there]) =>
    there ? markup`<a href="#${to}">${both(words)}</a>\n` : [],
  );
  return markup`<header class="endpoint-head" id="${anchor('endpoint')}"><h2><code>${cut(endpoint, 100)}</code></h2>
<p class="soft">${facts.map(([name, value]) => markup`<span>${both(name)}: ${value}</span>\n`)}</p>
<nav aria-label="${cut(endpoint, 100)}">${links}</nav></header>
${drawFailuresSection(findings)}
${drawWarningsSection(findings)}
${drawUnjudgedSection(findings)}
${drawDeclaredSections(findings)}
${drawPictureSection(findings)}
${drawMatrixSection(findings)}
${drawObservationsSection(findings)}
${drawCasesSection(findings)}`;
}
