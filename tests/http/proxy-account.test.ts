import { describe, expect, it } from 'vitest';
import { ConformanceError } from '../../src/error.js';
import { accountOf } from '../../src/http/proxy-account.js';

const basic = (both: string): string => `Basic ${Buffer.from(both).toString('base64')}`;

describe('the account in the URL of a proxy', () => {
  it('may be none', () => {
    expect(accountOf(new URL('http://proxy'), 'HTTP_PROXY')).toEqual({ secrets: [] });
  });

  it.each([
    ['http://me:p%40ss@proxy', 'me:p@ss', ['p@ss', 'me:p@ss']],
    ['http://me@proxy', 'me:', []],
    ['http://:p@proxy', ':p', ['p', ':p']],
  ])('%s', (url, both, secrets) => {
    expect(accountOf(new URL(url), 'HTTP_PROXY')).toEqual({
      authorization: basic(both),
      secrets: secrets.map((value) => ({ name: 'proxy password', value })),
    });
  });

  it.each(['http://50%zz@proxy', 'http://me:50%zz@proxy'])('%s is refused', (url) => {
    let error: unknown;
    try {
      accountOf(new URL(url), 'HTTPS_PROXY');
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof ConformanceError)) throw new Error('not refused');
    expect(error.told('en')).toBe(
      'HTTPS_PROXY holds a user name or password whose percent-encoding is wrong.\n' +
        '  → Write % itself as %25, as in http://name:50%25@proxy.example.com:3128',
    );
    expect(error.told('zh')).toBe(
      'HTTPS_PROXY 中的用户名或密码不是有效的百分号编码。\n' +
        '  → 请将 % 本身写成 %25，例如 http://name:50%25@proxy.example.com:3128',
    );
  });
});
