import { describe, expect, it } from 'vitest';
import { valueFor } from '../../../src/effects/associations/attribute-values.js';
import { ExactNumber } from '../../../src/json/json-value.js';
import type { JsonValue } from '../../../src/json/json-value.js';

const NAME = 'cmdb-conformance-0123456789ab-7';

const value = (type: string, option: JsonValue = null, name = NAME) =>
  valueFor({ id: 'x', type, option }, name);

describe('a value of an attribute', () => {
  it.each<[type: string, option: JsonValue, wanted: JsonValue | undefined]>([
    ['singlechar', null, NAME],
    ['longchar', '', NAME],
    ['enum', [{ id: 'a' }, { id: 'b', is_default: true }], 'b'],
    ['enum', [{ id: 'a', is_default: false }, { id: 'b' }], 'a'],
    ['enum', [], undefined],
    ['enum', null, undefined],
    ['enummulti', [{ id: 'a' }], ['a']],
    ['enummulti', '', undefined],
    ['list', ['one', 'two'], 'one'],
    ['list', '', undefined],
    ['date', null, '2024-01-01'],
    ['time', null, '2024-01-01 00:00:00'],
    ['timezone', null, 'Asia/Shanghai'],
    ['bool', null, false],
    ['objuser', '', 'admin'],
    ['organization', '', [1n]],
    ['foreignkey', null, 0n],
    ['innertable', null, undefined],
  ])('of type %s is right', async (type, option, wanted) => {
    expect(await value(type, option)).toEqual(wanted);
  });

  it.each<[JsonValue, min: bigint, max: bigint]>([
    [null, 0n, 999_999_999n],
    [{ min: '', max: '' }, 0n, 999_999_999n],
    [{ min: '5', max: '8' }, 5n, 8n],
    [{ min: 5n, max: 8n }, 5n, 8n],
    [{ min: new ExactNumber('4.5'), max: new ExactNumber('8.5') }, 5n, 8n],
    [{ min: 7n, max: 7n }, 7n, 7n],
    [{ min: 2_000_000_000n }, 2_000_000_000n, 2_999_999_999n],
    [{ max: 3n }, 0n, 3n],
    [{ max: -3n }, -1_000_000_003n, -3n],
  ])('is a whole number in bounds (%#)', async (option, min, max) => {
    for (const counter of [0, 1, 7, 999, 1000]) {
      const number = await value('int', option, `cmdb-conformance-0123456789ab-${counter}`);
      expect(number).toBeTypeOf('bigint');
      expect(number).toBeGreaterThanOrEqual(min);
      expect(number).toBeLessThanOrEqual(max);
    }
  });

  it('is no whole number where the bounds hold none', async () => {
    expect(await value('int', { min: 8n, max: 5n })).toBeUndefined();
  });

  it.each<[JsonValue, string]>([
    [null, '0'],
    [{ min: new ExactNumber('0.25'), max: new ExactNumber('0.75') }, '0.25'],
    [{ max: -3n }, '-3'],
    [{ max: 3n }, '0'],
  ])('is a number in bounds (%#)', async (option, wanted) => {
    expect(await value('float', option)).toEqual(new ExactNumber(wanted));
  });

  it.each(['singlechar', 'int'])('differs from instance to instance: %s', async (type) => {
    const names = ['a1-1', 'a1-2', 'b2-1', 'b2-2'].map((end) => `cmdb-conformance-${end}`);
    const values = await Promise.all(names.map((name) => value(type, null, name)));
    expect(new Set(values).size).toBe(names.length);
  });
});

describe('a text that has to meet a regular expression', () => {
  it.each([
    '^[a-z0-9-]+$',
    '^[a-z_0-9]+$',
    '^[A-Z0-9]+$',
    '^\\d+$',
    '^1[3-9]\\d{9}$',
    '^\\d{1,3}(\\.\\d{1,3}){3}$',
    '^[\\w.]+@[\\w.]+\\.com$',
    '^https?://',
    '^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$',
    '^.$',
    '(?i)^CMDB',
  ])('does: %s', async (rule) => {
    const text = await value('singlechar', rule);
    if (typeof text !== 'string') throw new Error('there is none');
    expect(text).toMatch(new RegExp(rule.replace('(?i)', ''), 'i'));
  });

  it.each(['^rack [A-F]$', '(', 'a'.repeat(1001)])('is none where none does: %s', async (rule) => {
    expect(await value('longchar', rule)).toBeUndefined();
  });

  it('takes no longer than the text is long', { timeout: 5000 }, async () => {
    expect(await value('singlechar', '^(([a-z0-9-])+.)+([A-Z]([a-z])+)+$')).toBeUndefined();
  });
});
