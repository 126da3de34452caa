import { isRefusedFor, wanted } from './client-certificate.js';
import type { Introduction } from './client-certificate.js';
import type { WireFaultKind } from './exchange.js';
import { messageOf } from './message-of.js';

/** How far an exchange had come when its connection failed. */
export interface Progress {
  /** Whether it had a connection that stood. */
  readonly connected: boolean;
  /** Whether a byte of an answer had come. */
  readonly answered: boolean;
  /** Whether the headers of an answer had come. */
  readonly hasHeaders: boolean;
  /** What was said of a client certificate. */
  readonly introduction: Introduction;
}

interface Fault {
  readonly kind: WireFaultKind;
  readonly message: string;
}

/** What the failure of a connection means for the exchange on it, in kind and words. */
export function faultOf(error: Error, progress: Progress): Fault {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = messageOf(error);
  if (!progress.connected) return { kind: 'unreachable', message: `no connection: ${message}` };
  if (code === 'HPE_HEADER_OVERFLOW') return { kind: 'too-large', message: 'too many headers' };
  // llhttp's codes: the bytes that came are not HTTP.
  if (code.startsWith('HPE_')) return { kind: 'broken', message: `not right HTTP: ${message}` };
  if (!progress.answered) return unanswered(error, progress.introduction);
  const where = progress.hasHeaders ? '' : ' in its headers';
  return { kind: 'broken', message: `the answer was cut short${where}: ${message}` };
}

/**
 * In TLS 1.3 a server says what it misses only after our side of the handshake has come to its end;
 * the request that follows reaches nothing but TLS.
 */
function unanswered(error: Error, introduction: Introduction): Fault {
  const message = messageOf(error);
  if (isRefusedFor(error, introduction)) {
    return { kind: 'unreachable', message: `no connection: ${wanted(introduction)}: ${message}` };
  }
  const { asked, offered } = introduction;
  const why = asked && !offered ? `; ${wanted(introduction)}` : '';
  return { kind: 'reset', message: `the connection ended before an answer: ${message}${why}` };
}
