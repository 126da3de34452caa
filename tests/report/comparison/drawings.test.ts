import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { drawComparison } from '../../../src/report/comparison/console.js';
import { drawComparisonHtml } from '../../../src/report/comparison/html/draw-html.js';
import { drawComparisonMarkdown } from '../../../src/report/comparison/markdown.js';
import { ACTING, LONE_SURROGATE } from '../hostile.js';
import {
  aHostileComparison,
  anIncomparable,
  aSameComparison,
  aWorseComparison,
} from './a-comparison.js';

const ALL = {
  worse: aWorseComparison(),
  same: aSameComparison(),
  incomparable: anIncomparable(),
  hostile: aHostileComparison(),
} as const;

const plain = { color: false, width: 120 } as const;

describe('comparison.json', () => {
  it.each(Object.entries(ALL))('keeps its schema: %s', async (_, { comparison }) => {
    const path = new URL('../../../schemas/comparison/comparison.schema.json', import.meta.url);
    const schema: unknown = JSON.parse(await readFile(path, 'utf8'));
    const ajv = new Ajv2020({ strict: true, strictRequired: false, discriminator: true });
    const validate = ajv.compile(Object(schema));
    const written: unknown = JSON.parse(JSON.stringify(comparison));
    expect(validate(written), JSON.stringify(validate.errors?.[0])).toBe(true);
    expect(validate({ ...comparison, more: 1 })).toBe(false);
  });
});

describe.each(['en', 'zh'] as const)('a comparison, in %s,', (lang) => {
  it('says on the console what got worse first, and whom it is due to', () => {
    const text = drawComparison(ALL.worse.comparison, lang, plain);
    const places = (
      lang === 'en'
        ? ['Worse', 'breaking (', 'permission (“null”) is gone', 'the server']
        : ['变差', '破坏性 (', 'permission（“null”）不再返回', '服务端']
    ).map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it.each(Object.entries(ALL))('lets nothing of a server act: %s', (_, drawn) => {
    const { comparison } = drawn;
    const texts = [
      drawComparison(comparison, lang, plain).replace(/\n/g, ' '),
      drawComparisonMarkdown(comparison, lang).replace(/\n/g, ' '),
      drawComparisonHtml(comparison, drawn, lang).replace(/[\n\t]/g, ' '),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(ACTING);
      expect(text).not.toMatch(LONE_SURROGATE);
      expect(text.length).toBeLessThan(3_000_000);
    }
    expect(JSON.stringify(fromMarkdown(texts[1] ?? ''))).not.toMatch(
      /"type":"(?:html|link|image)"/,
    );
    expect(texts[2]).not.toMatch(/<(?:img|b>x|i>)/);
  });

  it('is short enough for a merge request', () => {
    const text = drawComparisonMarkdown(ALL.worse.comparison, lang);
    expect(text.length).toBeLessThan(5000);
    expect(text).toContain('❌');
    expect(drawComparisonMarkdown(ALL.hostile.comparison, lang).length).toBeLessThan(65_000);
  });

  it('says that nothing differs, and what to do where nothing can be compared', () => {
    const same = drawComparison(ALL.same.comparison, lang, plain);
    expect(same).toContain(lang === 'en' ? 'No difference that counts' : '没有计入的差异');
    const none = drawComparison(ALL.incomparable.comparison, lang, plain);
    expect(none).toContain(lang === 'en' ? 'Compare runs of the same endpoints' : '相同接口');
  });
});
