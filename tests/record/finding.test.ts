import { expect, it } from 'vitest';
import { notApplicable } from '../../src/record/finding.js';

it('says of each requirement that it is not applicable, and why', () => {
  const problem = { kind: 'not-configured', settings: ['BK_TOKEN'] } as const;
  const base = { status: 'not-applicable', trial: 'success.identity.both', problem, evidence: [] };
  expect(notApplicable(['a', 'b'], 'success.identity.both', problem)).toEqual([
    { requirement: 'a', ...base },
    { requirement: 'b', ...base },
  ]);
  expect(notApplicable([], 'success.identity.both', problem)).toEqual([]);
});
