import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { leave, listen, stop } from '../../src/embedded/listening.js';

describe('a server that leaves', () => {
  it('takes no connection until it is back, at the same address', async () => {
    const server = createServer((_, response) => response.end('here'));
    const url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
    const ask = (): Promise<string> =>
      fetch(url, { headers: { connection: 'close' } }).then((response) => response.text());
    const returns: (() => void)[] = [];
    try {
      expect(await ask()).toBe('here');
      leave(server, 900, (milliseconds, action) => {
        expect(milliseconds).toBe(900);
        returns.push(action);
      });
      await expect(ask()).rejects.toThrow('fetch failed');
      // Who is away already does not leave.
      leave(server, 900, () => expect.unreachable());
      const back = new Promise((resolve) => server.once('listening', resolve));
      for (const action of returns) action();
      await back;
      expect(await ask()).toBe('here');
    } finally {
      await stop(server);
    }
    await expect(ask()).rejects.toThrow('fetch failed');
  });

  it('can be stopped while it is away', async () => {
    const server = createServer();
    await listen(server, 0, '127.0.0.1');
    leave(server, 900, () => undefined);
    await stop(server);
    expect(server.listening).toBe(false);
  });

  it('fails where the address is taken', async () => {
    const [one, other] = [createServer(), createServer()];
    const port = await listen(one, 0, '127.0.0.1');
    await expect(listen(other, port, '127.0.0.1')).rejects.toThrow('EADDRINUSE');
    await stop(one);
  });
});
