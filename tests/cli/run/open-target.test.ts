import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTarget } from '../../../src/cli/run/open-target.js';
import type { Settings } from '../../../src/config/settings.js';
import { ConformanceError } from '../../../src/error.js';
import { settingsWith } from '../../config/some-settings.js';
import { CERTIFICATE, CLIENT_CERTIFICATE, CLIENT_KEY } from '../../http/certificates.js';
import { ok, POST, startRaw } from '../../http/raw-server.js';
import { emptyFolder } from '../run-product.js';

function problemOf(settings: Settings): string {
  try {
    openTarget(settings, {});
  } catch (error) {
    if (error instanceof ConformanceError) return `${error.code}: ${error.message}`;
  }
  throw new Error('it can be opened');
}

describe('the way to a target', () => {
  it('leads through TLS with an own authority and a client certificate', async () => {
    const folder = await emptyFolder();
    const at = (name: string): string => join(folder, name);
    await writeFile(at('ca.pem'), CERTIFICATE);
    await writeFile(at('client.pem'), CLIENT_CERTIFICATE);
    await writeFile(at('client.key'), CLIENT_KEY);
    await using server = await startRaw((socket) => socket.write(ok('{}')), {
      ca: CERTIFICATE,
      requestCert: true,
      rejectUnauthorized: true,
    });
    const settings = settingsWith({
      CMDB_BASE_URL: `https://127.0.0.1:${server.port}`,
      CMDB_CA_FILE: at('ca.pem'),
      CMDB_CLIENT_CERT_FILE: at('client.pem'),
      CMDB_CLIENT_KEY_FILE: at('client.key'),
    });
    const { wire, secrets } = openTarget(settings, {});
    expect((await wire.send(POST)).answer?.status).toBe(200);
    expect(secrets).toEqual([]);
    await wire.close();
  });

  it('is none through files that can’t be read, and each is named with its variable', async () => {
    const folder = await emptyFolder();
    const good = join(folder, 'good.pem');
    await writeFile(good, CLIENT_CERTIFICATE);
    const files = (variable: string, path: string): Settings =>
      settingsWith({
        CMDB_CA_FILE: good,
        CMDB_CLIENT_CERT_FILE: good,
        CMDB_CLIENT_KEY_FILE: good,
        [variable]: path,
      });
    for (const variable of ['CMDB_CA_FILE', 'CMDB_CLIENT_CERT_FILE', 'CMDB_CLIENT_KEY_FILE']) {
      const nowhere = join(folder, 'nowhere.pem');
      expect(problemOf(files(variable, nowhere))).toContain(
        `usage: ${variable} names ${nowhere}, which can’t be read: ENOENT`,
      );
      expect(problemOf(files(variable, folder))).toContain('it is no regular file');
    }
    const noKey = problemOf(files('CMDB_CLIENT_KEY_FILE', good));
    expect(noKey).toContain(`CMDB_CLIENT_KEY_FILE names ${good}, which holds no PEM private key`);
  });

  it('leads through the proxy of the environment, whose password is a secret', async () => {
    const seen: string[] = [];
    await using proxy = await startRaw((socket, request) => {
      seen.push(request.split('\r\n')[0] ?? '');
      socket.write(ok('{}'));
    });
    const settings = settingsWith({
      CMDB_BASE_URL: 'http://cmdb.example',
      CMDB_ALLOW_WRITES: '1',
    });
    const address = `http://me:geheim@127.0.0.1:${proxy.port}`;
    const { wire, secrets } = openTarget(settings, { http_proxy: '', HTTP_PROXY: address });
    expect((await wire.send(POST)).answer?.status).toBe(200);
    expect(seen).toEqual(['POST http://cmdb.example/api/ HTTP/1.1']);
    expect(secrets.map(({ value }) => value)).toEqual(['geheim', 'me:geheim']);
    await wire.close();
  });
});
