import type { SecureVersion } from 'node:tls';
import { describe, expect, it } from 'vitest';
import {
  authorities,
  CERTIFICATE,
  CLIENT_CERTIFICATE,
  clientFiles,
  CLIENT_KEY,
  KEY,
  LOCKED_CLIENT_KEY,
  OTHER_AUTHORITY,
} from './certificates.js';
import { LIMITS, ok, POST, startRaw } from './raw-server.js';
import { ConformanceError } from '../../src/error.js';
import { openWire } from '../../src/http/open-wire.js';
import { routeTo } from '../../src/http/route.js';
import type { RouteOptions } from '../../src/http/route.js';

const VERSIONS: readonly SecureVersion[] = ['TLSv1.2', 'TLSv1.3'];

/** What is said of files that can't be used, in both languages. */
function problemOf(options: Partial<RouteOptions>): string[] {
  try {
    routeTo({ baseUrl: 'https://localhost', ...options });
  } catch (error) {
    if (error instanceof ConformanceError) return [error.code, error.told('en'), error.told('zh')];
  }
  throw new Error('they can be used');
}

describe('TLS', () => {
  it('is verified, with own authorities too, or not at all when told so', async () => {
    await using server = await startRaw((socket) => socket.write(ok('{}')), true);
    const refused = await server.wire().send(POST);
    expect(refused.fault).toMatchObject({ kind: 'unreachable', sent: false });
    expect(refused.fault?.message).toContain('SELF_SIGNED_CERT');
    const ca = authorities(OTHER_AUTHORITY + CERTIFICATE);
    for (const options of [{ ca }, { insecure: true }, { insecure: true, ca }]) {
      expect((await server.wire({}, options).send(POST)).answer?.status).toBe(200);
    }
    expect((await server.wire().send(POST)).fault?.message).toContain('SELF_SIGNED_CERT');
  });

  it('trusts no authority that is not named', async () => {
    await using server = await startRaw((socket) => socket.write(ok('{}')), true);
    const { fault } = await server.wire({}, { ca: authorities(OTHER_AUTHORITY) }).send(POST);
    expect(fault?.message).toContain('SELF_SIGNED_CERT');
  });

  it('trusts those of Node’s own variable too, as far as they can be read', async () => {
    await using server = await startRaw((socket) => socket.write(ok('{}')), true);
    const broken = '-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n';
    for (const extra of [CERTIFICATE, `${broken}\n${CERTIFICATE}`]) {
      const ca = authorities(OTHER_AUTHORITY, extra);
      expect((await server.wire({}, { ca }).send(POST)).answer?.status).toBe(200);
    }
    const ca = authorities(OTHER_AUTHORITY, broken);
    expect((await server.wire({}, { ca }).send(POST)).fault?.kind).toBe('unreachable');
  });

  it('is verified against the name', async () => {
    await using server = await startRaw((socket) => socket.write(ok('{}')), true);
    const baseUrl = `https://127.0.0.2:${server.port}`;
    const { fault } = await server.wire({}, { baseUrl, ca: authorities(CERTIFICATE) }).send(POST);
    expect(fault?.kind).toBe('unreachable');
  });

  it('knows that no byte of an answer came', async () => {
    await using server = await startRaw((socket) => socket.destroy(), true);
    const { fault } = await server.wire({}, { insecure: true }).send(POST);
    expect(fault).toMatchObject({ kind: 'reset', sent: true, answered: false });
    expect(fault?.message).not.toContain('certificate');
  });

  it.each([
    ['', 'holds no PEM certificate', '不含 PEM 证书'],
    ['no PEM', 'holds no PEM certificate', '不含 PEM 证书'],
    [
      `${CERTIFICATE}-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n`,
      'holds a certificate that can’t be read: ',
      '含有无法读取的证书：',
    ],
  ])('refuses authorities that are none (%#)', (text, en, zh) => {
    const [code, english, chinese] = problemOf({ ca: authorities(text) });
    expect(code).toBe('usage');
    expect(english).toContain(`CMDB_CA_FILE names ca.pem, which ${en}`);
    expect(english).toContain('→ Name a file of PEM certificates.');
    expect(chinese).toContain(`CMDB_CA_FILE 指定的 ca.pem ${zh}`);
    expect(() => openWire({ baseUrl: 'https://a', limits: LIMITS, ca: authorities(text) })).toThrow(
      en,
    );
  });
});

describe.each(VERSIONS)('a server that wants a client certificate, in %s', (maxVersion) => {
  const strict = { ca: CERTIFICATE, requestCert: true, rejectUnauthorized: true, maxVersion };
  const ca = authorities(CERTIFICATE);

  it('gets it, and goes on', async () => {
    await using server = await startRaw((socket) => socket.write(ok('{}')), strict);
    for (const options of [
      { ca, client: clientFiles() },
      { insecure: true, client: clientFiles() },
      { ca, client: clientFiles(CLIENT_KEY + CLIENT_CERTIFICATE, CLIENT_CERTIFICATE + CLIENT_KEY) },
    ]) {
      const wire = server.wire({}, options);
      expect((await wire.send(POST)).answer?.status).toBe(200);
      expect((await wire.send(POST)).answer?.status).toBe(200);
    }
  });

  it('is unreachable without one, and the fault says what it wants', async () => {
    await using server = await startRaw((socket) => socket.write(ok('{}')), strict);
    const { fault } = await server.wire({}, { ca }).send(POST);
    expect(fault).toMatchObject({ kind: 'unreachable', sent: false, answered: false });
    expect(fault?.message).toMatch(
      /^no connection: the server asks for a client certificate: .*alert.* \(ERR_SSL_[A-Z0-9_/]+\)$/,
    );
    expect(server.requests).toEqual([]);
  });

  it('may do without it', async () => {
    const lenient = { ...strict, rejectUnauthorized: false };
    await using server = await startRaw((socket) => socket.write(ok('{}')), lenient);
    expect((await server.wire({}, { ca }).send(POST)).answer?.status).toBe(200);
  });

  it('may end the connection later, without a word', async () => {
    const lenient = { ...strict, rejectUnauthorized: false };
    await using server = await startRaw((socket) => socket.destroy(), lenient);
    const { fault } = await server.wire({}, { ca }).send(POST);
    expect(fault).toMatchObject({ kind: 'reset', sent: true });
    expect(fault?.message).toMatch(/; the server asks for a client certificate$/);
    const offered = await server.wire({}, { ca, client: clientFiles() }).send(POST);
    expect(offered.fault?.kind).toBe('reset');
    expect(offered.fault?.message).not.toContain('certificate');
  });
});

describe('a client certificate', () => {
  const CERT = 'CMDB_CLIENT_CERT_FILE';
  const KEY_FILE = 'CMDB_CLIENT_KEY_FILE';

  it.each([
    ['', CLIENT_KEY, CERT, 'client.pem, which holds no PEM certificate', '不含 PEM 证书'],
    [CLIENT_KEY, CLIENT_KEY, CERT, 'client.pem, which holds no PEM certificate', '不含 PEM 证书'],
    [
      CLIENT_CERTIFICATE,
      CLIENT_CERTIFICATE,
      KEY_FILE,
      'client.key, which holds no PEM private key',
      '不含 PEM 私钥',
    ],
    [
      CLIENT_CERTIFICATE,
      CLIENT_KEY.replace(/^MIG.*$/m, 'MIGHAgEAMBMGByqGSM49AgEG'),
      KEY_FILE,
      'client.key, which holds a private key that can’t be read',
      '中的私钥无法读取',
    ],
    [
      CLIENT_CERTIFICATE,
      LOCKED_CLIENT_KEY,
      KEY_FILE,
      'client.key, which holds a key that is locked with a passphrase',
      '中的私钥受口令保护',
    ],
    [
      CLIENT_CERTIFICATE,
      KEY,
      KEY_FILE,
      'client.key, which holds another key than that of the first certificate in client.pem (CMDB_CLIENT_CERT_FILE)',
      '中的私钥与 client.pem（CMDB_CLIENT_CERT_FILE）中的第一个证书不匹配',
    ],
    [
      CERTIFICATE + CLIENT_CERTIFICATE,
      CLIENT_KEY,
      KEY_FILE,
      'holds another key than that of the first certificate',
      '第一个证书不匹配',
    ],
  ])(
    'that can’t be used is refused, variable and file named (%#)',
    (cert, key, variable, en, zh) => {
      const [code, english, chinese] = problemOf({ client: clientFiles(cert, key) });
      expect(code).toBe('usage');
      expect(english).toContain(`${variable} names client.`);
      expect(english).toContain(en);
      expect(chinese).toContain(`${variable} 指定的 client.`);
      expect(chinese).toContain(zh);
      expect(english).not.toContain('MIG');
    },
  );

  it('is checked for a target without TLS too', () => {
    const [, english] = problemOf({ baseUrl: 'http://localhost', client: clientFiles('', '') });
    expect(english).toContain('CMDB_CLIENT_CERT_FILE');
  });

  it('is shown to the target alone, and to no proxy', () => {
    const proxy = { https: { address: 'https://proxy:3128', variable: 'HTTPS_PROXY' } };
    const route = routeTo({ baseUrl: 'https://a.example', client: clientFiles(), proxy });
    expect(route.target.hasCertificate).toBe(true);
    expect(route.target.tls).toHaveProperty('secureContext');
    expect(route.proxy?.hasCertificate).toBe(false);
    expect(route.proxy?.tls).not.toHaveProperty('secureContext');
  });
});
