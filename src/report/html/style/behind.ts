/** What stands behind a row: cases, exchanges, bodies. */
export const BEHIND = `
.behind:empty { display: none; }
.row .behind { padding: .75rem 1.25rem 1.25rem; background: var(--sunk); }
.behind .behind { padding: .25rem 0 .5rem; background: none; }
.place { font-family: var(--mono); font-size: .8125rem; margin-bottom: .5rem; overflow-wrap: anywhere; }
.sub-case, .exchange { background: var(--card); border: 1px solid var(--edge); border-radius: .5rem; margin-top: .375rem; padding: 0 .875rem; }
.sub-case > summary, .exchange > summary { display: flex; align-items: baseline; flex-wrap: wrap; gap: .125rem .625rem; padding: .4375rem 0; font-size: .875rem; }
.sub-case > summary .icon { align-self: center; }
.sub-case > summary .title { flex: 1 1 12rem; }
.word { color: var(--own); font-weight: 600; }
.sub-case .exchange { background: var(--card); }
.number { color: var(--soft); font-variant-numeric: tabular-nums; min-width: 2.75rem; }
.endpoint { min-width: 0; }
.peek { flex: 1 1 8rem; min-width: 0; color: var(--soft); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.exchange > summary > .v-inconclusive { color: var(--own); font-weight: 600; }
.p-request { color: var(--link); border-color: currentColor; }
.decisive { color: var(--failed); border-color: currentColor; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem; padding: .375rem 0 .875rem; border-top: 1px solid var(--edge); }
.side > * + * { margin-top: .375rem; }
.request-line { font: .8125rem/1.5 var(--mono); overflow-wrap: anywhere; }
.headers > summary { font-size: .8125rem; color: var(--link); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
.body { background: var(--sunk); border: 1px solid var(--edge); border-radius: .375rem; padding: .5rem .75rem; max-height: 28rem; overflow: auto; line-height: 1.5; }
.key { color: var(--deviation); }
.str { color: var(--passed); }
.num { color: var(--inconclusive); }
.body del { color: var(--soft); text-decoration: line-through; }
.changed { background: var(--mark); }
.when { font-size: .8125rem; padding: .375rem 0 .625rem; }
.more.plain { margin-top: .625rem; }`;
