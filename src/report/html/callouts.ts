import type { RunRecord } from '../../record/record.js';
import type { ProofSummary } from '../proof.js';
import { tellPartial } from '../told-partial.js';
import { drawCommand } from './command.js';
import { both, type Markup, markup } from './markup.js';
import { shorten } from './shorten.js';

/** Why the run is no full one, and what to do. */
export function drawPartial(record: RunRecord): Markup | undefined {
  const told = tellPartial(record);
  if (told === undefined) return undefined;
  return markup`<aside class="callout v-inconclusive"><p>${told.why && markup`<b>${both(shorten(told.why, 1500))}</b> `}${both(told.next)}</p>
${drawCommand(told.command)}</aside>`;
}

/** That nobody knows who answered. */
export function drawInsecure({ settings }: RunRecord): Markup | undefined {
  if (!settings.insecure) return undefined;
  return markup`<aside class="callout v-warning"><p>${both({
    en: 'TLS was not verified (--insecure): who answered is not certain.',
    zh: '未校验 TLS 证书（--insecure）：无法确定应答者的身份。',
  })}</p></aside>`;
}

/** What the proof of the suite showed. */
export function drawProof(proof: ProofSummary | undefined): Markup | undefined {
  if (proof === undefined) return undefined;
  const { caught, defects, blamed, variants } = proof;
  const hash = proof.suiteHash.slice(0, 12);
  return markup`<aside class="proof"><p>${both({
    en: `How far to trust this verdict: the suite caught ${caught} of ${defects} deliberately broken servers and blamed ${blamed} of ${variants} unusual but right ones.`,
    zh: `这一结论有多可信：本套件发现了 ${caught}/${defects} 个故意出错的服务端，误判了 ${blamed}/${variants} 个少见但正确的服务端。`,
  })}
<span class="hash">${both({ en: 'Proved suite:', zh: '经验证的套件：' })} <code>${hash}</code></span></p></aside>`;
}
