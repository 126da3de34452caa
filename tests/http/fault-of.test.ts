import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/http/fault-of.js';

function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

describe('the failure of a connection', () => {
  const begun = { connected: true, answered: true, hasHeaders: true };

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
});
