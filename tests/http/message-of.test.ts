import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/http/message-of.js';

function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

describe('an error in one line', () => {
  it.each([
    ['a text', 'a text'],
    [new Error('  one\n\ttwo\u0000three  '), 'one two three'],
    [coded('EPIPE', 'broken'), 'broken (EPIPE)'],
    [coded('EPIPE', 'write EPIPE'), 'write EPIPE'],
    [coded('EPIPE', ''), '(EPIPE)'],
    [new TypeError(''), 'TypeError'],
    [new AggregateError([new Error('one'), coded('E2', 'two')], ''), 'one; two (E2)'],
    [new AggregateError([new Error('one')], 'all failed'), 'all failed'],
    [new AggregateError([], ''), 'AggregateError'],
    [Object.assign(new Error('x'), { code: 7 }), 'x'],
    [
      new Error(
        'write EPROTO 80BC6149CE7F0000:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:../openssl/rec_layer_s3.c:1601:SSL alert number 40\n',
      ),
      'write EPROTO sslv3 alert handshake failure',
    ],
    [
      coded(
        'ERR_SSL_X',
        '80BC6149CE7F0000:error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:x.c:1:SSL alert number 116\n',
      ),
      'tlsv13 alert certificate required (ERR_SSL_X)',
    ],
  ])('%s (%#)', (error, line) => {
    expect(messageOf(error)).toBe(line);
  });

  it('has at most 16384 units', () => {
    expect(messageOf('x'.repeat(20_000))).toHaveLength(16_384);
  });
});
