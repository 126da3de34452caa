import type { RunRecord } from '../../record/record.js';
import { countedVerdicts } from '../tally.js';
import { VERDICT_MEANINGS, VERDICTS } from '../verdict.js';
import { drawVerdict } from './icons.js';
import { both, type Markup, markup } from './markup.js';

/** How verdicts are made, for a reader who sees such a report for the first time. */
export function drawLegendSection(record: RunRecord): Markup {
  const counted = countedVerdicts(record);
  const rules = VERDICTS.filter(
    (verdict) => verdict === 'observed' || counted.includes(verdict),
  ).map(
    (verdict) =>
      markup`<div><dt>${drawVerdict(verdict)}</dt><dd>${both(VERDICT_MEANINGS[verdict])}</dd></div>`,
  );
  return markup`<section aria-labelledby="legend"><h2 id="legend">${both({ en: 'How verdicts are made', zh: '结论是怎样得出的' })}</h2>
<p>${both({
    en: 'Every rule comes from a sentence of the document. A refusal counts only if the same request without the one fault (its twin) is accepted, nothing was created, and the cause is the right one. A success counts only if what was created is found on the target, once, under the returned id. The run is nonconformant if a must failed; incomplete if a must could not be judged or only a part was run; else conformant.',
    zh: '每条规则都来自文档中的一句话。只有当去掉这一处错误的同一请求（对照请求）被接受、没有创建任何数据、且拒绝原因正确时，一次拒绝才算数；只有当目标上能按返回的 id 查到恰好一条所创建的数据时，一次成功才算数。有“必须”未通过即为不符合；有“必须”无法判定或只运行了一部分即为结论不完整；否则为符合。',
  })}</p><dl class="meanings">${rules}</dl></section>`;
}
