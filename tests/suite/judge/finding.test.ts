import { expect, it } from 'vitest';
import { notApplicable } from '../../../src/suite/judge/finding.js';

it('says of each requirement that it is not applicable, and why', () => {
  const reason = { en: 'not configured', zh: '未配置' };
  const base = { status: 'not-applicable', experiment: 'it', reason, evidence: [] };
  expect(notApplicable(['a', 'b'], 'it', reason)).toEqual([
    { requirement: 'a', ...base },
    { requirement: 'b', ...base },
  ]);
  expect(notApplicable([], 'it', reason)).toEqual([]);
});
