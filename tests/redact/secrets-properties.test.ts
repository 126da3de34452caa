import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/redact/secrets.js';

const units = ['grapheme', 'binary', 'grapheme-ascii'] as const;
const awkward = fc.string({
  unit: fc.constantFrom(...Array.from('\\\\"%&+=/<>;#uxn04a1A_- 密😀')),
  maxLength: 24,
});
const anyText = fc.oneof(awkward, ...units.map((unit) => fc.string({ unit, maxLength: 60 })));
const anySecret = fc
  .oneof(awkward, ...units.map((unit) => fc.string({ unit, minLength: 8, maxLength: 40 })))
  .filter((text) => Array.from(text).length >= 8);

const json = (text: string) => JSON.stringify(text).slice(1, -1);
const bytes = (text: string) => Buffer.from(text, 'utf8');
const percent = (text: string) => bytes(text).toString('hex').replace(/../g, '%$&');
const entities = (text: string, write: (code: number) => string) =>
  Array.from(text, (c) => write(c.codePointAt(0) ?? 0)).join('');

/** Each writes a secret in one form; the second text is what stands around it in base64. */
const forms: Record<string, (secret: string, around: string) => string> = {
  plain: (s) => s,
  url: (s) => encodeURIComponent(s),
  'url, every byte': percent,
  'url, every byte, capitals': (s) => percent(s).toUpperCase(),
  form: (s) => encodeURIComponent(s).replaceAll('%20', '+'),
  'url, some characters': (s) =>
    Array.from(s, (c, n) => (n % 3 === 0 || c === '%' ? percent(c) : c)).join(''),
  json,
  'json, slashes': (s) => json(s).replaceAll('/', '\\/'),
  'json, every unit': (s) =>
    s.replace(/[^]/g, (u) => `\\u${u.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'json twice': (s) => json(json(s)),
  'json, every unit, twice': (s) =>
    s.replace(/[^]/g, (u) => `\\\\u${u.charCodeAt(0).toString(16).padStart(4, '0')}`),
  html: (s) =>
    s
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'html, decimal': (s) => entities(s, (code) => `&#${code};`),
  'html, hexadecimal': (s) => entities(s, (code) => `&#x${code.toString(16)};`),
  hex: (s) => bytes(s).toString('hex'),
  HEX: (s) => bytes(s).toString('hex').toUpperCase(),
  base64: (s) => bytes(s).toString('base64'),
  base64url: (s) => bytes(s).toString('base64url'),
  'base64 of a longer text': (s, around) => bytes(around + s + around).toString('base64'),
  'base64url of a longer text': (s, around) => bytes(around + s + around).toString('base64url'),
};

const wellFormed = (text: string) => bytes(text).toString('utf8') === text;

describe.each(Object.entries(forms))('form: %s', (_, write) => {
  it('is found anywhere, and does not survive', () => {
    fc.assert(
      fc.property(anySecret, anyText, anyText, (secret, before, after) => {
        fc.pre(wellFormed(secret) && wellFormed(before));
        const redactor = createRedactor({ secrets: [{ name: 'bk_token', value: secret }] });
        const form = write(secret, before);
        const text = before + form + after;
        expect(redactor.leak(text)).toBe('bk_token');
        const shown = redactor.text(text);
        expect(redactor.leak(shown)).toBeUndefined();
        expect(shown).not.toContain(form);
        expect(redactor.text(shown)).toBe(shown);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any text', () => {
  it('never throws, and leaves no secret of several', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anySecret, anyText), { maxLength: 6 }),
        fc.array(fc.oneof(anyText, fc.nat(5)), { maxLength: 12 }),
        (values, pieces) => {
          const redactor = createRedactor({
            secrets: values.map((value, n) => ({ name: `secret ${n}`, value })),
            users: [{ name: 'bk_username', value: 'admin' }],
          });
          const text = pieces.map((p) => (typeof p === 'number' ? (values[p] ?? '') : p)).join('');
          const shown = redactor.text(text);
          expect(redactor.leak(shown)).toBeUndefined();
          expect(redactor.text(shown)).toBe(shown);
          if (redactor.leak(text) === undefined && !text.includes('admin')) {
            expect(redactor.warnings().length > 0 || shown === text).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('leaves a text without the secret as it is', () => {
    const redactor = createRedactor({ secrets: [{ name: 'bk_token', value: 'Q7-zw_9kXv!e2' }] });
    fc.assert(fc.property(anyText, (text) => redactor.text(text) === text));
  });
});
