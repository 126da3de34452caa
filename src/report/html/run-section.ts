import type { RunRecord } from '../../suite/record.js';
import { drawVerdict } from './icons.js';
import { both, type Markup, markup, type Part } from './markup.js';
import { drawQuote } from './quote.js';
import { VERDICT_MEANINGS, VERDICTS } from '../verdict.js';

/** How verdicts are made, for a reader who sees such a report for the first time. */
export function drawLegendSection(): Markup {
  const rules = VERDICTS.map(
    (verdict) =>
      markup`<div><dt>${drawVerdict(verdict)}</dt><dd>${both(VERDICT_MEANINGS[verdict])}</dd></div>`,
  );
  return markup`<section aria-labelledby="legend"><h2 id="legend">${both({ en: 'How verdicts are made', zh: '结论是怎样得出的' })}</h2>
<p>${both({
    en: 'Every rule comes from a sentence of the document. A refusal counts only if the same request without the one fault (its twin) is accepted, nothing was created, and the cause is the right one. A success counts only if what was created is found on the target, once, under the returned id. The run is nonconformant if a must failed; incomplete if a must could not be judged or only a part was run; else conformant.',
    zh: '每条规则都来自文档中的一句话。只有当去掉这一处错误的同一请求（对照请求）被接受、没有创建任何数据、且拒绝原因正确时，一次拒绝才算数；只有当目标上能按返回的 id 查到恰好一条所创建的关联时，一次成功才算数。有“必须”未通过即为不符合；有“必须”无法判定或只运行了一部分即为结论不完整；否则为符合。',
  })}</p><dl class="meanings">${rules}</dl></section>`;
}

/** Settings, versions and hashes: what is needed to repeat the run. */
export function drawRunSection(record: RunRecord): Markup {
  const { settings, suite } = record;
  const { limits } = settings;
  const rows: [name: string, value: Part][] = [
    ['--only', settings.only.length === 0 ? '—' : settings.only.join(', ')],
    ['--strict', String(settings.strict)],
    ['--insecure', String(settings.insecure)],
    ['--redact-users', String(settings.redactUsers)],
    ['lookup wait', `${settings.lookupWaitMs} ms`],
    ['concurrency', settings.concurrency],
    [
      'connect / first byte / total',
      `${limits.connectMs} / ${limits.firstByteMs} / ${limits.totalMs} ms`,
    ],
    [
      'headers / body / expanded',
      `${limits.headerBytes} / ${limits.bodyBytes} / ${limits.expandedBytes} B`,
    ],
  ];
  return markup`<section class="run" aria-labelledby="run"><h2 id="run">${both({ en: 'This run', zh: '本次运行' })}</h2>
<div class="pair"><div><h3>${both({ en: 'Settings in force', zh: '生效的设置' })}</h3>
<table class="list"><tbody>${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table></div>
<div><h3>${both({ en: 'Variables', zh: '变量' })}</h3>
<table class="list"><tbody>${settings.variables.map(
    ({ name, value, from }) =>
      markup`<tr><th scope="row"><code>${name}</code></th><td><code>${value}</code> <span class="soft">${from}</span></td></tr>`,
  )}</tbody></table></div></div>
<h3>${both({ en: 'Documents and versions', zh: '文档与版本' })}</h3>
<table class="list"><tbody><tr><th scope="row">cmdb-conformance</th><td>${suite.version} (${suite.frontEnd}, Node ${suite.node})</td></tr>
${suite.documents.map(({ path, sha256 }) => markup`<tr><th scope="row">${path}</th><td><code class="hash">sha256 ${sha256}</code></td></tr>`)}</tbody></table>
${drawSupport(record)}</section>`;
}

function drawSupport({ support }: RunRecord): Markup | undefined {
  if (support.length === 0) return undefined;
  return markup`<details class="group"><summary><h3>${both({ en: 'What the suite itself relies on', zh: '套件自身依赖的接口' })}</h3><span class="soft">${support.length}</span></summary>
<p class="soft">${both({ en: 'Statements about the endpoints used for lookups and clean-up. They decide no outcome.', zh: '关于查询与清理所用接口的表述，不影响结论。' })}</p>
<ul class="rows">${support.map(
    ({
      id,
      status,
      title,
      source,
      reason,
    }) => markup`<li class="row plain-row"><span class="cell-verdict">${drawVerdict(status)}</span>
<span class="cell-rule"><b class="title">${both(title)}</b><code class="id">${id}</code>${drawQuote(source)}${
      reason === undefined ? undefined : markup`<span class="reason">${reason}</span>`
    }</span></li>`,
  )}</ul></details>`;
}
