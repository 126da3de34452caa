import { describe, expect, it } from 'vitest';
import { PAGES, readPage } from './pages.js';

/** The last step of a path, without what it leads to on the page. */
function nameOf(path: string): string {
  return path.replace(/#.*$/, '').replace(/^.*\//, '');
}

describe('the pages for users', () => {
  it('are the README, and those that it leads to', () => {
    const linked = readPage('README.md').links.filter((path) => path.startsWith('docs/'));
    const english = PAGES.map(([path]) => path);
    expect(english).toContain('README.md');
    expect(english.length).toBeGreaterThan(3);
    expect(linked).toEqual(expect.arrayContaining(english.filter((path) => path !== 'README.md')));
  });
});

describe.each(PAGES)('%s and %s', (english, chinese) => {
  const en = readPage(english);
  const zh = readPage(chinese);

  it('lead to each other', () => {
    expect(en.links).toContain(nameOf(chinese));
    expect(zh.links).toContain(nameOf(english));
  });

  it('have the same headings, by number and level', () => {
    expect(zh.headings.map(({ level }) => level)).toEqual(en.headings.map(({ level }) => level));
  });

  it('have the same tables, by rows, columns and the code in them', () => {
    const shape = ({ tables }: typeof en): string[][][] =>
      tables.map((rows) => rows.map((row) => row.map(({ code }) => [...code].sort().join(' '))));
    expect(shape(zh)).toEqual(shape(en));
  });

  it('have no cell that is empty in one of them only', () => {
    const empty = ({ tables }: typeof en): boolean[] =>
      tables.flat(2).map(({ text }) => text.trim() === '');
    expect(empty(zh)).toEqual(empty(en));
  });

  it('have the same commands and files', () => {
    expect(zh.blocks).toEqual(en.blocks);
  });

  it('lead to the same places, each in its language', () => {
    const places = ({ links }: typeof en): Set<string> =>
      new Set(links.map((link) => link.replace(/#.*$/, '').replace(/\.zh\.(md|png)$/, '.$1')));
    expect(places(zh)).toEqual(places(en));
    const chinesePages = new Set(PAGES.map(([, path]) => nameOf(path)));
    const toEnglish = zh.links.filter((link) =>
      chinesePages.has(nameOf(link).replace(/\.md$/, '.zh.md')),
    );
    expect(toEnglish.map(nameOf)).toEqual([nameOf(english)]);
  });

  it('speak their language', () => {
    const han = /\p{Script=Han}/u;
    expect(en.headings.filter(({ text }) => han.test(text))).toEqual([]);
    expect(zh.tables.flatMap(([head = []]) => head).filter(({ text }) => !han.test(text))).toEqual(
      [],
    );
  });
});
