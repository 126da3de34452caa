import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeBody } from '../../src/http/decode-body.js';

describe('a body', () => {
  const plain = Buffer.from('配置平台 '.repeat(40));
  const cap = plain.length;

  it.each([
    ['', plain],
    ['identity', plain],
    [' , identity,', plain],
    ['gzip', gzipSync(plain)],
    ['UTF-8', plain],
    ['utf8, identity', plain],
    ['charset=utf-8', plain],
    ['"utf-8"', plain],
    ['gbk', plain],
    ['ISO-8859-1', plain],
    ['none', plain],
    ['8bit', plain],
    ['utf-8,gzip', gzipSync(plain)],
    ['gzip , UTF-8', gzipSync(plain)],
    ['GZip ', gzipSync(plain)],
    ['x-gzip', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['deflate', deflateRawSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['gzip, br', brotliCompressSync(gzipSync(plain))],
    ['deflate,identity,gzip,br', brotliCompressSync(gzipSync(deflateSync(plain)))],
  ])('in the coding %j is undone', (coding, sent) => {
    const { body } = decodeBody(sent, coding, cap);
    expect(Buffer.from(body ?? [])).toEqual(plain);
  });

  it.each(['', 'gzip', 'unheard-of'])('without bytes is empty in the coding %j', (coding) => {
    expect(decodeBody(new Uint8Array(), coding, 0)).toEqual({ body: new Uint8Array() });
  });

  it.each([
    ['compress', 'unknown content coding: compress'],
    ['Zstd', 'unknown content coding: zstd'],
    ['identity, foo', 'unknown content coding: foo'],
    ['gzip, utf-80', 'unknown content coding: utf-80'],
    ['base64', 'unknown content coding: base64'],
    ['application/json', 'unknown content coding: application/json'],
    ['x'.repeat(41), `unknown content coding: ${'x'.repeat(40)}…`],
    ['a\tb', 'unknown content coding: a b'],
    ['gzip,gzip,gzip,gzip', 'more than 3 content codings'],
  ])('in the coding %j is broken', (coding, message) => {
    expect(decodeBody(plain, coding, cap)).toEqual({ problem: 'broken', message });
  });

  it.each(['gzip', 'deflate', 'br'])('that is no %s is broken', (coding) => {
    const decoded = decodeBody(Buffer.from([1, 2, 3]), coding, cap);
    expect(decoded.problem).toBe('broken');
    expect(decoded).toHaveProperty(
      'message',
      expect.stringMatching(new RegExp(`^the content coding ${coding} is broken: .`, 'u')),
    );
  });

  it.each([
    ['', plain],
    ['gzip', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['br', brotliCompressSync(plain)],
  ])('in the coding %j may be as large as the cap, and no larger', (coding, sent) => {
    expect(decodeBody(sent, coding, cap).body).toHaveLength(cap);
    expect(decodeBody(sent, coding, cap - 1)).toEqual({
      problem: 'too-large',
      message: `the body has more than ${cap - 1} bytes expanded`,
    });
  });
});
