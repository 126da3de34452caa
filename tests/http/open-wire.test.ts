import { describe, expect, it } from 'vitest';
import { LIMITS, ok, POST, startRaw } from './raw-server.js';
import { ConformanceError } from '../../src/error.js';
import { openWire } from '../../src/http/open-wire.js';

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();

describe('a request that was handed over', () => {
  it('says so while its answer is awaited', async () => {
    let tell = (): void => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    await using server = await startRaw((socket) => {
      void told.then(() => socket.write(ok('{}')));
    });
    const { answer } = await server.wire().send({ ...POST, onSent: tell });
    expect(text(answer?.body)).toBe('{}');
  });

  it('says nothing where it never was', async () => {
    const server = await startRaw(() => undefined);
    const wire = server.wire();
    await server[Symbol.asyncDispose]();
    let told = 0;
    const { fault } = await wire.send({ ...POST, onSent: () => (told += 1) });
    expect(fault?.sent).toBe(false);
    expect(told).toBe(0);
  });
});

describe('a whole answer', () => {
  it('comes with status, headers in their order and as sent, body and times', async () => {
    await using server = await startRaw((socket) => {
      socket.write('HTTP/1.1 418 I am\r\nX-b: 1\r\nx-A: \xe5\r\nX-B: 2\r\n', 'latin1');
      socket.write('content-LENGTH: 3\r\n\r\n密');
    });
    const { answer, fault, timing } = await server.wire().send(POST);
    expect(fault).toBeUndefined();
    expect(answer).toEqual({
      status: 418,
      headers: [
        ['X-b', '1'],
        ['x-A', '\xe5'],
        ['X-B', '2'],
        ['content-LENGTH', '3'],
      ],
      body: new Uint8Array(Buffer.from('密')),
      sentBytes: 3,
    });
    expect(timing.firstByteMs).toBeGreaterThan(0);
    expect(timing.totalMs).toBeGreaterThanOrEqual(timing.firstByteMs ?? Infinity);
  });

  it.each([
    ['chunked', 'Transfer-Encoding: chunked\r\n\r\n4\r\n{"a"\r\n3;x=y\r\n:1}\r\n0\r\nT: x\r\n\r\n'],
    ['until the connection ends', '\r\n{"a":1}'],
  ])('may be %s', async (_, rest) => {
    await using server = await startRaw((socket) => {
      socket.end(`HTTP/1.1 200 OK\r\n${rest}`);
    });
    expect(text((await server.wire().send(POST)).answer?.body)).toBe('{"a":1}');
  });

  it('may come byte by byte', async () => {
    await using server = await startRaw((socket) => {
      const bytes = Buffer.from(ok('{"a":1}'));
      const next = (at: number) => {
        socket.write(bytes.subarray(at, at + 1), () => {
          if (at + 1 < bytes.length) setImmediate(next, at + 1);
        });
      };
      next(0);
    });
    expect(text((await server.wire().send(POST)).answer?.body)).toBe('{"a":1}');
  });

  it('may be large: a million chunks of a byte each', async () => {
    await using server = await startRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      const many = '1\r\nx\r\n'.repeat(100_000);
      for (let n = 0; n < 10; n += 1) socket.write(many);
      socket.write('0\r\n\r\n');
    });
    const { answer } = await server.wire().send(POST);
    expect(answer?.sentBytes).toBe(1_000_000);
    expect(answer?.body.every((byte) => byte === 0x78)).toBe(true);
  });

  it('may have no body', async () => {
    await using server = await startRaw((socket) => {
      socket.write('HTTP/1.1 204 No Content\r\nContent-Encoding: gzip\r\n\r\n');
    });
    const { answer } = await server.wire().send(POST);
    expect(answer).toMatchObject({ status: 204, body: new Uint8Array(), sentBytes: 0 });
  });

  it('may follow informational ones, asked for or not', async () => {
    await using server = await startRaw((socket) => {
      socket.write('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n');
      setImmediate(() => socket.write(`HTTP/1.1 102 Processing\r\n\r\n${ok('yes')}`));
    });
    const { answer } = await server.wire().send(POST);
    expect(text(answer?.body)).toBe('yes');
    expect(answer?.headers).toEqual([['Content-Length', '3']]);
  });

  it('may follow fifty informational ones, and no more', async () => {
    let number = 50;
    await using server = await startRaw((socket) => {
      socket.write(`${'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(number)}${ok('yes')}`);
    });
    expect(text((await server.wire().send(POST)).answer?.body)).toBe('yes');
    number = 51;
    expect((await server.wire().send(POST)).fault).toMatchObject({
      kind: 'broken',
      message: 'more than 50 informational answers',
    });
  });

  it('may have more bytes than it said: they belong to nothing', async () => {
    await using server = await startRaw((socket) => {
      socket.write(`${ok('{"a":1}')}more`);
    });
    const wire = server.wire();
    for (let n = 0; n < 3; n += 1) {
      expect(text((await wire.send(POST)).answer?.body)).toBe('{"a":1}');
    }
    expect(server.connections()).toBe(3);
  });

  it('may have thousands of headers within the limit', async () => {
    const headers = Array.from({ length: 5000 }, (_, n) => `a${n}: b`);
    await using server = await startRaw((socket) => {
      socket.write(ok('{}', ...headers));
    });
    expect((await server.wire().send(POST)).answer?.headers).toHaveLength(5001);
  });

  it('may be a redirect, which is not followed', async () => {
    await using server = await startRaw((socket) => {
      socket.write('HTTP/1.1 307 T\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n');
    });
    const { answer } = await server.wire().send(POST);
    expect(answer?.status).toBe(307);
    expect(server.requests).toHaveLength(1);
  });
});

describe('what is sent', () => {
  it('is the path below the base, the given headers, length, host and connection', async () => {
    await using server = await startRaw((socket) => socket.write(ok('')));
    const wire = server.wire({}, { baseUrl: `http://127.0.0.1:${server.port}/pre/fix//` });
    await wire.send({ ...POST, path: '/a/b/?c=%E5', body: '{"密":1}' });
    expect(server.requests).toEqual([
      `POST /pre/fix/a/b/?c=%E5 HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\n` +
        'content-type: application/json\r\ncontent-length: 9\r\nConnection: keep-alive\r\n\r\n' +
        Buffer.from('{"密":1}').toString('latin1'),
    ]);
  });

  it('has a length exactly when it has a body', async () => {
    await using server = await startRaw((socket) => socket.write(ok('')));
    const wire = server.wire();
    await wire.send({ method: 'GET', path: '/', headers: {} });
    await wire.send({ method: 'POST', path: '/', headers: {}, body: '' });
    await wire.send({ method: 'DELETE', path: '/', headers: {}, body: Buffer.from([0, 255]) });
    expect(server.requests.map((text) => /content-length: .*/.exec(text)?.[0])).toEqual([
      undefined,
      'content-length: 0',
      'content-length: 2',
    ]);
    expect(server.requests[2]?.endsWith('\r\n\r\n\x00\xff')).toBe(true);
  });

  it('is a fault when it is no HTTP', async () => {
    await using server = await startRaw((socket) => socket.write(ok('')));
    const wire = server.wire();
    for (const request of [
      { ...POST, path: '/a b' },
      { ...POST, method: 'NO GOOD' },
      { ...POST, headers: { a: 'b\r\nc: d' } },
    ]) {
      expect((await wire.send(request)).fault).toMatchObject({ kind: 'unreachable', sent: false });
    }
    expect(server.requests).toEqual([]);
  });
});

describe('many at once', () => {
  it('each get their own answer', async () => {
    await using server = await startRaw((socket, request) => {
      const path = /^POST (\S+)/.exec(request)?.[1] ?? '';
      setTimeout(() => socket.write(ok(path)), (path.length * 7) % 5);
    });
    const wire = server.wire();
    for (let round = 0; round < 5; round += 1) {
      const paths = Array.from({ length: 8 }, (_, n) => `/${'x'.repeat(n)}/${round}`);
      const outcomes = await Promise.all(paths.map((path) => wire.send({ ...POST, path })));
      expect(outcomes.map(({ answer }) => text(answer?.body))).toEqual(paths);
    }
  });
});

describe('options that can not be used', () => {
  it.each([
    [{ baseUrl: 'no url' }, 'the base URL is not'],
    [{ baseUrl: 'ftp://host' }, 'the base URL is not'],
    [
      {
        baseUrl: 'http://host',
        proxy: { http: { address: 'socks5://me:hidden@proxy', variable: 'P' } },
      },
      'the proxy is not',
    ],
    [
      {
        baseUrl: 'https://host',
        proxy: { https: { address: 'http://me:hidden@:x', variable: 'P' } },
      },
      'the proxy is not',
    ],
  ])('%j', (options, problem) => {
    let error: unknown;
    try {
      openWire({ ...options, limits: LIMITS });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ConformanceError);
    expect(error).toMatchObject({ code: 'usage' });
    expect(String(error)).toContain(problem);
    expect(String(error)).not.toContain('hidden');
  });
});
