import type { HistoricRequirement, HistoricRun, History } from '../../record/history/history.js';
import type { Status } from '../../record/record.js';
import type { Text } from '../../text.js';
import { startComparison } from '../comparison/html/client/start-comparison.js';
import { filterRows } from '../html/client/filter-rows.js';
import { switchLanguage } from '../html/client/switch-language.js';
import { drawFrame } from '../html/frame.js';
import { drawIcon, drawIconShapes } from '../html/icons.js';
import { both, type Markup, markup } from '../html/markup.js';
import { VERDICT_COLOURS } from '../html/style/colours.js';
import type { Lang } from '../lang.js';
import { CHANGE_WORDS } from '../sentences/comparison/words.js';
import { VERDICT_WORDS } from '../verdict.js';
import { cut } from '../visible.js';
import { LEVEL_WORDS, OUTCOME_WORDS } from '../words.js';
import { drawCounts } from './counts.js';
import { drawHistoryStyle } from './style.js';

/** So many changes of one requirement are told in words; the picture of its row has them all. */
const MAX_TOLD = 6;
const MAX_LISTED = 100;
const STATUSES = ['failed', 'inconclusive', 'deviation', 'not-applicable', 'passed'] as const;

/**
 * Draws many runs as one self-contained page in both languages: outcome and counts as charts, and each
 * requirement with its verdict in each run, the run in which it changed by name.
 *
 * @param lang - the language of the page where its script does not run
 * @returns an HTML document in which text of a record is only text
 */
export function drawHistory(history: History, lang: Lang): string {
  const parts = Object.entries({ filterRows, switchLanguage }).map(
    ([name, part]) => `${name}: ${String(part)}`,
  );
  const { length } = history.runs;
  return drawFrame({
    lang,
    title: { en: `${length} runs · cmdb-conformance`, zh: `${length} 次运行 · cmdb-conformance` },
    colour: '%231f5fa8',
    style: drawHistoryStyle(),
    script: `(${String(startComparison)})(document, window, {\n${parts.join(',\n')}\n});`,
    body: drawBody(history),
  });
}

function drawBody(history: History): Markup {
  return markup`${drawIconShapes()}
<header class="top"><a class="brand" href="#history">cmdb-conformance</a>
<nav aria-label="Sections" data-label-en="Sections" data-label-zh="章节"><a href="#requirements">${both({ en: 'Requirements', zh: '要求' })}</a> <a href="#runs">${both({ en: 'Runs', zh: '运行' })}</a></nav>
<div class="langs needs-js" hidden role="group" aria-label="语言 / Language"><button type="button" data-lang-button="zh" lang="zh-CN">中文</button><button type="button" data-lang-button="en" lang="en">English</button></div></header>
<main>
<section aria-labelledby="history"><h1 id="history">${both({ en: 'History', zh: '历史' })} <span class="count">${both({ en: `${history.runs.length} runs`, zh: `${history.runs.length} 次运行` })}</span></h1>
${drawCounts(history.runs)}</section>
${drawRequirements(history)}
${drawRuns(history.runs)}
</main>
<footer><p>${both({ en: 'Drawn from the records alone.', zh: '仅由运行记录绘制。' })}</p></footer>`;
}

function drawRequirements({ runs, requirements }: History): Markup {
  const latest = (one: HistoricRequirement): Status | 'gone' => one.statuses.at(-1) ?? 'gone';
  const chips = STATUSES.flatMap((status) => {
    const count = requirements.filter((one) => latest(one) === status).length;
    return count === 0
      ? []
      : markup`<button type="button" class="chip v-${status}" data-verdict="${status}" aria-pressed="false">${drawIcon(status)}${both(VERDICT_WORDS[status])} <b>${count}</b></button>`;
  });
  const option = (value: string, words: Text): Markup =>
    markup`<option value="${value}" data-en="${words.en}" data-zh="${words.zh}">${words.en}</option>`;
  return markup`<section class="matrix" aria-labelledby="requirements"><h2 id="requirements">${both({ en: 'Requirements', zh: '要求' })} <span class="count">${requirements.length}</span></h2>
<form class="filters needs-js" hidden role="search"><div class="chips" role="group" data-label-en="Verdict in the latest run" data-label-zh="最近一次的结论">${chips}</div>
<div class="fields"><input type="search" name="text" autocomplete="off" spellcheck="false" data-label-en="Search title, id or run" data-label-zh="搜索标题、编号或运行">
<select name="level" data-label-en="Level" data-label-zh="级别">${option('', { en: 'must and should', zh: '全部级别' })}${(['must', 'should'] as const).map((level) => option(level, LEVEL_WORDS[level]))}</select>
<select name="category" data-label-en="Change" data-label-zh="变化">${option('', { en: 'all', zh: '全部' })}${option('changed', { en: 'that ever changed', zh: '有过变化' })}</select></div></form>
<p class="shown needs-js" hidden role="status" aria-live="polite"></p>
<ul class="rows">${requirements.map(
    (one) =>
      markup`<li class="row history" data-verdict="${latest(one)}" data-level="${one.level}" data-categories="${one.changes.length > 0 ? 'changed' : ''}"><details><summary>
<span class="cell-rule"><b class="title">${both(one.title)}</b><code class="id">${one.id}</code>${one.changes.length === 0 ? undefined : drawChanges(one, runs)}</span>
${drawStrip(one, runs.length)}</summary>${drawAll(one, runs)}</details></li>`,
  )}</ul>
<p class="empty" hidden>${both({ en: 'Nothing matches these filters.', zh: '没有符合筛选条件的要求。' })} <button type="button" class="plain" data-clear>${both({ en: 'Show all', zh: '显示全部' })}</button></p></section>`;
}

/** The changes in words, the latest first: each with the run in which it appeared first. */
function drawChanges({ changes }: HistoricRequirement, runs: readonly HistoricRun[]): Markup {
  const told = changes.toReversed().slice(0, MAX_TOLD);
  const more = changes.length - told.length;
  return markup`<span class="where">${told.map(
    ({ run, change }, at) =>
      markup`${at === 0 ? '' : ' · '}${both(CHANGE_WORDS[change])}: ${cut(runs[run]?.name ?? '', 100)}`,
  )}${more > 0 ? ` · +${more}` : ''}</span>`;
}

/** Every change, behind the row: the run, when it was, and the verdict before and after. */
function drawAll({ changes, statuses }: HistoricRequirement, runs: readonly HistoricRun[]): Markup {
  if (changes.length === 0) {
    return markup`<div class="behind"><p class="soft">${both({ en: 'The same in every run that has it.', zh: '在包含它的每次运行中结论相同。' })}</p></div>`;
  }
  const word = (status: Status | undefined): Markup =>
    status === undefined ? markup`–` : markup`${drawIcon(status)} ${both(VERDICT_WORDS[status])}`;
  const rows = changes
    .toReversed()
    .slice(0, MAX_LISTED)
    .map(
      ({ run, change }) =>
        markup`<tr><th scope="row">${cut(runs[run]?.name ?? '', 100)}</th><td>${runs[run]?.startedAt.slice(0, 16).replace('T', ' ')}</td><td>${both(CHANGE_WORDS[change])}</td><td>${word(statuses[run - 1])} → ${word(statuses[run])}</td></tr>`,
    );
  return markup`<div class="behind"><table class="list"><tbody>${rows}</tbody></table></div>`;
}

/** The verdict in each run, as a strip; neighbours that are alike are one piece. */
function drawStrip({ statuses, id }: HistoricRequirement, length: number): Markup {
  const pieces: { readonly status: Status | undefined; readonly from: number; to: number }[] = [];
  for (const [at, status] of statuses.entries()) {
    const last = pieces.at(-1);
    if (last?.status === status && last !== undefined) last.to = at + 1;
    else pieces.push({ status, from: at, to: at + 1 });
  }
  const percent = (value: number): string => `${((value / length) * 100).toFixed(3)}%`;
  const drawn = pieces.flatMap(({ status, from, to }) =>
    status === undefined
      ? []
      : markup`<rect class="v-${status}" fill="${VERDICT_COLOURS[status]}" x="${percent(from)}" width="${percent(to - from)}" height="100%"/>`,
  );
  return markup`<svg class="bar strip" width="240" height="18" role="img" aria-label="${id}: ${inWords(pieces, 'en')}" data-label-en="${id}: ${inWords(pieces, 'en')}" data-label-zh="${id}：${inWords(pieces, 'zh')}" focusable="false">${drawn}</svg>`;
}

function inWords(
  pieces: readonly {
    readonly status: Status | undefined;
    readonly from: number;
    readonly to: number;
  }[],
  lang: Lang,
): string {
  return pieces
    .slice(0, 20)
    .map(
      ({ status, from, to }) =>
        `${from + 1}–${to} ${status === undefined ? '–' : VERDICT_WORDS[status][lang]}`,
    )
    .join(', ');
}

function drawRuns(runs: readonly HistoricRun[]): Markup {
  const rows = runs
    .toReversed()
    .map(
      ({ name, startedAt, outcome, baseUrl, version, counts }) =>
        markup`<tr><th scope="row">${cut(name, 100)}</th><td>${startedAt.slice(0, 16).replace('T', ' ')}</td><td>${both(OUTCOME_WORDS[outcome])}</td><td>${counts.passed} / ${counts.failed}</td><td>${cut(baseUrl, 100)} <span class="soft">${cut(version, 40)}</span></td></tr>`,
    );
  const head = [
    { en: 'Run', zh: '运行' },
    { en: 'Started', zh: '开始时间' },
    { en: 'Outcome', zh: '结论' },
    { en: 'Passed / failed', zh: '通过 / 未通过' },
    { en: 'Target, suite', zh: '目标与套件' },
  ].map((words) => markup`<th scope="col">${both(words)}</th>`);
  return markup`<section class="run" aria-labelledby="runs"><h2 id="runs">${both({ en: 'Runs', zh: '运行' })}</h2><div class="scroll"><table class="list"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
