/** Filters and rows: a grid that becomes a stack on a phone. */
export const MATRIX = `
.filters { display: grid; gap: .75rem; margin-bottom: .5rem; }
.chips { display: flex; flex-wrap: wrap; gap: .5rem; }
.chip { display: inline-flex; align-items: center; gap: .4375rem; padding: .25rem .75rem .25rem .5rem; border: 1px solid var(--strong-edge);
  border-radius: 2rem; background: var(--card); font-size: .875rem; cursor: pointer; }
.chip b { color: var(--soft); font-variant-numeric: tabular-nums; }
.chip:hover { border-color: var(--own); }
.chip[aria-pressed="true"] { background: var(--own-ground); border-color: var(--own); color: var(--own); }
.chip[aria-pressed="true"] b { color: inherit; }
.fields { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: .5rem; }
.fields input, .fields select { height: 2.5rem; border: 1px solid var(--strong-edge); border-radius: .5rem; background: var(--card); padding: 0 .75rem; font-size: .9375rem; min-width: 0; }
.fields input::placeholder { color: var(--soft); opacity: 1; }
.shown { color: var(--soft); font-size: .8125rem; font-variant-numeric: tabular-nums; margin-bottom: .375rem; }
.empty { padding: 2rem 0; text-align: center; }
.rows { background: var(--card); border: 1px solid var(--edge); border-radius: .75rem; overflow: hidden; }
.row + .row { border-top: 1px solid var(--edge); }
.row > details > summary, .plain-row { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr) 4.5rem 6.5rem; gap: .25rem 1rem; padding: .875rem 1.25rem; }
.row.case > details > summary { grid-template-columns: 8.5rem minmax(0, 1fr) 6.5rem; }
.row.reason-row > details > summary { grid-template-columns: minmax(0, 1fr) auto; }
.row.reason-row > details > summary:has(> .icon) { grid-template-columns: auto minmax(0, 1fr) auto; }
.reason-row .icon { margin-top: .1875rem; }
.row .links, .row .quotes { display: grid; gap: .375rem; grid-template-columns: minmax(0, 1fr); font-size: .9375rem; overflow-wrap: anywhere; }
.common { padding: .25rem 0 .75rem; color: var(--soft); overflow-wrap: anywhere; }
a.reason { justify-self: start; }
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
.row > details > summary:hover { background: var(--sunk); }
.row > details > summary:focus-visible { outline-offset: -2px; }
.row > details[open] > summary { border-bottom: 1px solid var(--edge); }
.verdict { display: inline-flex; align-items: baseline; gap: .4375rem; color: var(--own); font-size: .875rem; font-weight: 600; white-space: nowrap; }
.verdict .icon { align-self: center; }
.cell-rule { min-width: 0; display: grid; gap: .1875rem; grid-template-columns: minmax(0, 1fr); }
.cell-rule br { display: none; }
.row .as-text { padding: .75rem 1.25rem 1rem; font-size: .875rem; overflow-wrap: anywhere; }
.as-text blockquote { margin: .25rem 0 .75rem; }
.title { overflow-wrap: anywhere; }
.row .id { color: var(--soft); }
.erratum { color: var(--soft); font-size: .9375rem; }
.cell-rule .reason { font-size: .9375rem; margin-top: .125rem; }
.cell-level { text-align: right; }
.cell-cases { text-align: right; color: var(--soft); font-size: .8125rem; line-height: 1.5rem; white-space: nowrap; }
.cell-cases::after, .group > summary::after { content: ""; display: inline-block; width: .4375rem; height: .4375rem; margin-left: .625rem; border: solid currentColor;
  border-width: 0 1.5px 1.5px 0; transform: translateY(-.2em) rotate(45deg); }
details[open] > summary > .cell-cases::after, .group[open] > summary::after { transform: translateY(0) rotate(-135deg); }
.quote { display: block; font-size: .8125rem; line-height: 1.5; color: var(--soft); overflow-wrap: anywhere; }
.quote cite { margin-right: .625rem; }
.quote .line { font-weight: 600; }
.quote q { color: var(--ink); background: var(--sunk); border-radius: .25rem; padding: .0625rem .3125rem; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.group { margin-top: .75rem; }
.group > summary { display: flex; align-items: center; flex-wrap: wrap; gap: .25rem 1.25rem; padding: .625rem 0; color: var(--ink); }
.group > summary h3 { min-width: 9rem; }
.group > summary .legend { margin-top: 0; flex: 1; }
.group > summary:hover h3 { text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px; }`;
