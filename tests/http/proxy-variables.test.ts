import { describe, expect, it } from 'vitest';
import { proxiesIn } from '../../src/http/proxy-variables.js';

const proxy = (address: string, variable: string) => ({ address, variable });

describe('the proxies of an environment', () => {
  it('are none where nothing names one', () => {
    expect(proxiesIn({ PATH: '/bin', HTTP_PROXY: undefined })).toEqual({});
  });

  it('are one for each scheme, and the hosts without', () => {
    expect(proxiesIn({ HTTP_PROXY: 'http://a', HTTPS_PROXY: 'http://b', NO_PROXY: 'x,y' })).toEqual(
      {
        http: proxy('http://a', 'HTTP_PROXY'),
        https: proxy('http://b', 'HTTPS_PROXY'),
        noProxy: 'x,y',
      },
    );
  });

  it('are those of the names in lower case, where both are set', () => {
    expect(
      proxiesIn({
        ...{ http_proxy: 'http://a', HTTP_PROXY: 'http://b' },
        ...{ https_proxy: 'http://c', HTTPS_PROXY: 'http://d' },
        ...{ no_proxy: 'x', NO_PROXY: 'y' },
      }),
    ).toEqual({
      http: proxy('http://a', 'http_proxy'),
      https: proxy('http://c', 'https_proxy'),
      noProxy: 'x',
    });
  });

  it.each(['', ' ', '\t\r\n'])('are not switched off by a variable of %j', (blank) => {
    expect(
      proxiesIn({
        ...{ http_proxy: blank, HTTP_PROXY: 'http://b' },
        ...{ https_proxy: blank, HTTPS_PROXY: 'http://d' },
        ...{ no_proxy: blank, NO_PROXY: 'y' },
      }),
    ).toEqual({
      http: proxy('http://b', 'HTTP_PROXY'),
      https: proxy('http://d', 'HTTPS_PROXY'),
      noProxy: 'y',
    });
    expect(proxiesIn({ http_proxy: blank, HTTP_PROXY: blank, all_proxy: blank })).toEqual({});
  });

  it('may be one for every scheme that has none of its own', () => {
    expect(proxiesIn({ ALL_PROXY: 'http://all', HTTPS_PROXY: 'http://b' })).toEqual({
      http: proxy('http://all', 'ALL_PROXY'),
      https: proxy('http://b', 'HTTPS_PROXY'),
    });
    expect(proxiesIn({ ALL_PROXY: 'http://A', all_proxy: ' http://a ', http_proxy: '' })).toEqual({
      http: proxy('http://a', 'all_proxy'),
      https: proxy('http://a', 'all_proxy'),
    });
  });
});
