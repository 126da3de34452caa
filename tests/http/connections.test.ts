import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ok, POST, startRaw } from './raw-server.js';
import type { OnRequest, RawServer } from './raw-server.js';
import type { Wire } from '../../src/http/exchange.js';

/** Sends so many requests, one after the other; all have to be answered. */
async function sendAll(wire: Wire, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) expect((await wire.send(POST)).fault).toBeUndefined();
}

/** A wire that has seen the server keep a connection. */
async function trusting(server: RawServer): Promise<Wire> {
  const wire = server.wire();
  await sendAll(wire, 1);
  await sleep(30);
  await sendAll(wire, 1);
  return wire;
}

const keeping: OnRequest = (socket) => socket.write(ok('{}'));

describe('a connection', () => {
  it('is used again once the server has kept one', async () => {
    await using server = await startRaw(keeping);
    const wire = await trusting(server);
    expect(server.connections()).toBe(2);
    await sendAll(wire, 20);
    expect(server.connections()).toBe(2);
  });

  it('is not used again while the server may close it', async () => {
    await using server = await startRaw(keeping);
    const wire = server.wire();
    await sendAll(wire, 1);
    await Promise.all([wire.send(POST), wire.send(POST)]);
    expect(server.connections()).toBe(3);
  });

  it('is not used again after a second without use', async () => {
    await using server = await startRaw(keeping);
    const wire = await trusting(server);
    await sleep(1050);
    await sendAll(wire, 2);
    expect(server.connections()).toBe(3);
  });

  it.each([
    ['Connection: close', ok('{}', 'Connection: close')],
    ['HTTP/1.0', ok('{}').replace('HTTP/1.1', 'HTTP/1.0')],
    ['HTTP/1.0, kept', ok('{}', 'Connection: keep-alive').replace('HTTP/1.1', 'HTTP/1.0')],
    ['Keep-Alive: timeout=1', ok('{}', 'Keep-Alive: max=5, timeout=1')],
  ])('is not used again after %s', async (_, answer) => {
    await using server = await startRaw((socket) => socket.write(answer));
    const wire = server.wire();
    for (let n = 0; n < 3; n += 1) {
      await sendAll(wire, 2);
      await sleep(15);
    }
    expect(server.connections()).toBe(6);
  });
});

describe('bytes that belong to no answer', () => {
  it('are never taken for the next one', async () => {
    await using server = await startRaw((socket) => {
      socket.write(ok('{}'));
      setTimeout(() => socket.write(ok('stray')), 2);
    });
    const wire = server.wire();
    for (let n = 0; n < 8; n += 1) {
      const { answer } = await wire.send(POST);
      expect(Buffer.from(answer?.body ?? []).toString()).toBe('{}');
      await sleep(15);
    }
    expect(server.connections()).toBe(8);
  });
});

describe('a server that closes without saying so', () => {
  it('at once, looks stable', async () => {
    await using server = await startRaw((socket) => socket.end(ok('{}')));
    const wire = server.wire();
    await sendAll(wire, 30);
    expect(server.connections()).toBe(30);
  });

  it('a few milliseconds later, looks stable', async () => {
    await using server = await startRaw((socket) => {
      socket.write(ok('{}'));
      setTimeout(() => socket.end(), 3);
    });
    const wire = server.wire();
    await sendAll(wire, 30);
    await sleep(30);
    await sendAll(wire, 2);
    expect(server.connections()).toBe(32);
    expect(server.requests.at(-1)).toContain('Connection: close');
  });

  it('after some answers, is asked over fresh connections from then on', async () => {
    await using server = await startRaw((socket, _, n) => {
      if (n === 6) socket.end(ok('{}'));
      else socket.write(ok('{}'));
    });
    const wire = await trusting(server);
    await sendAll(wire, 4);
    expect(server.connections()).toBe(2);
    await sleep(20);
    await sendAll(wire, 5);
    expect(server.connections()).toBe(7);
  });

  it('while a request is on its way: reset, and fresh connections from then on', async () => {
    await using server = await startRaw((socket, _, n) => {
      if (n === 4) socket.resetAndDestroy();
      else socket.write(ok('{}'));
    });
    const wire = await trusting(server);
    await sendAll(wire, 1);
    const { fault } = await wire.send(POST);
    expect(fault).toMatchObject({ kind: 'reset', sent: true, answered: false });
    expect(fault?.message).toContain('it had been used before');
    await sendAll(wire, 3);
    expect(server.connections()).toBe(5);
  });
});
