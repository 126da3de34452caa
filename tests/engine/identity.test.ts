import { describe, expect, it } from 'vitest';
import { identitiesOf } from '../../src/engine/case/valid-request.js';
import { aBareRun } from './a-bare-run.js';

describe('the identity in use', () => {
  it('is the user name where there is one', () => {
    expect(aBareRun().knowledge.identity).toBe('user');
    expect(aBareRun({ BK_TOKEN: undefined }).knowledge.identity).toBe('user');
    expect(aBareRun({ BK_USERNAME: undefined }).knowledge.identity).toBe('token');
  });

  it('comes first of those that are configured', () => {
    const run = aBareRun();
    expect(identitiesOf(run)).toEqual(['user', 'token']);
    run.knowledge.identity = 'token';
    expect(identitiesOf(run)).toEqual(['token', 'user']);
    expect(identitiesOf(aBareRun({ BK_USERNAME: undefined }))).toEqual(['token']);
  });
});
