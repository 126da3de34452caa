import type { RunRecord } from '../../record/record.js';
import type { Text } from '../../text.js';
import { drawFrame } from '../html/frame.js';
import { both, type Markup, markup } from '../html/markup.js';
import { shorten } from '../html/shorten.js';
import { startComparison } from '../comparison/html/client/start-comparison.js';
import { filterRows } from '../html/client/filter-rows.js';
import { switchLanguage } from '../html/client/switch-language.js';
import { drawStyle } from '../html/style/draw-style.js';
import type { Lang } from '../lang.js';
import { outcomeSentence } from '../sentences/outcome.js';
import { STATEMENT_MEANING } from '../sentences/statement.js';
import { cut } from '../visible.js';
import { EFFORT_WORDS, OUTCOME_WORDS } from '../words.js';

/**
 * Draws the page of a statement, in both languages: what was found, what that means and what it does
 * not mean.
 *
 * @param lang - the language of the page where its script does not run
 * @returns an HTML document in which text of a record is only text
 */
export function drawStatement(record: RunRecord, lang: Lang): string {
  const parts = Object.entries({ filterRows, switchLanguage }).map(
    ([name, part]) => `${name}: ${String(part)}`,
  );
  return drawFrame({
    lang,
    title: { en: 'Statement · cmdb-conformance', zh: '声明 · cmdb-conformance' },
    colour: '%231f5fa8',
    style: drawStyle(),
    script: `(${String(startComparison)})(document, window, {\n${parts.join(',\n')}\n});`,
    body: drawBody(record),
  });
}

function drawBody(record: RunRecord): Markup {
  const { outcome, target, startedAt, suite, endpoints } = record;
  const facts: readonly (readonly [Text, Markup | string])[] = [
    [{ en: 'Outcome', zh: '结论' }, both(OUTCOME_WORDS[outcome])],
    [{ en: 'Target', zh: '目标' }, cut(target.baseUrl, 300)],
    [
      { en: 'Endpoints', zh: '接口' },
      cut(endpoints.map(({ endpoint }) => endpoint).join(', '), 500),
    ],
    [{ en: 'Time', zh: '时间' }, cut(startedAt, 40)],
    [
      { en: 'Suite', zh: '套件' },
      markup`${cut(suite.version, 50)}, ${both(EFFORT_WORDS[suite.effort])}`,
    ],
    ...suite.documents
      .slice(0, 50)
      .map(
        ({ path, sha256 }) =>
          [
            { en: 'Document', zh: '文档' },
            markup`${cut(path, 200)}<br><code>${sha256}</code>`,
          ] as const,
      ),
  ];
  const list = (texts: readonly Text[]): Markup =>
    markup`<ul class="notes">${texts.map((text) => markup`<li>${both(text)}</li>`)}</ul>`;
  return markup`<header class="top"><a class="brand" href="#statement">cmdb-conformance</a>
<div class="langs needs-js" hidden role="group" aria-label="语言 / Language"><button type="button" data-lang-button="zh" lang="zh-CN">中文</button><button type="button" data-lang-button="en" lang="en">English</button></div></header>
<main>
<section class="run" aria-labelledby="statement"><h1 id="statement">${both({ en: 'Statement', zh: '声明' })}</h1>
<p>${both(shorten(outcomeSentence(record), 1500))}</p>
<table class="list"><tbody>${facts.map(([name, value]) => markup`<tr><th scope="row">${both(name)}</th><td>${value}</td></tr>`)}</tbody></table></section>
<section aria-labelledby="means"><h2 id="means">${both({ en: 'What it means', zh: '它意味着什么' })}</h2>${list(STATEMENT_MEANING.means)}</section>
<section aria-labelledby="means-not"><h2 id="means-not">${both({ en: 'What it does not mean', zh: '它不意味着什么' })}</h2>${list(STATEMENT_MEANING.meansNot)}</section>
<section aria-labelledby="check"><h2 id="check">${both({ en: 'How to check it', zh: '如何核对' })}</h2><div class="command"><div class="shell"><code>npx cmdb-conformance statement verify &lt;folder&gt; --key &lt;signer.pub.pem&gt;</code></div></div></section>
</main>`;
}
