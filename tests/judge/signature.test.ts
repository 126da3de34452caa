import { describe, expect, it } from 'vitest';
import { ESB } from '../../src/binding/bindings.js';
import { refusalSignature } from '../../src/judge/signature.js';
import { ExactNumber } from '../../src/json/json-value.js';
import { OTHER_ENVELOPE } from './an-answer.js';

const { envelope } = ESB;

function signature(message: string, sent: Parameters<typeof refusalSignature>[1] = {}): string {
  return refusalSignature({ code: 5n, message }, sent, envelope);
}

describe('refusalSignature', () => {
  it('is the code and the message', () => {
    expect(signature('no such thing')).toBe('5 no such thing');
    expect(refusalSignature({ code: new ExactNumber('5.0'), message: 'x' }, {}, envelope)).toBe(
      '5 x',
    );
  });

  it('tells codes apart, and messages', () => {
    expect(refusalSignature({ code: 6n, message: 'x' }, {}, envelope)).not.toBe(signature('x'));
    expect(signature('x')).not.toBe(signature('y'));
  });

  it('does without code or message', () => {
    expect(refusalSignature({}, {}, envelope)).toBe('undefined ');
    expect(refusalSignature({ code: 5n, message: 7n }, {}, envelope)).toBe('5 ');
  });

  it('masks what was sent, at any depth, wherever it stands', () => {
    const sent = { app: 'shop', ids: [12n, 'deep'], inner: { more: 'text' } };
    expect(signature('shop: 12, deep and text of shop', sent)).toBe('5 *: *, * and * of *');
  });

  it('masks numbers as they were sent', () => {
    expect(signature('id 9007199254740993', { id: 9007199254740993n })).toBe('5 id *');
  });

  it('leaves alone what is no scalar of the request', () => {
    const sent = { a: null, b: true, c: new ExactNumber('1.5'), member: 'x y' };
    expect(signature('null true 1.5 member', sent)).toBe('5 null true 1.5 member');
  });

  it('masks the longest value first, whatever the order of the request', () => {
    const sent = { a: 'host', b: 'host-1', c: 'host' };
    expect(signature('host-1', sent)).toBe('5 *');
    expect(signature('host-1', { b: 'host-1', a: 'host' })).toBe('5 *');
  });

  it('does not mask values of one character', () => {
    expect(signature('biz 2 and biz 22', { biz: '2', other: 22n })).toBe('5 biz 2 and biz *');
    expect(signature('a b', { empty: '' })).toBe('5 a b');
  });

  it('masks the request id of the answer', () => {
    const answer = (id: string) => ({ code: 5n, message: `failed (${id})`, request_id: id });
    expect(refusalSignature(answer('req-one'), {}, envelope)).toBe('5 failed (*)');
    expect(refusalSignature(answer('req-two'), {}, envelope)).toBe('5 failed (*)');
    expect(refusalSignature({ code: 5n, message: '12', request_id: 12n }, {}, envelope)).toBe(
      '5 12',
    );
  });

  it.each([
    '2b1f9c0e-8d3a-4f6b-9a7c-1e2d3c4b5a69',
    '2B1F9C0E-8D3A-4F6B-9A7C-1E2D3C4B5A69',
    '2b1f9c0e8d3a4f6b9a7c1e2d3c4b5a69',
    '9a7c1e2d3c4b5a69',
    '2b1f9c0e8d3a4f6b9a7c1e2d3c4b5a692b1f9c0e8d3a4f6b',
  ])('masks the identifier %s', (id) => {
    expect(signature(`trace ${id} and ${id}.`)).toBe('5 trace * and *.');
  });

  it('leaves shorter hexadecimal alone', () => {
    expect(signature('trace 9a7c1e2d3c4b5a6')).toContain('9a7c1e2d');
    expect(signature('trace x9a7c1e2d3c4b5a69')).toContain('9a7c1e2d');
  });

  it.each([
    '2026-01-31T12:00:05Z',
    '2026-01-31 12:00:05',
    '2026-01-31T12:00:05.123+08:00',
    '2026-01-31 12:00:05,123',
  ])('masks the time %s', (time) => {
    expect(signature(`at ${time} twice ${time}`)).toBe('5 at * twice *');
  });

  it('leaves a mere date alone', () => {
    expect(signature('since 2026-01-31')).toBe('5 since 2026-01-31');
  });

  it('goes by the names of the binding', () => {
    const answer = { error: 6n, text: 'no (t-1)', trace: 't-1', code: 5n, message: 'other' };
    expect(refusalSignature(answer, {}, OTHER_ENVELOPE)).toBe('6 no (*)');
  });
});
