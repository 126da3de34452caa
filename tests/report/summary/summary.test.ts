import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { markdownCode, markdownText } from '../../../src/report/summary/markdown-text.js';
import { drawSummary, drawSummaryHead } from '../../../src/report/summary/summary.js';
import { anEarlyRecord, aSeveralRecord } from '../a-grouped-record.js';
import { anIgnoringRecord } from '../a-caused-record.js';
import { aHostileRecord } from '../a-hostile-record.js';
import { aMixedRecord, aRecord } from '../a-record.js';
import { ACTING, HOSTILE, LONE_SURROGATE } from '../hostile.js';

function parse(text: string): Nodes {
  return fromMarkdown(text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

function nodes(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodes) : [])];
}

function textOf(node: Nodes): string {
  return nodes(node)
    .map((each) => (each.type === 'text' || each.type === 'inlineCode' ? each.value : ''))
    .join('');
}

describe('summary', () => {
  it('begins with the outcome, in either language', () => {
    const record = aMixedRecord();
    expect(drawSummary(record, 'en')).toMatch(/^## ❌ Nonconformant/);
    expect(drawSummary(record, 'zh')).toMatch(/^## ❌ 不符合文档/);
  });

  it('has a head that stands alone, where the whole has no room', () => {
    for (const record of [aMixedRecord(), aHostileRecord(true)]) {
      const head = drawSummaryHead(record, 'en');
      expect(drawSummary(record, 'en').startsWith(head.split('…')[0] ?? '-')).toBe(true);
      expect(head).toContain('the whole is in summary.md');
      expect(head.length).toBeLessThan(5000);
    }
  });

  it('tells each failure with its sentence, what was sent and what came back', () => {
    const text = textOf(parse(drawSummary(aMixedRecord(), 'en')));
    expect(text).toContain('bk_inst_id is required');
    expect(text).toContain('| bk_inst_id | int64 | Yes | 源模型实例id|');
    expect(text).toContain('without bk_inst_id');
    expect(text).toContain('"id":1041');
    expect(text).toContain('"9007199254740993"'.slice(1, -1));
  });

  it('has a column for deviations only where there are some', () => {
    const header = (text: string): string | undefined => /^\| level .*$/m.exec(text)?.[0];
    expect(header(drawSummary(aMixedRecord(), 'en'))).toContain('deviation');
    expect(header(drawSummary(aRecord(), 'en'))).not.toContain('deviation');
  });

  it('tells a reason that many rules have once, and what to do next', () => {
    const text = drawSummary(anEarlyRecord(), 'zh');
    expect(text.match(/3 次创建超时/g)).toHaveLength(2);
    expect(text).toContain('40 条规则');
    expect(text).toContain('重新运行');
  });

  it('has a table of several endpoints, and a section for each', () => {
    const text = drawSummary(aSeveralRecord(), 'en');
    expect(text).toMatch(/^\| ` create_thing ` \| 1 \| 0 \| 1 \| 0 \| 0 \|$/m);
    const [, first = '', second = ''] = text.split(/^## ` \w+ `$/m);
    expect(first).not.toContain('request.name.required');
    expect(second).toContain('request.name.required');
    expect(second).toContain('a host was created all the same');
    expect(drawSummary(aMixedRecord(), 'en').match(/^## /gm)).toHaveLength(1);
  });

  it('tells what several rules fail for first and once, with the rules under it', () => {
    const text = textOf(parse(drawSummary(anIgnoringRecord(), 'en')));
    expect(text).toContain('6 of them because the server ignores metadata');
    expect(text.match(/The server ignores metadata: requests without it/g)).toHaveLength(1);
    expect(text).toMatch(
      /6 rules are broken and 2 recommendations are not kept for this one reason: request\.metadata\.required, req/,
    );
    expect(text).toContain('the first: The rule request.metadata.required.');
    expect(text).toContain('2 recommendations request.metadata.label.values');
  });

  it('is in one language', () => {
    const text = drawSummary(aRecord(), 'zh');
    expect(text).toMatch(/^## ✅ 符合文档 · 内置 CMDB `/);
    expect(text).toContain('次交互');
    expect(text).not.toContain('exchanges');
  });

  it('lets no text of a server be markup', () => {
    const ways = [
      ['en', false],
      ['zh', false],
      ['en', true],
    ] as const;
    for (const [lang, several] of ways) {
      const text = drawSummary(aHostileRecord(several), lang);
      const found = nodes(parse(text));
      const html = found.flatMap((node) => (node.type === 'html' ? node.value : []));
      for (const piece of html) expect(piece).toMatch(/^(<\/?(details|summary|sub)>|[^<>])*$/);
      expect(found.filter((node) => /^(link|image|definition)/.test(node.type))).toEqual([]);
      for (const row of found) {
        if (row.type === 'tableRow') expect([4, 7]).toContain(row.children.length);
      }
      expect(text.replaceAll('\n', '')).not.toMatch(ACTING);
      expect(text.length).toBeLessThan(100_000);
      expect(text).not.toMatch(LONE_SURROGATE);
    }
  });
});

describe('text in Markdown', () => {
  it('reads as it was written', () => {
    const text = 'a | b * c _d_ `e` <f> & [g](h) https://x.example @i #1 \\ ~~j~~ 1. k';
    expect(textOf(parse(markdownText(text, 500)))).toBe(text);
    expect(nodes(parse(markdownText(text, 500))).map((node) => node.type)).toEqual([
      'root',
      'paragraph',
      'text',
    ]);
  });

  it('has a fence longer than any run of backticks', () => {
    const [code] = nodes(parse(markdownCode('a `` b ``` c', 100))).filter(
      (node) => node.type === 'inlineCode',
    );
    expect(code).toMatchObject({ value: 'a `` b ``` c' });
  });

  it('is cut', () => {
    expect(markdownText(HOSTILE, 100).length).toBeLessThan(500);
  });
});
