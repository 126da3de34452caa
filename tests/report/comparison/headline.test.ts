import { describe, expect, it } from 'vitest';
import type { RequirementChange } from '../../../src/record/comparison/comparison.js';
import { headlineOf } from '../../../src/report/sentences/comparison/headline.js';
import { aSameComparison } from './a-comparison.js';

const { comparison } = aSameComparison();

function change(after: 'passed' | 'failed'): RequirementChange {
  return {
    endpoint: 'e',
    id: 'a.b',
    level: 'must',
    title: { en: 'A.', zh: '甲。' },
    change: 'deviation-gone',
    before: 'deviation',
    after,
    severity: after === 'passed' ? 'additive' : 'breaking',
    cause: 'server',
  };
}

describe('the headline of a comparison', () => {
  it.each([
    ['passed', '1 got better.', '1 条要求变好。'],
    ['failed', '1 requirement got worse.', '1 条要求变差。'],
  ] as const)('counts a deviation that is no more: %s', (after, en, zh) => {
    expect(headlineOf({ ...comparison, requirements: [change(after)] })).toEqual({ en, zh });
  });
});
