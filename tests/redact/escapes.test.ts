import { describe, expect, it } from 'vitest';
import { decodedView } from '../../src/redact/decoded-view.js';
import type { DecodedView } from '../../src/redact/decoded-view.js';
import { endOfMatch } from '../../src/redact/escaped-match.js';
import { beginsEscape, escapesAt, firstEscapeAt } from '../../src/redact/escapes.js';

/** Every reading of the beginning of a text, as what it stands for and how long it is. */
function readings(text: string): string[] {
  return escapesAt(text, 0).map(({ units, length }) => `${units} ${length}`);
}

describe('an escape sequence', () => {
  it.each([
    ['\\"', '" 2'],
    ["\\'", "' 2"],
    ['\\/', '/ 2'],
    ['\\b', '\b 2'],
    ['\\f', '\f 2'],
    ['\\n', '\n 2'],
    ['\\r', '\r 2'],
    ['\\t', '\t 2'],
    ['\\u0061', 'a 6'],
    ['\\u00e9', 'é 6'],
    ['\\u00E9', 'é 6'],
    ['\\u5173', '关 6'],
    ['\\x61', 'a 4'],
    ['%61', 'a 3'],
    ['%7f', '\u007f 3'],
    ['%C3%A9', 'é 6'],
    ['%c3%a9', 'é 6'],
    ['%C2%80', '\u0080 6'],
    ['%E5%85%B3', '关 9'],
    ['%F0%9F%98%80', '😀 12'],
    ['%F4%8F%BF%BF', '\u{10ffff} 12'],
    ['%u5173', '关 6'],
    ['%U5173', '关 6'],
    ['%u0000', '\0 6'],
    ['%00', '\0 3'],
    ['&#0;', '\0 4'],
    ['&amp;', '& 5'],
    ['&lt;', '< 4'],
    ['&gt;', '> 4'],
    ['&quot;', '" 6'],
    ['&apos;', "' 6"],
    ['&nbsp;', '\u00a0 6'],
    ['&#97;', 'a 5'],
    ['&#0097;', 'a 7'],
    ['&#128512;', '😀 9'],
    ['&#x61;', 'a 6'],
    ['&#X1F600;', '😀 9'],
    ['&#x10FFFF;', '\u{10ffff} 10'],
    ['+', '  1'],
  ])('%s is read', (text, expected) => {
    expect(readings(text)).toEqual([expected]);
    expect(readings(`${text}a`)).toEqual([expected]);
    expect(readings(`a${text}`)).toEqual([]);
  });

  it.each([
    'a',
    '',
    '\\',
    '\\a',
    '\\v',
    '\\q61',
    '\\u',
    '\\u006',
    '\\u006g',
    '\\u00 6',
    '\\u00@0',
    '\\x6',
    '\\x6`',
    '%',
    '%6',
    '%6g',
    '%:0',
    '%/0',
    '%1/',
    '%1 ',
    '%u517',
    '%80',
    '%BF%80',
    '%C0%AF',
    '%C1%80',
    '%C3',
    '%C3 A9',
    '%C3%29',
    '%C3%C3',
    '%E5%85',
    '%E5%85%',
    '%E5%C5%B3',
    '%F4%90%80%80',
    '%F5%80%80%80',
    '%FF',
    '&',
    '&amp',
    '&amps;',
    '&AMP;',
    '&xy;',
    '&#;',
    '&#x;',
    '&#xg;',
    '&#97',
    '&#1114112;',
    '&#12345678;',
    '&#x110000;',
    '&#x1234567;',
  ])('%j is none', (text) => {
    expect(readings(text)).toEqual([]);
    expect(firstEscapeAt(text, 0)).toBeUndefined();
  });

  it('may have been escaped again, up to three times', () => {
    expect(readings('\\\\')).toEqual(['\\ 2']);
    expect(readings('\\\\\\\\')).toEqual(['\\ 2', '\\ 4']);
    expect(readings('\\\\n')).toEqual(['\\ 2', '\n 3']);
    expect(readings('\\\\u0061')).toEqual(['\\ 2', 'a 7']);
    expect(readings('\\\\\\n')).toEqual(['\\ 2', '\n 4']);
    expect(readings(`${'\\'.repeat(7)}n`)).toEqual(['\\ 2', '\\ 4', '\n 8']);
    expect(readings(`${'\\'.repeat(8)}n`)).toEqual(['\\ 2', '\\ 4']);
  });

  it('begins with one of four characters', () => {
    const begins = Array.from({ length: 128 }, (_, unit) => unit).filter(beginsEscape);
    expect(String.fromCharCode(...begins)).toBe('%&+\\');
  });

  it('is taken from left to right, and a plus stays one', () => {
    expect(firstEscapeAt('\\\\n', 0)).toEqual({ units: '\\', length: 2 });
    expect(firstEscapeAt('a\\n', 1)).toEqual({ units: '\n', length: 2 });
    expect(firstEscapeAt('+', 0)).toBeUndefined();
  });
});

describe('a decoded view', () => {
  const originsOf = (view: DecodedView | undefined) =>
    Array.from({ length: (view?.text.length ?? 0) + 1 }, (_, at) => view?.origin(at));
  const viewOf = (text: string) => {
    const view = decodedView(text);
    return view === undefined ? undefined : [view.text, originsOf(view)];
  };

  it.each(['', 'abc', 'a+b', '100%', '\\', 'a & b', '%zz'])('is none of %j', (text) => {
    expect(viewOf(text)).toBeUndefined();
  });

  it.each([
    ['%61', 'a', [0, 3]],
    ['x%61y', 'xay', [0, 1, 4, 5]],
    ['%61b%63', 'abc', [0, 3, 4, 7]],
    ['a\\u0062&#99;d', 'abcd', [0, 1, 7, 12, 13]],
    ['%F0%9F%98%80!', '😀!', [0, 0, 12, 13]],
    ['x%F0%9F%98%80!', 'x😀!', [0, 1, 1, 13, 14]],
    ['\\\\', '\\', [0, 2]],
    ['\\n', '\n', [0, 2]],
    ['50%%61', '50%a', [0, 1, 2, 3, 6]],
  ])('of %j has each unit’s origin', (text, decoded, origin) => {
    expect(viewOf(text)).toEqual([decoded, origin]);
  });

  it('of a view goes back to the first text', () => {
    const once = decodedView('x%2561y');
    expect(once?.text).toBe('x%61y');
    const twice = decodedView(once?.text ?? '', once?.origin);
    expect(twice?.text).toBe('xay');
    expect(originsOf(twice)).toEqual([0, 1, 6, 7]);
  });
});

describe('a value with some of its characters escaped', () => {
  it.each([
    ['ab', 'ab', 0, 2],
    ['xab', 'ab', 1, 3],
    ['%61b', 'ab', 0, 4],
    ['a%62c', 'ab', 0, 4],
    ['\\u0061&#98;', 'ab', 0, 11],
    ['%F0%9F%98%80x', '😀x', 0, 13],
    ['x%F0%9F%98%80', 'x😀', 0, 13],
    ['a+b', 'a b', 0, 3],
    ['a+b', 'a+b', 0, 3],
    ['a%2Bb', 'a+b', 0, 5],
    ['50%25', '50%', 0, 3],
    ['50%', '50%', 0, 3],
    ['\\\\', '\\', 0, 1],
    ['\\\\n', '\\n', 0, 3],
    ['\\\\\\n', '\\\n', 0, 4],
    ['a\\/b', 'a/b', 0, 4],
    ['%61\\\\', 'a\\', 0, 5],
    ['%61\\\\\\\\', 'a\\', 0, 7],
    ['%61b', 'ab', 0, 4],
    ['&amp;amp;', '&amp;', 0, 5],
  ])('%j holds %j', (text, value, at, end) => {
    expect(endOfMatch(text, at, value)).toBe(end);
  });

  it.each([
    ['', 'a', 0],
    ['b', 'a', 0],
    ['ab', 'a', 1],
    ['%61', 'ab', 0],
    ['%61c', 'ab', 0],
    ['a%63', 'ab', 0],
    ['a%6', 'ab', 0],
    ['%F0%9F%98%81', '😀', 0],
    ['%F0%9F%98', '😀', 0],
    ['a\\', 'ab', 0],
  ])('%j does not hold %j', (text, value, at) => {
    expect(endOfMatch(text, at, value)).toBeUndefined();
  });

  it('takes no longer for all the ways that it can be read', () => {
    const backslashes = '\\'.repeat(400);
    expect(endOfMatch(backslashes, 0, `${'\\'.repeat(100)}x`)).toBeUndefined();
    expect(endOfMatch(backslashes, 0, '\\'.repeat(200))).toBe(200);
  });
});
