import { TLSSocket } from 'node:tls';
import type { Duplex } from 'node:stream';

/** Codes that Node makes of the TLS alerts that are about a certificate (RFC 8446 section 6.2). */
const ABOUT_A_CERTIFICATE =
  /_ALERT_(?:CERTIFICATE_(?:REQUIRED|REVOKED|EXPIRED|UNKNOWN)|(?:BAD|UNSUPPORTED)_CERTIFICATE|UNKNOWN_CA)$/;
const HANDSHAKE_FAILURE = '_ALERT_HANDSHAKE_FAILURE';

/** What happened between a server and us before it spoke of a certificate. */
export interface Introduction {
  /** Whether we had a certificate to show. */
  readonly offered: boolean;
  /** Whether the server asked for one. */
  readonly asked: boolean;
}

/** What a server wants, where it asks for a client certificate; as faults tell it. */
export function wanted({ offered }: Pick<Introduction, 'offered'>): string {
  return offered
    ? 'the server does not accept the client certificate'
    : 'the server asks for a client certificate';
}

/**
 * Whether a server ended TLS for want of a client certificate, or of another one. What a server
 * sends in an alert is about our certificate, not about its own; before TLS 1.3 one that gets none
 * says no more than that the handshake failed (RFC 5246 section 7.4.6).
 *
 * @param error - what ended the connection
 */
export function isRefusedFor(error: Error, { asked }: Pick<Introduction, 'asked'>): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return ABOUT_A_CERTIFICATE.test(code) || (asked && code.endsWith(HANDSHAKE_FAILURE));
}

/**
 * Whether a server asked for a client certificate. Its request is the only message from a server
 * that lists the signatures which it takes (RFC 8446 section 4.3.2).
 *
 * @param connection - one in which TLS is at the end of its handshake, or past it
 */
export function asksForCertificate(connection: Duplex): boolean {
  // A connection that is gone has no answer to this.
  if (!(connection instanceof TLSSocket) || connection.destroyed) return false;
  return connection.getSharedSigalgs().length > 0;
}
