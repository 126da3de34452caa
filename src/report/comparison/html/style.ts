import { drawStyle } from '../../html/style/draw-style.js';

/** The style sheet: that of every report, and what only a comparison has. */
export function drawComparisonStyle(): string {
  return `${drawStyle()}
.o-different { --tint: var(--warning-ground); --tone: var(--warning); }
.change > details > summary { grid-template-columns: 8.5rem minmax(0, 1fr) 8.5rem; }
.change .cell-rule .where { color: var(--soft); font-size: .875rem; overflow-wrap: anywhere; }
.wording { display: grid; gap: .25rem; margin-top: .25rem; }
.wording-side { display: grid; grid-template-columns: 1rem minmax(0, 1fr); }
.wording-side .sign { color: var(--soft); font-family: var(--mono); }
.wording-side code { display: block; overflow-wrap: anywhere; }
.change .behind { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
.together-list { display: grid; gap: .25rem; font-size: .9375rem; }
.together-list { grid-template-columns: minmax(0, 1fr); }
.together-list li { overflow-wrap: anywhere; }
.together-list + details > summary { color: var(--link); font-size: .875rem; }
.place-head { font-size: .875rem; margin-bottom: .375rem; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
.change .sides { border-top: 0; padding: 0; }
.change .side h4 { margin-bottom: .25rem; }
.change .side .request-line { margin-bottom: .25rem; }
.change .body { background: var(--card); }
.change mark { background: var(--mark); color: inherit; border-radius: .125rem; }
.arrow { color: var(--soft); white-space: nowrap; }
.pair-of-words { display: inline-flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: baseline; }
.flows { display: grid; grid-template-columns: minmax(0, 12rem) minmax(0, 1fr) minmax(0, 12rem); gap: 1.25rem; align-items: start; }
.flows > svg { display: block; width: 100%; height: auto; }
.flows .node { fill: var(--own, var(--na)); }
.flows .band { fill: var(--own, var(--na)); fill-opacity: .4; }
.flows .band.same { fill-opacity: .12; }
.flows .legend { flex-direction: column; margin-top: 0; }
.flows h3 { margin-bottom: .5rem; overflow-wrap: anywhere; }
.places { font-size: .8125rem; color: var(--soft); overflow-wrap: anywhere; }
.values { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem; font-size: .875rem; }
.values ul { display: grid; gap: .25rem; }
.values li { overflow-wrap: anywhere; }
.list .spark { width: 30%; }
@media (max-width: 46rem) {
  .change > details > summary { grid-template-columns: minmax(0, 1fr) auto; }
  .flows, .values { grid-template-columns: minmax(0, 1fr); }
  .flows > svg { max-width: 20rem; }
}
@media print { .change .body { max-height: none; overflow: visible; } }`;
}
