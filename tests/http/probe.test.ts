import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { probe } from '../../src/http/probe.js';
import type { Probed } from '../../src/http/probe.js';
import { routeTo } from '../../src/http/route.js';
import type { RouteOptions } from '../../src/http/route.js';
import { authorities, CERTIFICATE } from './certificates.js';
import { startRaw } from './raw-server.js';

async function stepsOf(options: RouteOptions): Promise<Probed[]> {
  const steps: Probed[] = [];
  for await (const step of probe(routeTo(options), 2000)) steps.push(step);
  return steps;
}

function nothing(): void {
  // No request is expected.
}

describe('a probe', () => {
  it('sees name and connection, and sends nothing', async () => {
    await using server = await startRaw(nothing);
    const steps = await stepsOf({ baseUrl: `http://localhost:${server.port}` });
    expect(steps).toMatchObject([
      { step: 'name', host: 'localhost' },
      { step: 'connection', port: server.port },
    ]);
    expect(steps.flatMap(({ words }) => words ?? [])).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  it('ends at a name that there is not', async () => {
    const steps = await stepsOf({ baseUrl: 'http://no-such-host.invalid' });
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ step: 'name', addresses: [] });
    expect(steps[0]?.words).toMatch(/ENOTFOUND|EAI_AGAIN|no answer/);
  });

  it('ends at a port where nothing listens', async () => {
    const server = await startRaw(nothing);
    await server[Symbol.asyncDispose]();
    const steps = await stepsOf({ baseUrl: `http://127.0.0.1:${server.port}` });
    expect(steps.map(({ step }) => step)).toEqual(['name', 'connection']);
    expect(steps[1]?.words).toContain('ECONNREFUSED');
  });

  it('sees the certificate, and says what is wrong with it', async () => {
    await using server = await startRaw(nothing, true);
    const baseUrl = `https://127.0.0.1:${server.port}`;
    const certificate = { subject: 'localhost, 127.0.0.1', issuer: 'CN=localhost' };
    const known = await stepsOf({ baseUrl, ca: authorities(CERTIFICATE) });
    expect(known.at(-1)).toMatchObject({ step: 'tls', certificate });
    expect(known.at(-1)).not.toHaveProperty('words');
    const unknown = await stepsOf({ baseUrl });
    expect(unknown.at(-1)).toMatchObject({ step: 'tls', certificate });
    expect(unknown.at(-1)?.words).toContain('SELF_SIGNED_CERT');
  });

  it('goes through a proxy, and ends where it refuses', async () => {
    const proxy = createServer((socket) => {
      socket.on('error', nothing);
      socket.once('data', () => {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const bound = proxy.address();
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
    const steps = await stepsOf({
      baseUrl: 'https://cmdb.example',
      proxy: { https: { address: `http://127.0.0.1:${port}`, variable: 'HTTPS_PROXY' } },
    });
    proxy.close();
    expect(steps.map(({ step }) => step)).toEqual(['name', 'connection', 'proxy']);
    expect(steps.at(-1)?.words).toContain('407');
  });
});
