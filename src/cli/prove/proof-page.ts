import { createHash } from 'node:crypto';
import { markup } from '../../report/html/markup.js';
import type { Markup } from '../../report/html/markup.js';
import { isAsItMust } from './judge-proof.js';
import type { Proof } from './judge-proof.js';
import type { ProofRun } from './target.js';

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2330;--paper:#fff;--soft:#667085;--line:#e3e6ec;--good:#127a45;--bad:#b42318}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ef;--paper:#12161d;--soft:#98a2b3;--line:#2b3340;--good:#4ade80;--bad:#f97066}}
body{margin:0 auto;max-width:72rem;padding:2rem 1.25rem;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.6rem;margin:0 0 1rem}h2{font-size:1.1rem;margin:2.2rem 0 .6rem}
.numbers{display:flex;gap:2.5rem;flex-wrap:wrap}.numbers b{display:block;font-size:2.4rem;line-height:1.1;font-variant-numeric:tabular-nums}
.good{color:var(--good)}.bad{color:var(--bad)}.soft{color:var(--soft)}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--soft)}code{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,monospace;overflow-wrap:anywhere}
`;

/**
 * Draws the proof as one self-contained page without script.
 *
 * @param proof - what it shows
 * @param runs - one run a server
 */
export function drawProof(proof: Proof, runs: readonly ProofRun[]): string {
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
  const page = markup`<html lang="en">
<head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Proof · cmdb-conformance</title><style>${{ markup: STYLE }}</style></head>
<body>
<h1>Proof of the suite <span class="soft">套件自证</span></h1>
<div class="numbers">
${number(`${proof.caught} / ${proof.defects}`, proof.caught === proof.defects, 'wrong servers caught · 识别出的缺陷服务器')}
${number(`${proof.blamed} / ${proof.variants}`, proof.blamed === 0, 'right servers blamed · 被误判的正确服务器')}
${number(`${proof.wronglyTold.length} / ${proof.variants}`, proof.wronglyTold.length === 0, 'right servers wrongly told of · 说明有误的正确服务器')}
${number(String(proof.untested.length), proof.untested.length === 0, 'must rules without a defect · 未被缺陷验证的必须规则')}
</div>
${problems('Survivors · 漏网的缺陷', proof.survivors)}
${problems('False alarms · 误判', proof.falseAlarms)}
${problems('Wrongly told of · 说明有误', proof.wronglyTold)}
<h2>What each requirement catches · 每条规则识别的缺陷</h2>
<div class="scroll"><table><thead><tr><th>requirement</th><th>level</th><th>catches</th><th>only it catches</th></tr></thead><tbody>
${proof.requirements.map(
  ({ id, level, catches, alone }) =>
    markup`<tr><td><code>${id}</code></td><td>${level}</td><td>${catches.length}</td><td>${alone.map((defect) => markup`<code>${defect}</code> `)}</td></tr>`,
)}
</tbody></table></div>
<h2>Every server · 全部服务器</h2>
<div class="scroll"><table><thead><tr><th></th><th>server</th><th>what it does</th><th>caught by</th><th>outcome</th><th>ms</th></tr></thead><tbody>
${runs.map(runRow)}
</tbody></table></div>
</body></html>`;
  return `<!doctype html>\n${page.markup}\n`;
}

function number(text: string, good: boolean, label: string): Markup {
  return markup`<p><b class="${good ? 'good' : 'bad'}">${text}</b>${label}</p>`;
}

function problems(title: string, list: Proof['survivors']): Markup | undefined {
  if (list.length === 0) return undefined;
  const items = list.map(({ id, problem }) => markup`<li><code>${id}</code> ${problem}</li>`);
  return markup`<h2 class="bad">${title}</h2><ul>${items}</ul>`;
}

function runRow(run: ProofRun): Markup {
  const { target } = run;
  const good = isAsItMust(run);
  return markup`<tr><td class="${good ? 'good' : 'bad'}">${good ? '✓' : '✗'}</td><td><code>${target.id}</code></td><td>${target.does}${
    target.breaks === undefined ? undefined : markup` <span class="soft">“${target.breaks}”</span>`
  }</td><td><code>${target.requirement ?? ''}</code></td><td>${run.outcome} (${run.exitCode})</td><td>${Math.round(run.durationMs)}</td></tr>`;
}
