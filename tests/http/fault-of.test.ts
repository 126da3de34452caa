import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/http/fault-of.js';

function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

const STRANGERS = { offered: false, asked: false };

describe('the failure of a connection', () => {
  const begun = { connected: true, answered: true, hasHeaders: true, introduction: STRANGERS };

  it.each([
    [
      coded('ECONNREFUSED', 'refused'),
      { ...begun, connected: false },
      'unreachable',
      'no connection: refused (ECONNREFUSED)',
    ],
    [
      coded('HPE_HEADER_OVERFLOW', 'x'),
      { ...begun, connected: false },
      'unreachable',
      'no connection: x (HPE_HEADER_OVERFLOW)',
    ],
    [coded('HPE_HEADER_OVERFLOW', 'x'), begun, 'too-large', 'too many headers'],
    [
      coded('HPE_INVALID_CONSTANT', 'x'),
      { ...begun, answered: false },
      'broken',
      'not right HTTP: x (HPE_INVALID_CONSTANT)',
    ],
    [
      coded('ECONNRESET', 'x'),
      { ...begun, answered: false },
      'reset',
      'the connection ended before an answer: x (ECONNRESET)',
    ],
    [
      coded('ECONNRESET', 'x'),
      { ...begun, hasHeaders: false },
      'broken',
      'the answer was cut short in its headers: x (ECONNRESET)',
    ],
    [coded('ECONNRESET', 'x'), begun, 'broken', 'the answer was cut short: x (ECONNRESET)'],
    [Object.assign(new Error('x'), { code: 7 }), begun, 'broken', 'the answer was cut short: x'],
    [new Error('closed'), begun, 'broken', 'the answer was cut short: closed'],
  ])('%s means what had happened before (%#)', (error, progress, kind, message) => {
    expect(faultOf(error, progress)).toEqual({ kind, message });
  });

  const ALERTS = [
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
    'ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE',
    'ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE',
    'ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED',
    'ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED',
    'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN',
    'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
  ];
  const unanswered = { ...begun, answered: false };

  it.each(ALERTS)('%s means that the handshake went no further', (code) => {
    const words = (offered: boolean) =>
      faultOf(coded(code, 'alert'), { ...unanswered, introduction: { offered, asked: true } });
    expect(words(false)).toEqual({
      kind: 'unreachable',
      message: `no connection: the server asks for a client certificate: alert (${code})`,
    });
    expect(words(true)).toEqual({
      kind: 'unreachable',
      message: `no connection: the server does not accept the client certificate: alert (${code})`,
    });
  });

  it.each(['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE'])(
    '%s is about a certificate where one was asked for',
    (code) => {
      const words = (asked: boolean) =>
        faultOf(coded(code, 'alert'), { ...unanswered, introduction: { offered: false, asked } });
      expect(words(true).message).toContain('the server asks for a client certificate');
      expect(words(false).message).toBe(`the connection ended before an answer: alert (${code})`);
    },
  );

  it('may be for want of a certificate that was asked for', () => {
    const words = (offered: boolean) =>
      faultOf(coded('ECONNRESET', 'x'), { ...unanswered, introduction: { offered, asked: true } });
    expect(words(false)).toEqual({
      kind: 'reset',
      message:
        'the connection ended before an answer: x (ECONNRESET); the server asks for a client certificate',
    });
    expect(words(true).message).toBe('the connection ended before an answer: x (ECONNRESET)');
  });

  it('is none for want of a certificate once an answer began', () => {
    const [code = ''] = ALERTS;
    const { kind } = faultOf(coded(code, 'x'), {
      ...begun,
      introduction: { ...STRANGERS, asked: true },
    });
    expect(kind).toBe('broken');
  });
});
