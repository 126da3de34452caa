import { describe, expect, it } from 'vitest';
import { success } from '../../src/cases/success.js';
import { aSubject, OTHER } from './a-subject.js';

const endpoint = ['endpoint.method', 'endpoint.address'];

describe('success', () => {
  it('has each identity alone, both, and the sample', () => {
    const effect = ['effect.created', 'response.data.id.identity', 'response.result.meaning'];
    const cases = success(aSubject({ createdId: 'data.id' }));
    expect(cases.map(({ id, identity, needs }) => [id, identity, needs])).toEqual([
      ['success.identity.bk_username', 'user', ['BK_USERNAME']],
      ['success.identity.bk_token', 'token', ['BK_TOKEN']],
      ['success.identity.both', 'both', ['BK_USERNAME', 'BK_TOKEN']],
      ['success.sample.as documented', 'both', undefined],
    ]);
    expect(cases.map(({ requirements }) => requirements)).toEqual([
      ['auth.bk_username.accepted', ...endpoint, ...effect],
      ['auth.bk_token.accepted', ...endpoint, ...effect],
      ['auth.bk_username.accepted', 'auth.bk_token.accepted', ...effect],
      ['request.sample', ...effect],
    ]);
    for (const { kind, category } of cases)
      expect([kind, category]).toEqual(['acceptance', 'success']);
  });

  it('decides nothing on an id where the endpoint gives none', () => {
    const [user] = success(aSubject({}, { binding: OTHER }));
    expect(user).toEqual({
      kind: 'acceptance',
      id: 'success.identity.who',
      category: 'success',
      title: { en: 'accepted by who alone', zh: '仅凭 who 成功' },
      requirements: ['auth.who.accepted', ...endpoint, 'effect.created', 'response.result.meaning'],
      identity: 'user',
      needs: ['THE_USER'],
    });
  });

  it('names only what the document states', () => {
    const known = (...ids: readonly string[]) => ids.filter((id) => id === 'request.sample');
    const cases = success(aSubject({ createdId: 'data.id' }, { known }));
    expect(cases.map(({ requirements }) => requirements)).toEqual([[], [], [], ['request.sample']]);
  });
});
