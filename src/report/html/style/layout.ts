/** The page's frame: top bar, column, cards, controls, tables. */
export const LAYOUT = `
.top { position: sticky; top: 0; z-index: 2; display: flex; align-items: center; gap: 1.5rem;
  padding: .625rem max(1.25rem, calc((100vw - 70rem) / 2)); background: var(--card);
  border-bottom: 1px solid var(--edge); }
.brand { font-weight: 650; color: var(--ink); text-decoration: none; white-space: nowrap; }
.top nav { display: flex; gap: 1.25rem; font-size: .875rem; flex: 1; }
.top nav a { color: var(--soft); text-decoration: none; }
.top nav a:hover { color: var(--ink); text-decoration: underline; }
.langs { display: flex; margin-left: auto; border: 1px solid var(--strong-edge); border-radius: .5rem; overflow: hidden; }
button, input, select { font: inherit; color: inherit; }
.langs button { border: 0; padding: .25rem .75rem; background: none; font-size: .875rem; cursor: pointer; color: var(--soft); }
.langs button[aria-pressed="true"] { background: var(--ink); color: var(--card); }
.langs button:focus-visible { outline-offset: -3px; }
main { max-width: 72.5rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; display: grid; gap: 3rem; grid-template-columns: minmax(0, 1fr); }
footer { max-width: 72.5rem; margin: 0 auto; padding: 0 1.25rem 3rem; color: var(--soft); font-size: .875rem; }
.callout, .proof { border-radius: .75rem; padding: 1rem 1.25rem; }
.callout { background: var(--own-ground); border: 1px solid color-mix(in srgb, var(--own) 35%, transparent); }
.callout { overflow-wrap: anywhere; }
.callout h2 { font-size: 1.125rem; margin-bottom: .25rem; }
.callout .command { margin-top: .75rem; }
.proof { background: var(--card); border: 1px solid var(--edge); color: var(--soft); font-size: .875rem; padding: .75rem 1.25rem; }
.tag { display: inline-block; padding: 0 .5rem; border: 1px solid var(--strong-edge); border-radius: 1rem;
  font-size: .75rem; line-height: 1.375rem; color: var(--soft); white-space: nowrap; }
.tag.l-must { color: var(--ink); border-color: currentColor; }
.plain { border: 0; background: none; padding: .25rem 0; color: var(--link); cursor: pointer; text-decoration: underline;
  text-decoration-thickness: 1px; text-underline-offset: .2em; font-size: .8125rem; }
.command { display: flex; align-items: stretch; border: 1px solid var(--edge); border-radius: .5rem; background: var(--sunk); overflow: hidden; min-width: 0; }
.command .shell { flex: 1; min-width: 0; font-size: .8125rem; padding: .5rem .75rem; max-height: 12rem; overflow: auto; }
.command .shell:focus-visible { outline-offset: -2px; }
.copy { flex: none; border: 0; border-left: 1px solid var(--edge); background: var(--card); padding: 0 .875rem; font-size: .8125rem; cursor: pointer; }
.copy:hover { background: var(--sunk); }
.copy[data-copied="true"] { color: var(--passed); }
.copy[data-copied="true"]::after { content: " ✓"; }
.scroll { overflow-x: auto; }
.list { border-collapse: collapse; width: 100%; font-size: .875rem; }
.list th, .list td { text-align: left; vertical-align: top; padding: .375rem 1rem .375rem 0; border-top: 1px solid var(--edge); font-weight: 400; overflow-wrap: anywhere; }
.list th[scope="row"] { color: var(--soft); width: 14rem; }
.list td.from { color: var(--soft); text-align: right; white-space: nowrap; padding-right: 0; }
.versions th[scope="row"] { width: 25rem; }
.list thead th { color: var(--soft); border-top: 0; font-size: .8125rem; }
.list code { overflow-wrap: anywhere; }
.run h3 { margin: 1.25rem 0 .5rem; }
.run .group h3 { margin: 0; }
.run .group { margin-top: 1.5rem; }
.endpoint-head { border-top: 2px solid var(--strong-edge); padding-top: 1.5rem; scroll-margin-top: 3.5rem; }
.endpoint-head h2 { font-size: 1.75rem; margin-bottom: .25rem; overflow-wrap: anywhere; }
.endpoint-head h2 code { font-size: inherit; }
.endpoint-head p { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; overflow-wrap: anywhere; }
.endpoint-head nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: .5rem; font-size: .875rem; }
.overview h3 { overflow-wrap: anywhere; }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 2.5rem; }
.pair .list th[scope="row"] { width: 45%; }
.notes li { padding: .75rem 0; border-top: 1px solid var(--edge); overflow-wrap: anywhere; }
.defaults > summary { padding: .5rem 0; border-top: 1px solid var(--edge); font-size: .875rem; color: var(--link); text-decoration: underline;
  text-decoration-thickness: 1px; text-underline-offset: .2em; }
.proof .hash { white-space: nowrap; }
section > p:not(.empty) { max-width: 68ch; }
.meanings { margin-top: 1.25rem; display: grid; grid-template-columns: minmax(0, 1fr); }
.meanings > div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 1rem; padding: .5rem 0; border-top: 1px solid var(--edge); }`;
