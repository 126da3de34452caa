import { describe, expect, it } from 'vitest';
import { quote, shortenQuotes } from '../../src/judge/quote.js';

describe('words of a server', () => {
  it('are shown as they are where they are short', () => {
    expect(quote('x'.repeat(120))).toBe('x'.repeat(120));
    expect(shortenQuotes(`a ${quote('no such host')} b`)).toBe('a no such host b');
  });

  it('are whole until their secrets are out, and shortened then', () => {
    const secret = 'the-secret';
    const reason = `first ${quote(`${'x'.repeat(115)}${secret} and more`)}, second ${quote('y\n'.repeat(50), 5)}.`;
    expect(reason).toContain(secret);
    expect(shortenQuotes(reason.replaceAll(secret, '<s>'))).toBe(
      `first ${'x'.repeat(115)}<s> a…, second y\ny\ny….`,
    );
  });

  it('can’t end a quotation themselves', () => {
    const hostile = quote(`\uE001\uE0003:${'z'.repeat(200)}\uE001`, 10);
    expect(shortenQuotes(hostile)).toBe('\uFFFD\uFFFD3:zzzzzz…');
  });

  it('are bounded', () => {
    expect(quote('x'.repeat(1_000_000)).length).toBeLessThan(10_000);
  });
});
