import { createServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS, ok, POST, startRaw } from './raw-server.js';
import type { OnRequest } from './raw-server.js';
import type { WireFault, WireLimits } from '../../src/http/exchange.js';
import { openWire } from '../../src/http/open-wire.js';

async function faultOf(onRequest: OnRequest, limits: Partial<WireLimits> = {}): Promise<WireFault> {
  await using server = await startRaw(onRequest);
  const { fault } = await server.wire(limits).send(POST);
  if (fault === undefined) throw new Error('an answer');
  return fault;
}

const say =
  (text: string): OnRequest =>
  (socket) =>
    socket.end(text);
const HEAD = 'HTTP/1.1 200 OK\r\n';

describe('nothing was sent: unreachable', () => {
  it('when the connection is refused', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const wire = openWire({ baseUrl: `http://127.0.0.1:${port}`, limits: LIMITS });
    const { fault } = await wire.send(POST);
    expect(fault).toMatchObject({ kind: 'unreachable', sent: false, answered: false });
    expect(fault?.message).toContain('ECONNREFUSED');
  });

  it('when the name is unknown', async () => {
    const wire = openWire({ baseUrl: 'http://host.invalid', limits: LIMITS });
    const { fault } = await wire.send(POST);
    expect(fault).toMatchObject({ kind: 'unreachable', sent: false });
    expect(fault?.message).toMatch(/ENOTFOUND|EAI_AGAIN/);
    await wire.close();
  });

  it('when TLS does not come to stand', async () => {
    for (const answer of ['HTTP/1.1 400 Bad Request\r\n\r\n', '']) {
      const server = createServer((socket) => {
        socket.on('error', () => undefined).end(answer);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const wire = openWire({ baseUrl: `https://127.0.0.1:${port}`, limits: LIMITS });
      expect((await wire.send(POST)).fault).toMatchObject({ kind: 'unreachable', sent: false });
      server.close();
    }
  });

  it('when TLS takes longer than the limit', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const limits = { ...LIMITS, connectMs: 30 };
    const wire = openWire({ baseUrl: `https://127.0.0.1:${port}`, limits });
    const { fault } = await wire.send(POST);
    expect(fault).toMatchObject({ kind: 'unreachable', sent: false });
    expect(fault?.message).toBe('no connection: no connection after 30 ms');
    server.close();
  });
});

describe('no byte came', () => {
  it('reset: the connection ends', async () => {
    const expected = { kind: 'reset', sent: true, answered: false };
    expect(await faultOf((socket) => socket.resetAndDestroy())).toMatchObject(expected);
    expect(await faultOf(say(''))).toMatchObject(expected);
  });

  it('timeout: it stays silent', async () => {
    const fault = await faultOf(() => undefined, { firstByteMs: 30 });
    expect(fault).toEqual({
      kind: 'timeout',
      sent: true,
      answered: false,
      message: 'no first byte after 30 ms',
    });
    expect(await faultOf(() => undefined, { totalMs: 30 })).toMatchObject({
      kind: 'timeout',
      message: 'no end after 30 ms',
    });
  });
});

describe('broken: an answer began and is not right HTTP', () => {
  it.each([
    ['shorter than its length', `${HEAD}Content-Length: 9\r\n\r\n{"a"`],
    ['a chunk without its end', `${HEAD}Transfer-Encoding: chunked\r\n\r\n4\r\n{"a"`],
    ['a bad chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\n4\r\n{"a"\r\nzz\r\n:1}\r\n`],
    ['no last chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\n4\r\n{"a"\r\n`],
  ])('%s', async (_, text) => {
    const fault = await faultOf(say(text));
    expect(fault).toMatchObject({ kind: 'broken', sent: true, answered: true, status: 200 });
    expect(Buffer.from(fault.partialBody ?? []).toString()).toBe('{"a"');
  });

  it.each([
    ['garbage', 'garbage\r\n\r\n'],
    ['HTML', '<html><body>no</body></html>'],
    ['SSH', 'SSH-2.0-OpenSSH_9\r\n'],
    ['half a status line', 'HTTP/1.1 20'],
    ['half a header', `${HEAD}Content-Le`],
    ['no colon', `${HEAD}nonsense here\r\n\r\n`],
    ['two lengths', `${HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    [
      'length and chunks',
      `${HEAD}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['a length of no number', `${HEAD}Content-Length: five\r\n\r\n`],
    ['another protocol', 'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'],
    ['only an informational answer', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
    ['informational answers without end', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(60)],
  ])('%s', async (_, text) => {
    const fault = await faultOf(say(text));
    expect(fault).toMatchObject({ kind: 'broken', sent: true, answered: true });
    expect(fault.status).toBeUndefined();
    expect(fault.message).not.toContain('\n');
  });

  it('keeps what came', async () => {
    const fault = await faultOf(say(`${HEAD}Content-Length: 99999\r\n\r\n${'y'.repeat(9000)}`));
    expect(fault.partialBody).toHaveLength(9000);
  });
});

describe('endless: an answer began and did not end in time', () => {
  it.each([
    ['in its status line', 'HTTP/1.1 2', undefined],
    ['after an informational answer', 'HTTP/1.1 103 Early Hints\r\n\r\n', undefined],
    ['in its headers', `${HEAD}A: b\r\n`, undefined],
    ['in its body', `${HEAD}Content-Length: 5\r\n\r\nab`, 200],
  ])('%s', async (_, text, status) => {
    const fault = await faultOf((socket) => socket.write(text), { firstByteMs: 90, totalMs: 200 });
    expect(fault).toMatchObject({ kind: 'endless', sent: true, answered: true });
    expect(fault.status).toBe(status);
  });

  it('however busily it goes on', async () => {
    const fault = await faultOf(
      (socket) => {
        socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
        const timer = setInterval(() => socket.write('1\r\n \r\n'), 1);
        socket.on('close', () => {
          clearInterval(timer);
        });
      },
      { totalMs: 60 },
    );
    expect(fault).toMatchObject({ kind: 'endless', status: 200 });
  });
});

describe('too-large', () => {
  it('headers, by their bytes and by their number', async () => {
    for (const flood of [`A: ${'x'.repeat(70_000)}\r\n`, 'Ab: cd\r\n'.repeat(20_000)]) {
      const fault = await faultOf(say(`${HEAD}${flood}\r\n`));
      expect(fault).toMatchObject({ kind: 'too-large', sent: true, answered: true });
    }
  });

  it('headers just below the limit are right', async () => {
    await using server = await startRaw((socket) => {
      socket.write(ok('{}', `A: ${'x'.repeat(65_000)}`));
    });
    expect((await server.wire().send(POST)).answer?.status).toBe(200);
  });

  it('a body, exactly above its limit', async () => {
    await using server = await startRaw((socket, _, n) => {
      socket.write(ok('z'.repeat(n === 1 ? 1000 : 1001)));
    });
    const wire = server.wire({ bodyBytes: 1000 });
    expect((await wire.send(POST)).answer?.sentBytes).toBe(1000);
    const { fault } = await wire.send(POST);
    expect(fault).toMatchObject({ kind: 'too-large', answered: true, status: 200 });
    expect(fault?.partialBody?.length).toBeGreaterThan(0);
  });

  it('a body that flows on', async () => {
    const fault = await faultOf(
      (socket) => {
        socket.write(HEAD);
        const more = () => {
          if (!socket.destroyed) socket.write('w'.repeat(65_536), more);
        };
        socket.write('\r\n', more);
      },
      { bodyBytes: 1_000_000 },
    );
    expect(fault).toMatchObject({ kind: 'too-large', status: 200 });
  });
});

describe('content codings', () => {
  const plain = Buffer.from(`{"a":"${'密'.repeat(100)}"}`);

  async function answered(coding: string, body: Buffer, limits: Partial<WireLimits> = {}) {
    await using server = await startRaw((socket) => {
      socket.write(`${HEAD}${coding}Content-Length: ${body.length}\r\n\r\n`);
      socket.write(body);
    });
    return await server.wire(limits).send(POST);
  }

  it.each([
    ['gzip', gzipSync(plain)],
    ['X-GZIP', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['deflate', deflateRawSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['identity', plain],
    ['', plain],
    ['deflate, identity, gzip', gzipSync(deflateSync(plain))],
  ])('%s is undone', async (coding, body) => {
    const { answer } = await answered(`Content-Encoding: ${coding}\r\n`, body);
    expect(Buffer.from(answer?.body ?? []).equals(plain)).toBe(true);
    expect(answer?.sentBytes).toBe(body.length);
  });

  it('in two headers are undone in their order', async () => {
    const header = 'Content-Encoding: br\r\ncontent-encoding: gzip\r\n';
    const { answer } = await answered(header, gzipSync(brotliCompressSync(plain)));
    expect(Buffer.from(answer?.body ?? []).equals(plain)).toBe(true);
  });

  it.each([
    ['gzip', plain, 'the content coding gzip is broken'],
    ['gzip', gzipSync(plain).subarray(0, -9), 'the content coding gzip is broken'],
    ['br', Buffer.from([255, 255]), 'the content coding br is broken'],
    ['deflate', Buffer.from('{"a":1}'), 'the content coding deflate is broken'],
    ['zip', plain, 'unknown content coding: zip'],
    ['gzip,gzip,gzip,gzip', plain, 'more than 3 content codings'],
  ])('%s: %#', async (coding, body, message) => {
    const { fault } = await answered(`Content-Encoding: ${coding}\r\n`, body);
    expect(fault).toMatchObject({ kind: 'broken', answered: true, status: 200 });
    expect(fault?.message).toContain(message);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['deflate', deflateSync(Buffer.alloc(50_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
    ['identity', Buffer.alloc(1_000_001)],
  ])('a bomb in %s is cut early', async (coding, body) => {
    const limits = { expandedBytes: 1_000_000 };
    const { fault } = await answered(`Content-Encoding: ${coding}\r\n`, body, limits);
    expect(fault).toMatchObject({ kind: 'too-large', answered: true, status: 200 });
  });
});

describe('aborted', () => {
  it('by a signal, before and during', async () => {
    const controller = new AbortController();
    await using server = await startRaw(() => {
      controller.abort();
    });
    const wire = server.wire();
    const during = await wire.send(POST, controller.signal);
    expect(during.fault).toMatchObject({ kind: 'aborted', sent: true, answered: false });
    const before = await wire.send(POST, controller.signal);
    expect(before.fault).toMatchObject({ kind: 'aborted', sent: false, answered: false });
    expect(before.fault).not.toHaveProperty('status');
    expect(server.requests).toHaveLength(1);
  });

  it('by closing the wire', async () => {
    await using server = await startRaw((socket) => {
      socket.write(`${HEAD}\r\nab`);
    });
    const wire = server.wire();
    const under = wire.send(POST);
    while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await wire.close();
    expect((await under).fault).toMatchObject({ kind: 'aborted', sent: true });
    expect((await wire.send(POST)).fault).toMatchObject({ kind: 'aborted', sent: false });
  });
});
