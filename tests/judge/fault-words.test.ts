import { describe, expect, it } from 'vitest';
import { faultWords } from '../../src/judge/fault-words.js';
import { shortenQuotes } from '../../src/judge/quote.js';
import type { WireFaultKind } from '../../src/http/exchange.js';

const KINDS: readonly WireFaultKind[] = [
  'unreachable',
  'reset',
  'timeout',
  'broken',
  'endless',
  'too-large',
  'aborted',
];

function wordsFor(kind: WireFaultKind, message: string) {
  return faultWords({ kind, message, sent: true, answered: false });
}

describe('a fault in words', () => {
  it('is what the system says in English, and what kind it is in Chinese', () => {
    const chinese = KINDS.map((kind) => wordsFor(kind, 'ECONNRESET').zh);
    for (const words of chinese) expect(words).toMatch(/^\p{Script=Han}.+（ECONNRESET）$/u);
    expect(new Set(chinese).size).toBe(KINDS.length);
    expect(wordsFor('reset', 'ECONNRESET').en).toBe('ECONNRESET');
    expect(wordsFor('timeout', 'x').zh).toBe('等待应答超时（x）');
  });

  it('is shown in short', () => {
    const { en, zh } = wordsFor('broken', 'y'.repeat(400));
    expect(shortenQuotes(en)).toBe(`${'y'.repeat(300)}…`);
    expect(shortenQuotes(zh)).toContain(`（${'y'.repeat(300)}…）`);
  });
});
