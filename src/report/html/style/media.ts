/** A phone: one column, nothing wider than the page. */
export const NARROW = `
@media (max-width: 46rem) {
  html { scroll-padding-top: 6.25rem; }
  .top { flex-wrap: wrap; gap: .25rem .75rem; padding: .5rem 1rem .25rem; }
  .top nav { order: 3; flex: 1 0 100%; min-width: 0; overflow-x: auto; gap: 1.125rem; scrollbar-width: none; margin: 0 -1rem; padding: 0 1rem; }
  .top nav a { white-space: nowrap; padding: .25rem 0; }
  main { padding: 1rem 1rem 2rem; gap: 2.25rem; }
  main > aside { margin-top: -1.25rem; }
  .outcome { gap: 0 .75rem; }
  .seal { width: 2.5rem; height: 2.5rem; margin: 1.25rem 0 0 1.25rem; }
  .said { display: contents; }
  .outcome h1 { padding: 1.25rem 1rem 0 0; font-size: 1.5rem; min-width: 0; }
  .outcome .why { grid-column: 1 / -1; margin: 0; padding: .75rem 1.25rem 1.25rem; font-size: 1rem; }
  .reasons { padding: 0 1.25rem 1.25rem; margin: 0; }
  .facts { padding: .875rem 1.25rem; gap: .5rem 1.5rem; font-size: .9375rem; }
  .levels, .pair, .sides { grid-template-columns: minmax(0, 1fr); }
  .categories .wide { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .categories thead .icon { margin: 0; }
  .categories th, .categories td { padding-left: .25rem; padding-right: .25rem; }
  .categories .spark { display: none; }
  .fields { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .fields input { grid-column: 1 / -1; }
  .failure { padding: 1rem; }
  .told { grid-template-columns: minmax(0, 1fr); gap: .125rem; }
  .told .command .shell { max-height: none; }
  .quote cite { display: block; }
  .quote q { display: block; padding: .25rem .5rem; }
  .told dd + dt { margin-top: .5rem; }
  .row > details > summary, .row.case > details > summary, .plain-row { grid-template-columns: minmax(0, 1fr) auto; padding: .75rem .875rem; }
  .row.reason-row > details > summary { grid-template-columns: minmax(0, 1fr); }
  .row.reason-row > details > summary:has(> .icon) { grid-template-columns: auto minmax(0, 1fr); }
  .cell-rule { grid-row: 2; grid-column: 1 / -1; }
  .cell-cases { grid-row: 3; grid-column: 1 / -1; text-align: left; }
  .case .cell-cases { grid-row: 1; grid-column: 2; text-align: right; }
  .reason-row .cell-cases { grid-row: 2; }
  .reason-row .icon ~ .cell-cases { grid-column: 2; }
  .row .behind { padding: .5rem .625rem .875rem; }
  .sub-case, .exchange { padding: 0 .625rem; }
  .meanings > div { grid-template-columns: minmax(0, 1fr); gap: .125rem; }
  .list th[scope="row"], .pair .list th[scope="row"] { width: 42%; }
  .list td.from { white-space: normal; }
}`;
