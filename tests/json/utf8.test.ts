import { describe, expect, it } from 'vitest';
import { offsetOfBadUtf8 } from '../../src/json/utf8.js';

function offset(...bytes: readonly number[]): number {
  return offsetOfBadUtf8(Uint8Array.from(bytes));
}

const A = 0x61;

describe('bytes that are UTF-8', () => {
  it.each(['', 'a', '关联', '😀a', '\uFEFFa', '\0', 'a😀'.repeat(5000)])(
    'are right to their end (%#)',
    (text) => {
      const bytes = new TextEncoder().encode(text);
      expect(offsetOfBadUtf8(bytes)).toBe(bytes.length);
    },
  );
});

it('nothing at all is right', () => {
  expect(offsetOfBadUtf8(new Uint8Array())).toBe(0);
});

describe('bytes that are no UTF-8', () => {
  it.each([
    ['a byte that begins nothing', [A, 0xff], 1],
    ['a byte that only goes on', [0x80], 0],
    ['a byte that only goes on, at the end', [A, A, 0x80], 2],
    ['two bytes of which one is missing', [A, 0xc3], 1],
    ['three bytes of which one is missing', [A, 0xe5, 0x85], 1],
    ['four bytes of which one is missing', [A, 0xf0, 0x9f, 0x98], 1],
    ['four bytes of which three are missing', [A, 0xf0], 1],
    ['a sequence that is cut by another character', [A, 0xf0, 0x9f, A], 1],
    ['a sequence that is longer than it needs', [A, 0xc0, 0xaf], 1],
    ['a surrogate', [A, A, 0xed, 0xa0, 0x80, A], 2],
    ['a character beyond the last one', [0xf4, 0x90, 0x80, 0x80], 0],
    ['the first of two faults', [A, 0xff, A, 0xff], 1],
  ])('stop being right at %s', (_what, bytes, expected) => {
    expect(offset(...bytes)).toBe(expected);
  });

  it('stop at the same place wherever it lies', () => {
    for (let before = 0; before < 40; before += 1) {
      const bytes = Array.from({ length: before }, () => A);
      expect(offset(...bytes, 0xe5, 0x85, A, A)).toBe(before);
    }
  });
});
