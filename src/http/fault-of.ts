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
}

/** What the failure of a connection means for the exchange on it, in kind and words. */
export function faultOf(
  error: Error,
  progress: Progress,
): { readonly kind: WireFaultKind; readonly message: string } {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = messageOf(error);
  if (!progress.connected) return { kind: 'unreachable', message: `no connection: ${message}` };
  if (code === 'HPE_HEADER_OVERFLOW') return { kind: 'too-large', message: 'too many headers' };
  // llhttp's codes: the bytes that came are not HTTP.
  if (code.startsWith('HPE_')) return { kind: 'broken', message: `not right HTTP: ${message}` };
  if (!progress.answered) {
    return { kind: 'reset', message: `the connection ended before an answer: ${message}` };
  }
  const where = progress.hasHeaders ? '' : ' in its headers';
  return { kind: 'broken', message: `the answer was cut short${where}: ${message}` };
}
