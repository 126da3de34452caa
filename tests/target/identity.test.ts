import { describe, expect, it } from 'vitest';
import { commonArguments, usualIdentity } from '../../src/target/identity.js';

const app = { appCode: 'the_app', appSecret: 's' };
const both = { ...app, username: 'admin', token: 't' };

describe('usualIdentity', () => {
  it('is the user name where there is one', () => {
    expect(usualIdentity(both)).toBe('bk_username');
    expect(usualIdentity({ ...app, username: 'admin' })).toBe('bk_username');
    expect(usualIdentity({ ...app, token: 't' })).toBe('bk_token');
  });
});

describe('commonArguments', () => {
  const text = (...args: Parameters<typeof commonArguments>) =>
    JSON.stringify(commonArguments(...args));

  it('say who asks, in the order of the document’s sample', () => {
    expect(text(both, 'bk_username')).toBe(
      '{"bk_app_code":"the_app","bk_app_secret":"s","bk_username":"admin"}',
    );
    expect(text(both, 'bk_token')).toBe(
      '{"bk_app_code":"the_app","bk_app_secret":"s","bk_token":"t"}',
    );
    expect(text(both, 'both')).toBe(
      '{"bk_app_code":"the_app","bk_app_secret":"s","bk_username":"admin","bk_token":"t"}',
    );
    expect(text(both, 'neither')).toBe('{"bk_app_code":"the_app","bk_app_secret":"s"}');
  });

  it('leave out what is not configured', () => {
    expect(text({ ...app, token: 't' }, 'both')).toBe(
      '{"bk_app_code":"the_app","bk_app_secret":"s","bk_token":"t"}',
    );
    expect(text(app, 'bk_username')).toBe('{"bk_app_code":"the_app","bk_app_secret":"s"}');
  });
});
