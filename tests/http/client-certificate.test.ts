import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { asksForCertificate } from '../../src/http/client-certificate.js';

describe('a connection on which no certificate is asked for', () => {
  it('is one without TLS, one before its handshake, and one that is gone', () => {
    const plain = new Socket();
    const secure = new TLSSocket(new Socket());
    expect(asksForCertificate(plain)).toBe(false);
    expect(asksForCertificate(secure)).toBe(false);
    secure.destroy();
    expect(asksForCertificate(secure)).toBe(false);
  });
});
