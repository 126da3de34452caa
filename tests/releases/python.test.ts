import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/embedded/json.js';
import { dumps, str, typeName, withoutNaN } from '../../src/embedded/releases/python.js';

describe('Python’s text of a value', () => {
  it.each([
    ['"a"', 'a', 'a'],
    ['7', '7', '7'],
    ['1.0', '1.0', '1.0'],
    ['1.50', '1.5', '1.5'],
    ['100000000000000000000000', '100000000000000000000000', '100000000000000000000000'],
    ['true', 'True', 'True'],
    ['null', 'None', 'None'],
    ['["a", 1, null]', "['a', 1, None]", "[u'a', 1, None]"],
    ['{"a": {"b": false}}', "{'a': {'b': False}}", "{u'a': {u'b': False}}"],
  ])('of %s', (json, third, second) => {
    expect(str(readJson(json), 3)).toBe(third);
    expect(str(readJson(json), 2)).toBe(second);
  });

  it('names types', () => {
    const types = ['1', '1.5', 'true', '[]', '{}'].map((json) => typeName(readJson(json), 3));
    expect(types).toEqual([
      "<class 'int'>",
      "<class 'float'>",
      "<class 'bool'>",
      "<class 'list'>",
      "<class 'dict'>",
    ]);
    expect(typeName(1n, 2)).toBe("<type 'int'>");
  });
});

describe('Python’s JSON', () => {
  it('has a space after each comma and colon, and members in an order if there is one', () => {
    const value = readJson('{"b":1.50,"c":[1,"名",null],"a":{"z":true,"b":{}}}');
    expect(dumps(value, null)).toBe('{"b": 1.50, "c": [1, "名", null], "a": {"z": true, "b": {}}}');
    expect(dumps(value, ['a', 'b'])).toBe(
      '{"a": {"b": {}, "z": true}, "b": 1.50, "c": [1, "名", null]}',
    );
  });

  it('may have numbers that are none, outside texts', () => {
    const read = withoutNaN(
      Buffer.from('{"a": NaN, "b": [-Infinity], "NaN \\" NaN": "名 Infinity"}'),
    );
    expect(read.toString()).toBe('{"a": 1e999, "b": [1e999], "NaN \\" NaN": "名 Infinity"}');
  });
});
