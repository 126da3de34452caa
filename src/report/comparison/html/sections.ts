import type { Comparison, Latency, Stated } from '../../../record/comparison/comparison.js';
import type { Text } from '../../../text.js';
import { both, type Markup, markup } from '../../html/markup.js';
import { drawQuote } from '../../html/quote.js';
import { shorten } from '../../html/shorten.js';
import { DOCUMENT_CHANGE_WORDS, RULE_WORDS } from '../../sentences/comparison/words.js';
import { EMBEDDED_WORDS, LEVEL_WORDS } from '../../words.js';
import { cut } from '../../visible.js';
import { changeReason } from '../change-reason.js';

const MAX_ROWS = 500;

/** What failed before and still does: it is no change, and yet not forgotten. */
export function drawStillFailing(comparison: Comparison): Markup | undefined {
  const still = comparison.requirements.filter(({ change }) => change === 'still-failing');
  if (still.length === 0) return undefined;
  const rows = still.slice(0, MAX_ROWS).map((one) => {
    const reason = changeReason(comparison, one);
    return markup`<tr><th scope="row"><code>${one.id}</code></th><td>${both(shorten(one.title, 500))} <span class="soft">${reason && both(shorten(reason, 500))}</span></td></tr>`;
  });
  return table('still', { en: 'Still failing', zh: '仍未通过' }, [], rows);
}

/** What the documents state otherwise. */
export function drawDocuments({ documents }: Comparison): Markup | undefined {
  if (documents.length === 0) return undefined;
  const stated = (it: Stated | undefined): Markup | undefined =>
    it && markup`${both(LEVEL_WORDS[it.level])} ${drawQuote(it)}`;
  const rows = documents
    .slice(0, MAX_ROWS)
    .map(
      ({ id, change, before, after }) =>
        markup`<tr><th scope="row"><code>${id}</code> ${both(DOCUMENT_CHANGE_WORDS[change])}</th><td>${stated(before)}</td><td>${stated(after)}</td></tr>`,
    );
  return table(
    'documents',
    { en: 'The documents', zh: '文档' },
    [
      { en: 'Requirement', zh: '要求' },
      { en: 'Before', zh: '之前' },
      { en: 'After', zh: '之后' },
    ],
    rows,
  );
}

/** How long answers took; it counts for nothing. */
export function drawLatency({ latency }: Comparison): Markup | undefined {
  if (latency.length === 0) return undefined;
  const most = Math.max(...latency.flatMap(({ before, after }) => [before.p95Ms, after.p95Ms]), 1);
  const rows = latency
    .slice(0, MAX_ROWS)
    .map(
      (one) =>
        markup`<tr><th scope="row"><code>${cut(one.endpoint, 100)}</code></th><td>${one.before.medianMs} / ${one.before.p95Ms} ms</td><td>${one.after.medianMs} / ${one.after.p95Ms} ms</td><td class="spark">${drawBars(one, most)}</td></tr>`,
    );
  return table(
    'latency',
    { en: 'Latency, shown and never counted', zh: '耗时（仅展示，不计入）' },
    [
      { en: 'Endpoint', zh: '接口' },
      { en: 'Before: median / 95 %', zh: '之前：中位数 / 95%' },
      { en: 'After: median / 95 %', zh: '之后：中位数 / 95%' },
      { en: 'Median, and 95 % behind it', zh: '中位数（深）与 95%（浅）' },
    ],
    rows,
  );
}

function drawBars({ before, after }: Latency, most: number): Markup {
  const bar = (y: number, { medianMs, p95Ms }: Latency['before'], colour: string): Markup =>
    markup`<rect y="${y}" height="8" width="${share(p95Ms, most)}" fill="${colour}" fill-opacity=".3"/><rect y="${y}" height="8" width="${share(medianMs, most)}" fill="${colour}"/>`;
  return markup`<svg width="100%" height="20" aria-hidden="true" focusable="false">${bar(0, before, '#5b6472')}${bar(11, after, '#1f5fa8')}</svg>`;
}

function share(value: number, most: number): string {
  return `${((value / most) * 100).toFixed(2)}%`;
}

/** The rules by which values that must differ were replaced. */
export function drawRules({ rules }: Comparison): Markup {
  const rows = rules.slice(0, MAX_ROWS).map(({ name, pattern, times }) => {
    const words = RULE_WORDS[name];
    return markup`<tr><th scope="row"><code>${name}</code></th><td>${pattern === undefined ? words && both(words) : markup`<code>${cut(pattern, 500)}</code>`}</td><td class="from">${times}</td></tr>`;
  });
  return table(
    'rules',
    { en: 'What must differ, and is no difference', zh: '必然不同、不计为差异的值' },
    [
      { en: 'Rule', zh: '规则' },
      { en: 'What it replaces', zh: '替换的内容' },
      { en: 'Times', zh: '次数' },
    ],
    rows,
  );
}

/** The two runs beside each other. */
export function drawRuns({ before, after }: Comparison): Markup {
  type Of = (run: Comparison['before']) => Markup | string;
  const facts: readonly (readonly [Text, Of])[] = [
    [{ en: 'Name', zh: '名称' }, ({ name }) => cut(name, 200)],
    [{ en: 'Started', zh: '开始时间' }, ({ startedAt }) => cut(startedAt, 40)],
    [
      { en: 'Target', zh: '目标' },
      ({ embedded, baseUrl }) =>
        markup`${embedded ? markup`${both(EMBEDDED_WORDS)} ` : undefined}${cut(baseUrl, 300)}`,
    ],
    [{ en: 'Way in', zh: '接入方式' }, ({ binding }) => cut(binding, 100)],
    [{ en: 'Suite', zh: '套件' }, ({ version, effort }) => `${cut(version, 50)}, ${effort}`],
    [
      { en: 'Documents', zh: '文档' },
      ({ documents }) =>
        markup`${documents.slice(0, 50).map(({ path, sha256 }) => markup`<code>${cut(path, 150)}</code> <span class="soft">${sha256.slice(0, 12)}</span><br>`)}`,
    ],
  ];
  const rows = facts.map(
    ([name, of]) =>
      markup`<tr><th scope="row">${both(name)}</th><td>${of(before)}</td><td>${of(after)}</td></tr>`,
  );
  return table(
    'runs',
    { en: 'The two runs', zh: '两次运行' },
    [
      { en: '', zh: '' },
      { en: 'Before', zh: '之前' },
      { en: 'After', zh: '之后' },
    ],
    rows,
  );
}

function table(
  anchor: string,
  heading: Text,
  columns: readonly Text[],
  rows: readonly Markup[],
): Markup {
  const head =
    columns.length === 0
      ? undefined
      : markup`<thead><tr>${columns.map((words) => markup`<th scope="col">${both(words)}</th>`)}</tr></thead>`;
  return markup`<section class="run" aria-labelledby="${anchor}"><h2 id="${anchor}">${both(heading)}</h2>
<div class="scroll"><table class="list">${head}<tbody>${rows}</tbody></table></div></section>`;
}
