/** The outcome, the picture and what failed. */
export const OUTCOME = `
.outcome { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .25rem 1.5rem; align-items: center;
  border: 1px solid var(--edge); border-radius: 1rem; box-shadow: var(--shadow); overflow: hidden; }
.o-conformant { --tint: var(--passed-ground); --tone: var(--passed); }
.o-nonconformant { --tint: var(--failed-ground); --tone: var(--failed); }
.o-incomplete { --tint: var(--inconclusive-ground); --tone: var(--inconclusive); }
.outcome { background: var(--tint); border-color: color-mix(in srgb, var(--tone) 35%, transparent); }
.seal { width: 5rem; height: 5rem; margin: 2rem 0 1.75rem 2rem; }
.said { padding: 1.75rem 2rem 1.5rem 0; }
.outcome h1 { font-size: clamp(2rem, 1.4rem + 2.6vw, 3rem); letter-spacing: -.02em; line-height: 1.1; color: var(--tone); }
.outcome .conditions { display: block; margin-top: .25rem; font-size: 1.375rem; letter-spacing: 0; line-height: 1.3; }
.outcome .why { margin-top: .5rem; font-size: 1.125rem; line-height: 1.5; max-width: 66ch; overflow-wrap: anywhere; }
.reasons { grid-column: 1 / -1; padding: 0 2rem 1.75rem 8.5rem; margin-top: -.25rem; display: grid; gap: .625rem; grid-template-columns: minmax(0, 1fr); }
.reasons li { display: flex; gap: .5rem; align-items: baseline; min-width: 0; }
.reasons li > span { min-width: 0; overflow-wrap: anywhere; }
.reasons .icon { align-self: flex-start; margin-top: .25rem; }
.reasons a { color: var(--ink); font-weight: 600; }
.reasons .besides { display: block; font-size: .9375rem; line-height: 1.5; }
.reasons .follows { white-space: nowrap; color: var(--soft); }
.reasons > .rest { padding-left: 1.625rem; }
.facts { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; padding: 1rem 2rem; background: var(--card);
  border-top: 1px solid var(--edge); }
.facts > div { min-width: 0; }
.facts dt { font-size: .8125rem; color: var(--soft); line-height: 1.4; }
.facts dd { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
main > aside { margin-top: -2rem; }
.levels { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem 2.5rem; }
.level h3 { margin-bottom: .5rem; }
.bar { display: block; width: 100%; height: 2rem; border-radius: .375rem; background: var(--na-ground); }
.bar rect { fill: var(--own); stroke: var(--ground); stroke-width: 1.5; }
.bar text { fill: var(--on-sign); font: 650 .8125rem var(--text); text-anchor: middle; font-variant-numeric: tabular-nums; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.125rem; margin-top: .5rem; font-size: .875rem; }
.legend b, .categories b { font-variant-numeric: tabular-nums; }
.legend .icon { margin-right: .375rem; }
.categories { width: 100%; margin-top: 2rem; border-collapse: collapse; font-size: .875rem; }
.categories caption { text-align: left; font-weight: 650; font-size: 1rem; padding-bottom: .375rem; }
.categories th, .categories td { padding: .4375rem .5rem; border-top: 1px solid var(--edge); text-align: right; font-weight: 400; white-space: nowrap; }
.categories thead th, .categories thead td { border-top: 0; color: var(--soft); font-size: .8125rem; }
.categories thead .icon { margin-right: .375rem; }
.categories tbody th { text-align: left; padding-left: 0; }
.categories td[class^="v-"] { color: var(--own); }
.categories .none { color: var(--strong-edge); }
.categories .spark { width: 26%; padding-right: 0; padding-left: 1.5rem; }
.spark .bar { height: .625rem; border-radius: .25rem; }
.failures > .failure + .failure { margin-top: 1.25rem; }
.failure { background: var(--card); border: 1px solid var(--edge); border-radius: .75rem; padding: 1.25rem 1.5rem; box-shadow: var(--shadow); }
.failure { border-left: .25rem solid var(--failed); }
.failure.c-warning { border-left-color: var(--warning); }
.failure header { display: flex; align-items: flex-start; gap: .625rem; }
.failure header > .icon { margin-top: .1875rem; }
.failure h3, .failure h4 { flex: 1 1 0; min-width: 0; overflow-wrap: anywhere; }
.failure h3 { font-size: 1.125rem; }
.tags { display: flex; gap: .375rem; flex: none; }
.failure .id { color: var(--soft); margin: .125rem 0 .75rem; }
.failure .reason { margin: .875rem 0; max-width: 72ch; }
.told { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .625rem 1.25rem; align-items: baseline; }
.told dt { color: var(--soft); font-size: .875rem; white-space: nowrap; }
.told .command .shell { max-height: 8rem; }
.told dd { min-width: 0; line-height: 1.5; }
.follow { margin-top: 1.125rem; padding-top: .875rem; border-top: 1px solid var(--edge); font-size: .9375rem; }
.follow > summary { color: var(--link); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
.followers { margin-top: .625rem; display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr); }
.followers li li { display: flex; gap: .5rem; align-items: flex-start; }
.together { margin: .625rem 0 1.125rem; padding-bottom: 1rem; border-bottom: 1px solid var(--edge); font-size: .9375rem; }
.together .followers { gap: .25rem; }
.together .followers > li { display: flex; gap: .5rem; align-items: flex-start; }
.followers .icon { margin-top: .25rem; width: 1rem; height: 1rem; }
.followers a { color: var(--ink); min-width: 0; overflow-wrap: anywhere; }
.failure .followers .reason { margin: .125rem 0 0 1.5rem; max-width: none; font-size: .875rem; }
.more { margin-top: .875rem; font-size: .875rem; }
.reason { overflow-wrap: anywhere; }`;
