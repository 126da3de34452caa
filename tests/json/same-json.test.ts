import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/json/read-json.js';
import type { JsonValue } from '../../src/json/json-value.js';
import { sameJson } from '../../src/json/same-json.js';

function json(text: string): JsonValue {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.value;
}

describe('the same JSON', () => {
  it.each([
    ['1', '1.0'],
    ['1', '10e-1'],
    ['0', '-0'],
    ['0.5', '0.5'],
    ['9007199254740993', '9007199254740993'],
    ['"a"', '"\\u0061"'],
    ['null', 'null'],
    ['true', 'true'],
    ['[]', '[]'],
    ['{}', '{}'],
    ['[1, "a", null, {"b": [false]}]', '[1.0,"a",null,{"b":[false]}]'],
    ['{"a": 1, "b": {"c": 2}}', '{"b": {"c": 2}, "a": 1}'],
  ])('%s is %s', (one, other) => {
    expect(sameJson(json(one), json(other))).toBe(true);
    expect(sameJson(json(other), json(one))).toBe(true);
  });

  it.each([
    ['1', '2'],
    ['1', '1.5'],
    ['0.5', '0.25'],
    ['1e300', '1e301'],
    ['9007199254740993', '9007199254740992'],
    ['1', '"1"'],
    ['0.5', '"0.5"'],
    ['0.5', '{"number": "0.5"}'],
    ['1', 'null'],
    ['1', '[1]'],
    ['0.5', '[]'],
    ['"a"', '"b"'],
    ['"a"', '["a"]'],
    ['true', 'false'],
    ['null', '{}'],
    ['null', '[]'],
    ['null', 'false'],
    ['[]', '{}'],
    ['["a"]', '{"0": "a"}'],
    ['[1]', '[1, 2]'],
    ['[1, 2]', '[2, 1]'],
    ['{"a": 1}', '{"b": 1}'],
    ['{"a": 1}', '{"a": 2}'],
    ['{"a": 1}', '{"a": 1, "b": 1}'],
  ])('%s is not %s', (one, other) => {
    expect(sameJson(json(one), json(other))).toBe(false);
    expect(sameJson(json(other), json(one))).toBe(false);
  });

  it('is whatever JSON.parse gives as the same', () => {
    const value = fc.jsonValue({ noUnicodeString: false, maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
        const same = JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
        if (same) expect(sameJson(json(a), json(b))).toBe(true);
        expect(sameJson(json(a), json(a))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
