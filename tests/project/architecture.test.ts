import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { SOURCE } from './source.js';

/** Imports between rooms: which rooms each imports. */
type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

const PAGE = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');

const ROOMS = [...new Set(SOURCE.map(({ path }) => roomOf(path)))].filter(isRoom).sort();

describe('the picture of the rooms', () => {
  const real = arrowsOf(imports());
  const drawn = arrowsOf(picture(PAGE));

  it('shows every import that does not follow from others, and nothing else', () => {
    expect(listed(drawn)).toEqual(listed(withoutShortcuts(real)));
  });

  it('shows every room, and so does the table', () => {
    const shown = [...drawn].flatMap(([from, to]) => [from, ...to]);
    expect([...new Set(shown)].sort()).toEqual(ROOMS);
    const rows = [...PAGE.matchAll(/^\| `(\w+)\/`/gm)].map(([, room]) => room);
    expect(rows.sort()).toEqual(ROOMS);
  });
});

it('the page names files that there are', () => {
  const named = [...PAGE.matchAll(/`((?:[\w-]+\/)+[\w-]+\.ts)`/g)].map(([, path]) => path);
  const there = SOURCE.map(({ path }) => path);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => path === undefined || !there.includes(path))).toEqual([]);
});

describe('arrows', () => {
  it('are read from the picture', () => {
    const page = 'x\n```mermaid\nflowchart TD\n  a --> b & c\n  b --> c\n```\n';
    expect(picture(page)).toEqual([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ]);
  });

  it('are left out where others lead there too', () => {
    const arrows = arrowsOf([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ]);
    expect(listed(withoutShortcuts(arrows))).toEqual(['a --> b', 'b --> c']);
  });
});

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** `error.ts`, `text.ts` and what lies outside of `src/` are no rooms. */
function isRoom(name: string): boolean {
  return /^\w+$/.test(name);
}

/** Every import from one room to another, those of types and those at run time included. */
function imports(): [string, string][] {
  return SOURCE.flatMap(({ path, text }) =>
    ts
      .preProcessFile(text, true, true)
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }): [string, string] => [
        roomOf(path),
        roomOf(posix.join(posix.dirname(path), fileName)),
      ])
      .filter(([from, to]) => from !== to && isRoom(from) && isRoom(to)),
  );
}

/** The arrows of the page's one mermaid block: `a --> b & c`. */
function picture(page: string): [string, string][] {
  const [block, ...more] = [...page.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)];
  if (block === undefined || more.length > 0) throw new Error('there is no single picture');
  return (block[1] ?? '').split('\n').flatMap((line): [string, string][] => {
    const [from, to] = line.split('-->').map((side) => side.trim());
    if (from === undefined || to === undefined) return [];
    return to.split('&').map((one): [string, string] => [from, one.trim()]);
  });
}

function arrowsOf(pairs: readonly (readonly [string, string])[]): Arrows {
  const arrows = new Map<string, Set<string>>();
  for (const [from, to] of pairs) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
  return arrows;
}

function withoutShortcuts(arrows: Arrows): Arrows {
  const isShortcut = (from: string, to: string): boolean =>
    [...(arrows.get(from) ?? [])].some((by) => by !== to && leads(by, to));
  const leads = (from: string, to: string): boolean =>
    [...(arrows.get(from) ?? [])].some((next) => next === to || leads(next, to));
  return new Map(
    [...arrows].map(([from, to]) => [
      from,
      new Set([...to].filter((one) => !isShortcut(from, one))),
    ]),
  );
}

function listed(arrows: Arrows): string[] {
  return [...arrows].flatMap(([from, to]) => [...to].map((one) => `${from} --> ${one}`)).sort();
}
