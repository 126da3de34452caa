import type { Text } from '../../contract/text.js';
import type { Outcome, RunRecord } from '../../suite/record.js';
import type { ProofSummary } from '../proof.js';
import type { Verdict } from '../verdict.js';
import { cut } from '../visible.js';
import { OUTCOME_WORDS } from '../words.js';
import { both, type Markup, markup, type Part } from './markup.js';
import { shorten } from './shorten.js';

const SHAPES: Readonly<Record<Outcome, Verdict>> = {
  conformant: 'passed',
  nonconformant: 'failed',
  incomplete: 'inconclusive',
};

/** The outcome, big: word, shape and colour; why in one sentence; the facts of the run. */
export function drawOutcomeSection(record: RunRecord, proof?: ProofSummary): Markup {
  const { outcome, target, suite } = record;
  const facts: [name: Text, value: Part][] = [
    [{ en: 'Target', zh: '目标' }, targetFact(record)],
    [{ en: 'Started', zh: '开始时间' }, drawTime(record.startedAt)],
    [{ en: 'Took', zh: '耗时' }, `${(record.durationMs / 1000).toFixed(1)} s`],
    [{ en: 'Exchanges', zh: '交互次数' }, record.counts.exchanges],
    [
      { en: 'Suite', zh: '套件' },
      markup`${suite.version} <span class="soft">(${suite.frontEnd})</span>`,
    ],
    ...(target.mapping === undefined
      ? []
      : [[{ en: 'Mapping', zh: '映射关系' }, cut(target.mapping, 20)] satisfies [Text, Part]]),
  ];
  return markup`<section class="outcome o-${outcome}" aria-labelledby="outcome">
<svg class="seal v-${SHAPES[outcome]}" aria-hidden="true" focusable="false"><use href="#i-${SHAPES[outcome]}"/></svg>
<div class="said"><h1 id="outcome">${both(OUTCOME_WORDS[outcome])}</h1>
<p class="why">${both(shorten(record.summary, 600))}</p></div>
<dl class="facts">${facts.map(([name, value]) => markup`<div><dt>${both(name)}</dt><dd>${value}</dd></div>`)}</dl>
</section>${drawPartial(record)}${drawInsecure(record)}${drawProof(proof)}`;
}

function targetFact({ target }: RunRecord): Markup {
  return target.embedded
    ? markup`${both({ en: 'embedded CMDB', zh: '内置 CMDB' })} <span class="soft">${cut(target.baseUrl, 300)}</span>`
    : markup`<span class="url">${cut(target.baseUrl, 300)}</span>`;
}

/** A time that the page's script turns into the reader's own; UTC without it. */
function drawTime(iso: string): Markup {
  return markup`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

function drawPartial({ partial }: RunRecord): Markup | undefined {
  if (partial === undefined) return undefined;
  return markup`<aside class="callout v-inconclusive"><p><b>${both({ en: 'Only a part was run.', zh: '只运行了一部分。' })}</b> ${both({ en: partial.reason, zh: partial.reasonZh })}</p>
${drawCommand(partial.command)}</aside>`;
}

function drawInsecure({ settings }: RunRecord): Markup | undefined {
  if (!settings.insecure) return undefined;
  return markup`<aside class="callout v-warning"><p>${both({
    en: 'TLS was not verified (--insecure): who answered is not certain.',
    zh: '未校验 TLS 证书（--insecure）：无法确定应答者的身份。',
  })}</p></aside>`;
}

function drawProof(proof: ProofSummary | undefined): Markup | undefined {
  if (proof === undefined) return undefined;
  const { caught, defects, blamed, variants } = proof;
  return markup`<aside class="proof"><p><span class="t-en" lang="en">How far to trust this verdict: the suite caught <b>${caught} of ${defects}</b> deliberately broken servers and blamed <b>${blamed} of ${variants}</b> unusual but right ones.</span>
<span class="t-zh" lang="zh-CN">这一结论有多可信：本套件发现了 <b>${caught}/${defects}</b> 个故意出错的服务端，误判了 <b>${blamed}/${variants}</b> 个少见但正确的服务端。</span>
<code class="soft">${proof.suiteHash.slice(0, 12)}</code></p></aside>`;
}

/** A command line with a button that copies it. */
export function drawCommand(command: string): Markup {
  return markup`<div class="command"><pre tabindex="0"><code>${command}</code></pre><button type="button" class="copy needs-js">${both({ en: 'Copy', zh: '复制' })}</button></div>`;
}
