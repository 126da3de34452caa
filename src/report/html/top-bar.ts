import type { Text } from '../../text.js';
import type { Findings } from './findings.js';
import { both, type Markup, markup } from './markup.js';

type Place = readonly [anchor: string, words: Text, there: boolean];

/** The bar at the top: where to go, and the two languages. */
export function drawTopBar(all: readonly Findings[]): Markup {
  const [only, ...more] = all;
  const places: readonly Place[] = [
    ...(more.length > 0 ? [ENDPOINTS] : only === undefined ? [] : placesIn(only)),
    ['legend', { en: 'Verdicts', zh: '结论说明' }, true],
    ['run', { en: 'This run', zh: '本次运行' }, true],
  ];
  const links = places.flatMap(([anchor, words, there]) =>
    there ? markup`<a href="#${anchor}">${both(words)}</a>\n` : [],
  );
  return markup`<header class="top"><a class="brand" href="#outcome">cmdb-conformance</a>
<nav aria-label="Sections" data-label-en="Sections" data-label-zh="章节">${links}</nav>
<div class="langs needs-js" hidden role="group" aria-label="语言 / Language"><button type="button" data-lang-button="zh" lang="zh-CN">中文</button><button type="button" data-lang-button="en" lang="en">English</button></div></header>`;
}

const ENDPOINTS: Place = ['endpoints', { en: 'Endpoints', zh: '接口' }, true];

/** Where to go among what was found on one endpoint. */
export function placesIn({ counts, unjudged, anchor }: Findings): readonly Place[] {
  return [
    [anchor('failures'), { en: 'What failed', zh: '未通过' }, counts.failed > 0],
    [anchor('warnings'), { en: 'Warnings', zh: '警告' }, counts.warning > 0],
    [anchor('unjudged'), { en: 'Not judged', zh: '无法判定' }, unjudged.length > 0],
    [anchor('waived'), { en: 'Waived', zh: '已豁免' }, counts.waived > 0],
    [anchor('deviation'), { en: 'Declared', zh: '已声明' }, counts.deviation > 0],
    [anchor('matrix'), { en: 'Requirements', zh: '要求' }, true],
    [anchor('cases'), { en: 'Cases', zh: '用例' }, true],
  ];
}
