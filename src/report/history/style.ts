import { drawStyle } from '../html/style/draw-style.js';

/** The style sheet: that of every report, and what only a history has. */
export function drawHistoryStyle(): string {
  return `${drawStyle()}
h1 .count { font-size: 1.125rem; }
.chart { display: block; width: 100%; margin: .25rem 0 1rem; border-radius: .25rem; background: var(--na-ground); }
.chart rect, .strip rect { fill: var(--own); }
.history > details > summary { grid-template-columns: minmax(0, 1fr) 15rem; align-items: center; }
.history .where { color: var(--soft); font-size: .875rem; overflow-wrap: anywhere; }
h3 { margin-top: 1rem; }
.strip { height: 1.125rem; border-radius: .25rem; }
.strip rect { stroke: none; }
@media (max-width: 46rem) { .history > details > summary { grid-template-columns: minmax(0, 1fr); } }`;
}
