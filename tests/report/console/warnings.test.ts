import { describe, expect, it } from 'vitest';
import { drawWarnings } from '../../../src/report/console/warnings.js';
import { ACTING, HOSTILE } from '../hostile.js';

const PLAIN = { color: false, width: 60 } as const;

describe('warnings before a run', () => {
  it('have a sign, and are laid out under it', () => {
    const warnings = [
      { en: 'BK_TOKEN (from the .env) ends with a quote; it is used as it is.', zh: '首尾有引号' },
      { en: 'short.', zh: '短。' },
    ];
    expect(drawWarnings(warnings, 'en', PLAIN)).toBe(
      '! BK_TOKEN (from the .env) ends with a quote; it is used as\n  it is.\n! short.\n',
    );
    expect(drawWarnings(warnings, 'zh', PLAIN)).toBe('! 首尾有引号\n! 短。\n');
  });

  it('are nothing where there are none', () => {
    expect(drawWarnings([], 'en', PLAIN)).toBe('');
  });

  it('can’t act on the terminal', () => {
    const told = drawWarnings([{ en: HOSTILE, zh: HOSTILE }], 'en', PLAIN);
    expect(told.replaceAll('\n', '')).not.toMatch(ACTING);
    expect(told.length).toBeLessThan(1000);
    const coloured = drawWarnings([{ en: 'x', zh: 'x' }], 'en', { color: true, width: 60 });
    expect(coloured).toBe('\u001b[33;1m!\u001b[0m x\n');
  });
});
