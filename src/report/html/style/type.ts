/** Type: the system's own faces, Chinese ones included; nothing is loaded. */
export const TYPE = `
:root {
  --text: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC",
    "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono",
    "PingFang SC", "Microsoft YaHei", "Noto Sans Mono CJK SC", monospace;
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.6 var(--text); }
h1, h2, h3, h4, p, ul, dl, dd, table, figure { margin: 0; padding: 0; }
h1, h2, h3, h4 { line-height: 1.25; font-weight: 650; text-wrap: balance; }
h2 { font-size: 1.375rem; letter-spacing: -.01em; margin-bottom: 1rem; }
h3 { font-size: 1rem; }
h4 { font-size: .8125rem; color: var(--soft); font-weight: 600; }
ul { list-style: none; }
code, pre, q, cite { font-family: var(--mono); font-style: normal; }
code, pre { font-size: .8125rem; overflow-wrap: anywhere; }
pre { margin: 0; white-space: pre-wrap; }
q { quotes: none; }
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:focus-visible, button:focus-visible, summary:focus-visible, input:focus-visible,
select:focus-visible, .shell:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
b { font-weight: 650; }
.soft { color: var(--soft); font-weight: 400; }
.count { color: var(--soft); font-weight: 450; font-variant-numeric: tabular-nums; }
[hidden] { display: none !important; }
.js .as-text { display: none; }
.shapes { position: absolute; width: 0; height: 0; }
.off-screen { position: fixed; left: -100vw; }
.icon { width: 1.125rem; height: 1.125rem; flex: none; fill: var(--own); vertical-align: -.2em; }
.seal { fill: var(--own); }
.icon .sign, symbol .sign { fill: none; stroke: var(--on-sign); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
symbol .ring { fill: none; stroke: var(--own); stroke-width: 2; stroke-dasharray: 3.6 3; }
symbol .dash { fill: none; stroke: var(--own); stroke-width: 2.4; stroke-linecap: round; }
symbol .hole { fill: var(--on-sign); }`;
