import type { Text } from '../../text.js';
import type { Findings } from './findings.js';
import { both, type Markup, markup } from './markup.js';

/** The bar at the top: where to go, and the two languages. */
export function drawTopBar({ failed, warned, unjudged }: Findings): Markup {
  const places: readonly [anchor: string, words: Text, there: boolean][] = [
    ['failures', { en: 'What failed', zh: '未通过' }, failed.length > 0],
    ['warnings', { en: 'Warnings', zh: '警告' }, warned.length > 0],
    ['unjudged', { en: 'Not judged', zh: '无法判定' }, unjudged.length > 0],
    ['matrix', { en: 'Requirements', zh: '要求' }, true],
    ['cases', { en: 'Cases', zh: '用例' }, true],
    ['legend', { en: 'Verdicts', zh: '结论说明' }, true],
    ['run', { en: 'This run', zh: '本次运行' }, true],
  ];
  const links = places.flatMap(([anchor, words, there]) =>
    there ? markup`<a href="#${anchor}">${both(words)}</a>` : [],
  );
  return markup`<header class="top"><a class="brand" href="#outcome">cmdb-conformance</a>
<nav aria-label="Sections" data-label-en="Sections" data-label-zh="章节">${links}</nav>
<div class="langs needs-js" role="group" aria-label="语言 / Language"><button type="button" data-lang-button="zh" lang="zh-CN">中文</button><button type="button" data-lang-button="en" lang="en">English</button></div></header>`;
}
