import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutJson, membersOf } from '../../src/report/json-text.js';
import { cut, visible } from '../../src/report/visible.js';
import { ACTING, HOSTILE, LONE_SURROGATE } from './hostile.js';

describe('visible', () => {
  it('shows what would act', () => {
    expect(visible('\u001b[2J\n\u0000\u202e\ud800 你好 😀')).toBe(
      '\\x1b[2J\\n\\x00\\u202e\\ud800 你好 😀',
    );
    expect(visible(HOSTILE)).not.toMatch(ACTING);
  });

  it('gives well-formed text without acting characters for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(text);
        expect(shown).not.toMatch(LONE_SURROGATE);
        expect(shown).not.toMatch(ACTING);
      }),
    );
  });

  it('is cut between characters', () => {
    expect(cut('😀😀😀', 3)).toBe('😀… (+4)');
  });
});

describe('layOutJson', () => {
  it('keeps numbers, escapes and double keys as they were sent', () => {
    expect(layOutJson('{"a":9007199254740993,"a":1.0,"b":["\\u4e2d",{}],"c":[ ]}')).toBe(
      '{\n  "a": 9007199254740993,\n  "a": 1.0,\n  "b": [\n    "\\u4e2d",\n    {}\n  ],\n  "c": []\n}',
    );
  });

  it('means the same for any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const laid = layOutJson(text);
        expect(JSON.parse(laid ?? text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('leaves what is no JSON, and a nesting that would explode', () => {
    expect(layOutJson('{"a":1,}')).toBeUndefined();
    expect(layOutJson('['.repeat(5000) + ']'.repeat(5000))).toBeUndefined();
  });
});

describe('membersOf', () => {
  it('gives each value as text', () => {
    const text =
      '{"id":9007199254740993,"metadata":{"label":{"bk_biz_id":"1"},"x":[1,2]},"s":"a,"}';
    expect([...(membersOf(text) ?? [])]).toEqual([
      ['id', '9007199254740993'],
      ['metadata', '{"label": {"bk_biz_id": "1"},"x": [1,2]}'],
      ['s', '"a,"'],
    ]);
  });

  it('gives nothing for what is no object', () => {
    expect(membersOf('[1]')).toBeUndefined();
    expect(membersOf('{')).toBeUndefined();
    expect(membersOf('{}')).toEqual(new Map());
  });
});
