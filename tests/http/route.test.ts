import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { CERTIFICATE, KEY } from './certificates.js';
import { LIMITS, ok, POST, startRaw } from './raw-server.js';
import { ConformanceError } from '../../src/error.js';
import { openWire } from '../../src/http/open-wire.js';
import type { ProxyAddress } from '../../src/http/proxy-variables.js';
import { routeTo } from '../../src/http/route.js';
import type { RouteOptions } from '../../src/http/route.js';
import { seenThrough } from '../../src/http/seen-through.js';

/** What is said of options that can't be used, in both languages. */
function problemOf(options: RouteOptions): string[] {
  try {
    routeTo(options);
  } catch (error) {
    if (error instanceof ConformanceError) return [error.code, error.told('en'), error.told('zh')];
  }
  throw new Error('they can be used');
}

/** An address of a proxy, as a variable names it. */
function named(address: string, variable = 'HTTP_PROXY'): ProxyAddress {
  return { address, variable };
}

interface Proxy {
  readonly url: string;
  readonly seen: string[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** Connects every host to 127.0.0.1. */
async function startProxy(refusal = '', tls = false): Promise<Proxy> {
  const seen: string[] = [];
  const answer: RequestListener = (request, response) => {
    const { host, 'proxy-authorization': authorization = 'none' } = request.headers;
    seen.push(`${request.method ?? ''} ${request.url ?? ''} ${host ?? ''} ${authorization}`);
    response.end('from the proxy');
  };
  const server: Server = tls
    ? createTlsServer({ cert: CERTIFICATE, key: KEY }, answer)
    : createServer(answer);
  server.on('connect', (request, socket) => {
    const { 'proxy-authorization': authorization = 'none' } = request.headers;
    seen.push(`CONNECT ${request.url ?? ''} ${authorization}`);
    socket.on('error', () => undefined);
    if (refusal !== '') {
      socket.end(refusal);
      return;
    }
    const onward = connect(Number(/[0-9]+$/.exec(request.url ?? '')?.[0]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://me:p%40ss@127.0.0.1:${port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const BASIC = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;

describe('a proxy', () => {
  it('gets the whole URL of an http target', async () => {
    await using proxy = await startProxy();
    const baseUrl = 'http://cmdb.example:8080/prefix';
    const wire = openWire({ baseUrl, limits: LIMITS, proxy: { http: named(proxy.url) } });
    const { answer } = await wire.send(POST);
    expect(Buffer.from(answer?.body ?? []).toString()).toBe('from the proxy');
    expect(proxy.seen).toEqual([`POST ${baseUrl}/api/ cmdb.example:8080 ${BASIC}`]);
    await wire.close();
  });

  it('makes a tunnel to an https target, and sees nothing of it', async () => {
    await using proxy = await startProxy();
    await using server = await startRaw((socket) => socket.write(ok('{}')), true);
    const baseUrl = `https://cmdb.example:${server.port}`;
    const wire = server.wire({}, { baseUrl, insecure: true, proxy: { https: named(proxy.url) } });
    expect((await wire.send(POST)).answer?.status).toBe(200);
    expect(proxy.seen).toEqual([`CONNECT cmdb.example:${server.port} ${BASIC}`]);
    expect(server.requests[0]).toContain(`host: cmdb.example:${server.port}`);
    expect(server.requests[0]).not.toContain('proxy-auth');
    await wire.close();
  });

  it('may be spoken to over TLS, and want no account', async () => {
    await using proxy = await startProxy('', true);
    await using server = await startRaw((socket) => socket.write(ok('{}')), true);
    const url = proxy.url.replace(/^http:\/\/.*@/, 'https://');
    const baseUrl = `https://[fd00::1]:${server.port}`;
    const wire = server.wire({}, { baseUrl, insecure: true, proxy: { https: named(url) } });
    expect((await wire.send(POST)).answer?.status).toBe(200);
    expect(proxy.seen).toEqual([`CONNECT [fd00::1]:${server.port} none`]);
    await wire.close();
  });

  it.each([
    [
      'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n',
      'no connection: the proxy answers 407 to CONNECT',
    ],
    ['HTTP/1.1 300 Multiple Choices\r\n\r\n', 'no connection: the proxy answers 300 to CONNECT'],
    [
      'HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n',
      'no connection: the proxy answers 302 to CONNECT',
    ],
    ['HTTP/1.1 200', 'no connection: socket hang up (ECONNRESET)'],
  ])(
    'that answers %j leaves the target unreachable, no password in the message',
    async (refusal, message) => {
      await using proxy = await startProxy(refusal);
      const proxies = { https: named(proxy.url) };
      const wire = openWire({ baseUrl: 'https://cmdb.example', limits: LIMITS, proxy: proxies });
      const { fault } = await wire.send(POST);
      expect(fault).toMatchObject({ kind: 'unreachable', sent: false });
      expect(fault?.message).toBe(message);
      await wire.close();
    },
  );

  it('that gets the whole URL and wants other credentials leaves the target unreachable', async () => {
    const refusing = createServer((request, response) => {
      request.resume();
      response.writeHead(407).end('Proxy Authentication Required');
    });
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
    const address = refusing.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const url = `http://me:wrong@127.0.0.1:${port}`;
    const options = { baseUrl: 'http://cmdb.example', proxy: { http: named(url) } };
    const route = routeTo(options);
    const wire = openWire({ ...options, limits: LIMITS });
    const outcome = await wire.send(POST);
    await wire.close();
    refusing.close();
    expect(seenThrough(route, outcome).fault).toMatchObject({
      kind: 'unreachable',
      sent: false,
      message: 'no connection: the proxy wants other credentials: HTTP 407',
    });
    const direct = routeTo({ baseUrl: 'http://cmdb.example' });
    expect(seenThrough(direct, outcome)).toBe(outcome);
    const tunnel = routeTo({ baseUrl: 'https://cmdb.example', proxy: { https: named(url) } });
    expect(seenThrough(tunnel, outcome)).toBe(outcome);
  });

  it.each([
    [
      'HTTP_PROXY',
      {
        baseUrl: 'http://a.example',
        proxy: { http: named('http://me:50%zz@proxy', 'HTTP_PROXY') },
      },
    ],
    [
      'HTTPS_PROXY',
      {
        baseUrl: 'https://a.example',
        proxy: { https: named('http://%ff:x@proxy', 'HTTPS_PROXY') },
      },
    ],
  ])('whose account is badly encoded is refused, and %s named', (variable, options) => {
    let error: unknown;
    try {
      routeTo(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: 'usage' });
    expect(String(error)).toContain(variable);
    expect(String(error)).toContain('%25');
    expect(String(error)).not.toMatch(/50%zz|%ff/);
  });

  it('has secrets, in the forms in which they travel', () => {
    const secretsOf = (http: string) =>
      routeTo({ baseUrl: 'http://a.example', proxy: { http: named(http) } }).proxy?.secrets;
    expect(secretsOf('http://me:p%40ss@proxy')).toEqual([
      { name: 'proxy password', value: 'p@ss' },
      { name: 'proxy password', value: 'me:p@ss' },
    ]);
    expect(secretsOf('http://me@proxy')).toEqual([]);
    expect(secretsOf('http://proxy')).toEqual([]);
  });

  it('is for others than loopback hosts', () => {
    const proxy = { http: named('http://proxy:3128'), https: named('proxy:3129') };
    expect(routeTo({ baseUrl: 'http://127.0.0.1:1', proxy }).proxy).toBeUndefined();
    expect(routeTo({ baseUrl: 'http://a.example', proxy }).proxy).toMatchObject({
      host: 'proxy',
      port: 3128,
      tunnel: false,
    });
    expect(routeTo({ baseUrl: 'https://a.example', proxy }).proxy).toMatchObject({
      port: 3129,
      tunnel: true,
    });
    const noProxy = { ...proxy, noProxy: 'a.example' };
    expect(routeTo({ baseUrl: 'http://a.example', proxy: noProxy }).proxy).toBeUndefined();
    expect(routeTo({ baseUrl: 'http://a.example', proxy: {} }).proxy).toBeUndefined();
  });
});

describe('the way to a base URL', () => {
  it.each([
    ['ftp://a.example', 'the base URL', '目标地址', 'CMDB_BASE_URL', {}],
    [
      'http://a.example',
      'the proxy',
      '代理',
      'all_proxy',
      { http: named('ftp://proxy', 'all_proxy') },
    ],
    [
      'https://a.example',
      'the proxy',
      '代理',
      'HTTPS_PROXY',
      { https: named('http://', 'HTTPS_PROXY') },
    ],
  ])('is none for %s with other schemes (%s)', (baseUrl, en, zh, variable, proxy) => {
    expect(problemOf({ baseUrl, proxy })).toEqual([
      'usage',
      `${en} is not an http or https URL (${variable}).\n  → Give it as in http://host.example.com:8080`,
      `${zh}不是 http 或 https 地址（${variable}）。\n  → 请写成 http://host.example.com:8080 的形式`,
    ]);
  });

  it.each(['socks5://me:hidden@proxy:1080', 'socks5h://proxy', 'SOCKS4://proxy'])(
    'is none through %s, which is not spoken',
    (address) => {
      const proxy = { https: named(address, 'ALL_PROXY') };
      const [code, en, zh] = problemOf({ baseUrl: 'https://a.example', proxy });
      expect(code).toBe('usage');
      for (const told of [en, zh]) {
        expect(told).toContain('ALL_PROXY');
        expect(told).toContain('SOCKS');
        expect(told).toContain('NO_PROXY');
        expect(told).not.toContain('hidden');
      }
    },
  );

  it('knows addresses, names and ports', () => {
    expect(routeTo({ baseUrl: 'http://[::1]' }).target).toEqual({ host: '::1', port: 80 });
    expect(routeTo({ baseUrl: 'https://a.example/x' }).target).toMatchObject({
      host: 'a.example',
      port: 443,
      tls: { servername: 'a.example', rejectUnauthorized: true },
    });
    expect(routeTo({ baseUrl: 'https://10.0.0.1:8443' }).target.tls).not.toHaveProperty(
      'servername',
    );
  });
});
