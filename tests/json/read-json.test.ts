import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactNumber } from '../../src/json/json-value.js';
import type { JsonValue } from '../../src/json/json-value.js';
import { readJson, readJsonBytes } from '../../src/json/read-json.js';
import { writeJson } from '../../src/json/write-json.js';

function valueOf(text: string): JsonValue {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(`${reading.problem} at ${reading.offset}: ${text}`);
  return reading.value;
}

function problemOf(text: string): string {
  const reading = readJson(text);
  return reading.ok ? 'none' : `${reading.offset} ${reading.problem}`;
}

describe('numbers', () => {
  it.each([
    ['0', 0n],
    ['-7', -7n],
    ['9007199254740993', 9007199254740993n],
    ['9223372036854775807', 9223372036854775807n],
    ['-9223372036854775808', -9223372036854775808n],
    ['9223372036854775808', 9223372036854775808n],
    ['9'.repeat(400), BigInt('9'.repeat(400))],
  ])('%s is a bigint', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it.each(['-0', '11.0', '1e1', '1E+300', '-0.5e-7', '1e300', '0e0', '9'.repeat(401)])(
    '%s is kept as text',
    (text) => {
      expect(valueOf(text)).toEqual(new ExactNumber(text));
    },
  );

  it('keeps four million digits in linear time', () => {
    const digits = '7'.repeat(4_000_000);
    expect(valueOf(`[${digits}]`)).toEqual([new ExactNumber(digits)]);
  });
});

describe('white space', () => {
  it.each([' ', '\t', '\r', '\n', ' \r\n\t '])('%j may stand between all tokens', (space) => {
    const text = ['', '[', '1', ',', '{', '"a"', ':', 'null', '}', ',', '{', '}', ']', ''].join(
      space,
    );
    expect(writeJson(valueOf(text))).toBe('[1,{"a":null},{}]');
    expect(writeJson(valueOf(`${space}2${space}`))).toBe('2');
  });
});

describe('what is not JSON', () => {
  it.each([
    ['', '0 the text is empty'],
    [' \n', '2 the text is empty'],
    ['[1,]', '3 trailing comma'],
    ['{"a":1 , }', '9 trailing comma'],
    ['{}{}', '2 something follows the JSON value'],
    ['1 x', '2 something follows the JSON value'],
    ['{} // end', '3 a comment'],
    ['[/* */1]', '1 a comment'],
    ['{/**/"a":1}', '1 a comment'],
    ["{'a':1}", '1 single quotes'],
    ["['a']", '1 single quotes'],
    ['{a:1}', '1 a key in double quotes is missing'],
    ['{1:1}', '1 a key in double quotes is missing'],
    ['{,}', '1 a key in double quotes is missing'],
    ['NaN', '0 NaN or Infinity'],
    ['[Infinity]', '1 NaN or Infinity'],
    ['xNaN', '0 no JSON value'],
    ['\u000b1', '0 no JSON value'],
    ['\u00a01', '0 no JSON value'],
    ['[-Infinity]', '2 a digit is missing in a number'],
    ['nul', '0 no JSON value'],
    ['True', '0 no JSON value'],
    ['falsy', '0 no JSON value'],
    ['undefined', '0 no JSON value'],
    ['nullx', '4 something follows the JSON value'],
    ['[,1]', '1 no JSON value'],
    ['\ufeff{}', '0 a byte order mark'],
    ['\u00a0{}', '0 no JSON value'],
    ['01', '0 leading zero in a number'],
    ['-01', '1 leading zero in a number'],
    ['[1.]', '3 a digit is missing in a number'],
    ['.5', '0 no JSON value'],
    ['+1', '0 no JSON value'],
    ['-', '1 a digit is missing in a number'],
    ['1e', '2 a digit is missing in a number'],
    ['1e+', '3 a digit is missing in a number'],
    ['1e1.5', '3 something follows the JSON value'],
    ['0x10', '1 something follows the JSON value'],
    ['"a', '2 the text ends inside a string'],
    ['"a\\', '2 the text ends inside a string'],
    ['"\t"', '1 control character in a string'],
    ['"a\nb"', '2 control character in a string'],
    ['"\\x"', '1 bad escape in a string'],
    ['"\\u12G4"', '1 bad \\u escape in a string'],
    ['"\\u123"', '1 bad \\u escape in a string'],
    ['[1 2]', '3 a comma is missing'],
    ['{"a":1 "b":2}', '7 a comma is missing'],
    ['{"a" 1}', '5 a colon is missing after a key'],
    ['{"a"', '4 the text ends inside an object'],
    ['{"a":', '5 the text ends inside an object'],
    ['{"a":1', '6 the text ends inside an object'],
    ['{"a":1,', '7 the text ends inside an object'],
    ['{', '1 the text ends inside an object'],
    ['[', '1 the text ends inside an array'],
    ['[1', '2 the text ends inside an array'],
    ['[1,', '3 the text ends inside an array'],
    ['[1}', '2 a comma is missing'],
    ['}', '0 no JSON value'],
    ['<html>', '0 no JSON value'],
  ])('%j: %s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('tells line and column', () => {
    expect(readJson('{\n  "a": 1,\n  "号": 2,\n}')).toEqual({
      ok: false,
      offset: 22,
      line: 4,
      column: 1,
      problem: 'trailing comma',
    });
    expect(readJson('[x')).toMatchObject({ line: 1, column: 2 });
  });

  it('bounds nesting without exhausting the stack', () => {
    expect(readJson('['.repeat(2000) + ']'.repeat(2000)).ok).toBe(true);
    expect(problemOf('['.repeat(2001) + ']'.repeat(2001))).toBe(
      '2000 nested deeper than 2000 levels',
    );
    expect(problemOf('{"a":'.repeat(1_000_000))).toBe('10000 nested deeper than 2000 levels');
  });
});

describe('objects', () => {
  it('have no prototype; __proto__ and constructor are ordinary members', () => {
    const value = valueOf('{"__proto__":{"a":1},"constructor":2,"toString":null}');
    expect(Object.getPrototypeOf(value)).toBe(null);
    expect(Object.entries(value ?? {})).toEqual([
      ['__proto__', { a: 1n }],
      ['constructor', 2n],
      ['toString', null],
    ]);
    expect(readJson('{"__proto__":1,"toString":2}')).toMatchObject({ duplicates: [] });
  });

  it('let the last of two equal keys win, and tell', () => {
    const text = '{"a":1,"b":[{"\\u0061":{"x":[1.0,null]},"a":{"x":[1.0,null]}}],"a":1.0}';
    expect(readJson(text)).toEqual({
      ok: true,
      value: { a: new ExactNumber('1.0'), b: [{ a: { x: [new ExactNumber('1.0'), null] } }] },
      duplicates: [
        { path: 'b.0.a', same: true },
        { path: 'a', same: true },
      ],
    });
    expect(readJson('{"__proto__":1,"__proto__":1}')).toMatchObject({
      duplicates: [{ path: '__proto__', same: true }],
    });
  });

  it.each([
    ['{"x":1,"y":2}', '{"y":2,"x":1}', true],
    ['{"x":1}', '{"x":1,"y":2}', false],
    ['{"x":1,"z":2}', '{"x":1,"y":2}', false],
    ['[1,2]', '[1,2,3]', false],
    ['[1]', '[2]', false],
    ['[]', '{}', false],
    ['{}', 'null', false],
    ['null', '[]', false],
    ['1', '"1"', false],
    ['1.0', '1.00', true],
    ['0', '-0.0', true],
    ['1038', '1.038e3', true],
    ['1038', '1039.0', false],
    ['0.5', '5e-1', false],
    ['0.5', '0.5', true],
    ['0.5', '1', false],
    ['1.0', '{"number":"1.0"}', false],
    ['{"number":"1.0"}', '1.0', false],
    ['-0', '-0', true],
  ])('%s and %s: same %s', (one, other, same) => {
    expect(readJson(`{"k":${one},"k":${other}}`)).toMatchObject({ duplicates: [{ same }] });
  });

  it('keep a contradiction behind any number of repetitions, and bound both', () => {
    const text = `{"a":1${',"a":1'.repeat(100_000)}${',"a":2,"a":3'.repeat(1000)}}`;
    const reading = readJson(text);
    expect(reading.ok && reading.duplicates.filter(({ same }) => same).length).toBe(20);
    expect(reading.ok && reading.duplicates.filter(({ same }) => !same).length).toBe(20);
    const key = JSON.stringify('k'.repeat(10_000));
    expect(readJson(`{${key}:{${key}:1,${key}:2}}`)).toMatchObject({
      duplicates: [{ path: 'k'.repeat(8192), same: false }],
    });
    const [a, b] = ['a'.repeat(5000), 'b'.repeat(5000)];
    expect(readJson(`{"${a}":{"${b}":1,"${b}":2}}`)).toMatchObject({
      duplicates: [{ path: `${a}.${b}`.slice(0, 8192), same: false }],
    });
  });
});

describe('strings', () => {
  it.each([
    '""',
    '"plain 密钥"',
    '"\\"\\\\\\/\\b\\f\\n\\r\\t"',
    '"\\u00e9\\ud83d\\ude00 \\ud800"',
    '"\u007f\u2028\\u0000"',
    '"a\\\\"',
  ])('%s as JSON.parse reads it', (text) => {
    expect(valueOf(text)).toBe(JSON.parse(text));
  });
});

describe('bytes', () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p) : Buffer.of(p))));

  it('notices a byte order mark and reads on', () => {
    expect(readJsonBytes(bytes('\ufeff[1]'))).toEqual({
      ok: true,
      value: [1n],
      duplicates: [],
      bom: true,
    });
    expect(readJsonBytes(bytes('[1]'))).toMatchObject({ ok: true, bom: false });
    expect(readJsonBytes(bytes('\ufeff'))).toMatchObject({ offset: 0, bom: true });
    for (const part of [
      [0xef],
      [0xef, 0xbb],
      [0xef, 0xbb, 0x31],
      [0x31, 0xbb, 0xbf],
      [0xef, 0x31, 0xbf],
    ]) {
      expect(readJsonBytes(bytes(...part))).toMatchObject({ ok: false, bom: false });
    }
    expect(readJsonBytes(bytes('\ufeff\ufeff', 0xff))).toMatchObject({ offset: 3, column: 2 });
    expect(readJsonBytes(bytes('\ufeff\ufeff1'))).toMatchObject({
      problem: 'a byte order mark',
      bom: true,
    });
    expect(readJsonBytes(bytes('"\ufeff"'))).toMatchObject({ value: '\ufeff' });
  });

  it('tells where it is not UTF-8', () => {
    expect(readJsonBytes(bytes('{\n"a":"密', 0xff, '"}'))).toEqual({
      ok: false,
      offset: 10,
      line: 2,
      column: 7,
      problem: 'not UTF-8',
      bom: false,
    });
    expect(readJsonBytes(bytes('"', 0xe5, 0xaf, '"'))).toMatchObject({ offset: 1 });
    expect(readJsonBytes(bytes('"a', 0xe5, 0xaf))).toMatchObject({ offset: 2 });
    expect(readJsonBytes(bytes(0xff, 0xfe, '{', 0))).toMatchObject({ offset: 0 });
    expect(readJsonBytes(bytes('"', 0xed, 0xa0, 0x80, '"'))).toMatchObject({ offset: 1 });
    expect(readJsonBytes(bytes('"', 0xc0, 0xaf, '"'))).toMatchObject({ offset: 1 });
  });

  it('finds the place of the first bad byte in any bytes', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }).map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 4 }).map((some) => Buffer.from(some)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const all = Buffer.concat(pieces);
        const reading = readJsonBytes(all);
        const good = (length: number) => {
          const text = all.subarray(0, length).toString('utf8');
          return Buffer.from(text).equals(all.subarray(0, length));
        };
        if (reading.ok || reading.problem !== 'not UTF-8') return good(all.length);
        const offset = reading.offset + (reading.bom ? 3 : 0);
        const next = [1, 2, 3, 4].some((n) => offset + n <= all.length && good(offset + n));
        return good(offset) && !next;
      }),
    );
  });
});

/** JSON.parse rounds numbers; the reader does not. */
function rounded(value: JsonValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ExactNumber) return Number(value.number);
  if (Array.isArray(value)) return value.map((item: JsonValue) => rounded(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item)]));
}

const almostJson = fc
  .array(
    fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"', '"a"', '"a":', '\\', '\\u0041', 'true', 'null', ' '],
      ...['0', '-', '12', '.5', 'e', 'E+1', '\n', '\t', '\u0001', '密', '\ud800', 'f', '/', "'"],
      ...['[1]', '{"a":1}', '"\\n"'],
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('against JSON.parse', () => {
  it('accepts and refuses the same texts, and reads the same', () => {
    const text = fc.oneof(
      { weight: 5, arbitrary: almostJson },
      { weight: 1, arbitrary: fc.json() },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.json(), fc.nat(), fc.constantFrom(',', '}', '"', '\\', '', '1'))
          .map(([json, at, unit]) => {
            const place = at % (json.length + 1);
            return json.slice(0, place) + unit + json.slice(place + 1);
          }),
      },
    );
    fc.assert(
      fc.property(text, (some) => {
        const reading = readJson(some);
        let parsed: unknown;
        try {
          parsed = JSON.parse(some);
        } catch {
          expect(reading.ok).toBe(false);
          return;
        }
        expect(reading.ok && rounded(reading.value)).toEqual(parsed);
      }),
      { numRuns: 5000 },
    );
  });
});

const exactJson = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.string({ unit: 'binary' }),
    fc.bigInt(),
    fc
      .tuple(fc.bigInt(), fc.constantFrom('.0', 'e5', '.25E-3', 'e+300'))
      .map(([whole, rest]) => new ExactNumber(`${whole.toString()}${rest}`)),
    fc.constant(new ExactNumber('-0')),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), tie('value'), {
      noNullPrototype: false,
      maxKeys: 4,
    }),
  ),
})).value;

describe('what is written', () => {
  it.each([undefined, 0, 2])('is read back as it was, with an indent of %s', (indent) => {
    fc.assert(
      fc.property(exactJson, (value) => {
        const text = writeJson(value, indent);
        const reading = readJson(text);
        expect(reading).toMatchObject({ ok: true, duplicates: [] });
        expect(reading.ok && writeJson(reading.value, indent)).toBe(writeJson(value, indent));
        if (reading.ok) expect(reading.value).toEqual(value);
      }),
    );
  });
});
