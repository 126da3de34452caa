import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CERTIFICATE, OTHER_AUTHORITY } from '../http/certificates.js';
import { ok, startRaw } from '../http/raw-server.js';
import { emptyFolder, start, targetVariables } from './run-product.js';

/** Requests that reach a TLS target, by the authorities that two variables name. */
async function requestsWith(extra: string, own: string): Promise<number> {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, 'extra.pem'), extra);
  await writeFile(join(cwd, 'own.pem'), own);
  await using server = await startRaw((socket) => socket.end(ok('no CMDB')), true);
  const env = {
    ...targetVariables(`https://127.0.0.1:${server.port}`),
    NODE_EXTRA_CA_CERTS: join(cwd, 'extra.pem'),
    CMDB_CA_FILE: join(cwd, 'own.pem'),
  };
  // Node reads the first one when it starts.
  await start(['run', '--only', 'success'], { cwd, env }).ended;
  return server.requests.length;
}

describe.concurrent('own authorities', () => {
  it('are trusted besides those of NODE_EXTRA_CA_CERTS', async () => {
    expect(await requestsWith(CERTIFICATE, OTHER_AUTHORITY)).toBeGreaterThan(0);
    expect(await requestsWith(OTHER_AUTHORITY, CERTIFICATE)).toBeGreaterThan(0);
  });

  it('are needed for a target that nobody else vouches for', async () => {
    expect(await requestsWith(OTHER_AUTHORITY, OTHER_AUTHORITY)).toBe(0);
  });
});
