import { describe, expect, it } from 'vitest';
import { ESB } from '../../../src/binding/bindings.js';
import { credentialMembers } from '../../../src/engine/case/valid-request.js';
import { OTHER } from '../../cases/a-subject.js';

const credentials = {
  appCode: 'the_app',
  appSecret: 'the-secret',
  username: 'admin',
  token: 'the-token',
};

describe('credentialMembers', () => {
  it('are app, secret and who asks, in the order of the documents’ samples', () => {
    expect(Object.entries(credentialMembers(ESB, credentials, 'both'))).toEqual([
      ['bk_app_code', 'the_app'],
      ['bk_app_secret', 'the-secret'],
      ['bk_username', 'admin'],
      ['bk_token', 'the-token'],
    ]);
  });

  it('are those of one identity', () => {
    const names = (identity: 'user' | 'token') =>
      Object.keys(credentialMembers(ESB, credentials, identity));
    expect(names('user')).toEqual(['bk_app_code', 'bk_app_secret', 'bk_username']);
    expect(names('token')).toEqual(['bk_app_code', 'bk_app_secret', 'bk_token']);
  });

  it('are those that are configured', () => {
    const { appCode, appSecret, token } = credentials;
    expect(credentialMembers(ESB, { appCode, appSecret, token }, 'both')).toEqual({
      bk_app_code: 'the_app',
      bk_app_secret: 'the-secret',
      bk_token: 'the-token',
    });
  });

  it('have the names of the binding', () => {
    expect(credentialMembers(OTHER, credentials, 'token')).toEqual({
      app: 'the_app',
      key: 'the-secret',
      ticket: 'the-token',
    });
  });
});
