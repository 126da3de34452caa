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
    ['passed', '1 requirement got better.', '1 条要求变好。'],
    ['failed', '1 requirement got worse.', '1 条要求变差。'],
  ] as const)('counts a deviation that is no more: %s', (after, en, zh) => {
    expect(headlineOf({ ...comparison, requirements: [change(after)] })).toEqual({ en, zh });
  });

  it('counts a requirement that is neither better nor worse', () => {
    const declared: RequirementChange = {
      ...change('passed'),
      ...{ change: 'deviation-come', before: 'passed', after: 'deviation', severity: 'risky' },
    };
    expect(headlineOf({ ...comparison, requirements: [declared] })).toEqual({
      en: '1 requirement changed otherwise.',
      zh: '1 条要求有其他变化。',
    });
  });
});
