import { describe, expect, it } from 'vitest';
import { ExactNumber, isObject } from '../../src/json/json-value.js';

describe('isObject', () => {
  it('is true for objects only', () => {
    expect(isObject({})).toBe(true);
    expect(isObject({ a: 1n })).toBe(true);
    for (const value of [undefined, null, true, 'x', 1n, [], [{}], new ExactNumber('1.5')]) {
      expect(isObject(value)).toBe(false);
    }
  });
});
