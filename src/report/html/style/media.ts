/** A phone: one column, nothing wider than the page. */
export const NARROW = `
@media (max-width: 46rem) {
  .top { gap: .75rem; padding: .5rem 1rem; }
  .top nav { display: none; }
  main { padding: 1rem 1rem 2rem; gap: 2.25rem; }
  main > aside { margin-top: -1.25rem; }
  .outcome { gap: 0 .75rem; }
  .seal { width: 2.5rem; height: 2.5rem; margin: 1.25rem 0 0 1.25rem; }
  .said { display: contents; }
  .outcome h1 { padding: 1.25rem 1rem 0 0; font-size: 1.5rem; min-width: 0; }
  .outcome .why { grid-column: 1 / -1; margin: 0; padding: .75rem 1.25rem 1.25rem; font-size: 1rem; }
  .facts { padding: .875rem 1.25rem; gap: .5rem 1.5rem; font-size: .9375rem; }
  .levels, .pair, .sides { grid-template-columns: minmax(0, 1fr); }
  .categories .wide { display: none; }
  .categories thead .icon { margin: 0; }
  .categories .spark { display: none; }
  .fields { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .fields input { grid-column: 1 / -1; }
  .failure { padding: 1rem; }
  .told { grid-template-columns: minmax(0, 1fr); gap: .125rem; }
  .told .command pre { max-height: none; }
  .quote cite { display: block; }
  .quote q { display: block; padding: .25rem .5rem; }
  .told dd + dt { margin-top: .5rem; }
  .row > details > summary, .row.case > details > summary, .plain-row { grid-template-columns: minmax(0, 1fr) auto; padding: .75rem .875rem; }
  .cell-rule { grid-row: 2; grid-column: 1 / -1; }
  .cell-cases { grid-row: 3; grid-column: 1 / -1; text-align: left; }
  .case .cell-cases { grid-row: 1; grid-column: 2; text-align: right; }
  .row .behind { padding: .5rem .625rem .875rem; }
  .sub-case, .exchange { padding: 0 .625rem; }
  .meanings > div { grid-template-columns: minmax(0, 1fr); gap: .125rem; }
  .list th[scope="row"], .pair .list th[scope="row"] { width: 42%; }
}`;

/**
 * Paper: what is only for the hand is left out, rows that are open print what is behind them, nothing
 * is cut, colours of day.
 */
export const PRINT = `
@page { margin: 16mm 14mm; }
@media print {
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 10.5pt; }
  body { background: none; }
  .top { position: static; padding: 0 0 .5rem; border: 0; }
  .top nav, .langs, .filters, .shown, .copy, .more, .plain, .headers, .cell-cases::after, .group > summary::after, .empty { display: none !important; }
  main { padding: 0; gap: 1.75rem; max-width: none; }
  footer { padding: 1rem 0 0; max-width: none; }
  .outcome, .failure { box-shadow: none; }
  .callout, .failure, .row > details > summary, .plain-row, .exclusions li, .meanings > div, .list tr { break-inside: avoid; }
  h2, h3, .group > summary { break-after: avoid; }
  .command pre, .told .command pre, .body { max-height: none; overflow: visible; }
  .rows { overflow: visible; }
  .row > details > summary, .plain-row { padding: .5rem .75rem; grid-template-columns: 8.75rem minmax(0, 1fr) 4rem 5.5rem; }
  .only-paper { display: block; }
  a { color: inherit; text-decoration: none; }
}`;
