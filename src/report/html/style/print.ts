/**
 * Paper: what is only for the hand is left out, what failed is told whole, what passed by one line,
 * rows that are open print what is behind them, nothing is cut, colours of day.
 */
export const PRINT = `
@page { margin: 14mm 13mm; }
@media print {
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 9pt; }
  body { background: none; line-height: 1.45; }
  .top { position: static; padding: 0 0 .5rem; border: 0; }
  .top nav, .endpoint-head nav, .langs, .filters, .shown, .defaults, .copy, .more, .plain, .headers, .cell-cases::after, .group > summary::after, .empty { display: none !important; }
  main { display: block; padding: 0; max-width: none; }
  main > * + * { margin-top: 1.5rem; }
  main > aside { margin-top: .75rem; }
  footer { padding: 1rem 0 0; max-width: none; }
  .outcome, .failure { box-shadow: none; }
  .seal { width: 4rem; height: 4rem; margin: 1.25rem 0 1rem 1.5rem; }
  .said { padding: 1.25rem 1.5rem 1rem 0; }
  .outcome h1 { font-size: 2rem; }
  .outcome .why { font-size: 1rem; }
  .reasons { padding: 0 1.5rem 1rem 7rem; }
  .facts { padding: .75rem 1.5rem; gap: .5rem 2rem; }
  .failure { padding: .875rem 1rem; }
  .outcome, .callout, .told dd, .row > details > summary, .plain-row, .meanings > div, .list tr, .categories tr, .level { break-inside: avoid; }
  h2, h3, .failure header, .failure .id, .group > summary, caption { break-after: avoid; }
  .command .shell, .told .command .shell, .body { max-height: none; overflow: visible; }
  .rows { overflow: visible; }
  .row > details > summary, .plain-row { padding: .375rem .625rem; gap: 0 .75rem; grid-template-columns: 8rem minmax(0, 1fr) 4rem 5rem; }
  .row.case > details > summary { grid-template-columns: 8rem minmax(0, 1fr) 5.5rem; }
  .row[data-verdict="passed"] .quote, .row:has(a.reason) .quote, a.reason, .row.case .id { display: none; }
  .row[data-verdict="passed"] .cell-rule, .row:has(a.reason) .cell-rule { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; }
  .row[data-verdict="passed"] .title, .row:has(a.reason) .title { font-weight: 400; }
  .row .id { font-size: .75rem; }
  .cell-cases { line-height: inherit; }
  .list th, .list td { padding: .1875rem .75rem .1875rem 0; }
  .meanings > div { padding: .25rem 0; }
  .categories { margin-top: 1rem; }
  .categories th, .categories td { padding: .1875rem .375rem; }
  .bar { height: 1.5rem; }
  .only-paper[hidden] { display: block !important; }
  a { color: inherit; text-decoration: none; }
}`;
