import { expect, it } from 'vitest';
import { notApplicable } from '../../src/record/finding.js';

const IT = { en: 'it', zh: '它' };

it('says of each requirement that it is not applicable, and why', () => {
  const reason = { en: 'not configured', zh: '未配置' };
  const base = { status: 'not-applicable', experiment: IT, reason, evidence: [] };
  expect(notApplicable(['a', 'b'], IT, reason)).toEqual([
    { requirement: 'a', ...base },
    { requirement: 'b', ...base },
  ]);
  expect(notApplicable([], IT, reason)).toEqual([]);
});
