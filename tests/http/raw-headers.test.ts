import { describe, expect, it } from 'vitest';
import { headerPairs, headerValue, keptShortly } from '../../src/http/raw-headers.js';

describe('headers', () => {
  const pairs = headerPairs(['Set-Cookie', 'a', 'X', '1', 'set-cookie', 'b']);

  it('are pairs, in their order, names as sent', () => {
    expect(pairs).toEqual([
      ['Set-Cookie', 'a'],
      ['X', '1'],
      ['set-cookie', 'b'],
    ]);
    expect(headerPairs([])).toEqual([]);
    expect(headerPairs(['X'])).toEqual([]);
  });

  it('of one name are joined', () => {
    expect(headerValue(pairs, 'set-cookie')).toBe('a,b');
    expect(headerValue(pairs, 'x')).toBe('1');
    expect(headerValue(pairs, 'y')).toBe('');
  });

  it.each([
    ['1.1', undefined, false],
    ['1.0', undefined, true],
    ['1.0', 'timeout=60', true],
    ['1.1', 'timeout=60', false],
    ['1.1', 'max=100', false],
    ['1.1', 'timeout=2', false],
    ['1.1', 'timeout=1', true],
    ['1.1', 'Timeout = 0, max=5', true],
    ['1.1', 'mytimeout=1', false],
  ])('of HTTP/%s with Keep-Alive %s: closed soon is %s', (version, promised, expected) => {
    const headers = promised === undefined ? [] : headerPairs(['Keep-Alive', promised]);
    expect(keptShortly(version, headers)).toBe(expected);
  });
});
