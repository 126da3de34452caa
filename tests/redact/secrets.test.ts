import { describe, expect, it } from 'vitest';
import { ExactNumber } from '../../src/json/json-value.js';
import { secretMembers as members } from '../../src/binding/esb/credentials.js';
import { createRedactor } from '../../src/redact/secrets.js';

const SECRET = 'S3cr/t+"\\ 密钥😀&<x>';

function one(value: string, name = 'bk_app_secret') {
  return createRedactor({ secrets: [{ name, value }], members });
}

const json = (text: string) => JSON.stringify(text).slice(1, -1);
const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const ascii = (text: string) =>
  json(text).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );

const forms: Record<string, string> = {
  plain: SECRET,
  url: encodeURIComponent(SECRET),
  'url, small letters': encodeURIComponent(SECRET).toLowerCase().replace('s3', 'S3'),
  form: new URLSearchParams({ a: SECRET }).toString().slice(2),
  'url, every byte': Buffer.from(SECRET).toString('hex').replace(/../g, '%$&'),
  'url twice': encodeURIComponent(encodeURIComponent(SECRET)),
  json: json(SECRET),
  'json, ascii': ascii(SECRET),
  'json, slashes': json(SECRET).replaceAll('/', '\\/'),
  'json twice': json(json(SECRET)),
  'json three times': json(json(json(SECRET))),
  'json, ascii, twice': json(ascii(SECRET)),
  html: html(SECRET),
  'html, decimal': Array.from(SECRET, (c) => `&#${c.codePointAt(0) ?? 0};`).join(''),
  'html, hexadecimal': Array.from(
    SECRET,
    (c) => `&#x${(c.codePointAt(0) ?? 0).toString(16)};`,
  ).join(''),
  'html of json': html(json(SECRET)),
  'json of html': json(html(SECRET)),
  'url of json': encodeURIComponent(json(SECRET)),
  'json of html with escaped ampersands': json(html(SECRET)).replaceAll('&', '\\u0026'),
  hex: Buffer.from(SECRET).toString('hex'),
  HEX: Buffer.from(SECRET).toString('hex').toUpperCase(),
  base64: Buffer.from(SECRET).toString('base64'),
  base64url: Buffer.from(SECRET).toString('base64url'),
  'base64 of json': Buffer.from(JSON.stringify({ a: SECRET })).toString('base64'),
  'base64 of a text in json': Buffer.from(json(SECRET)).toString('base64'),
  'url of base64': encodeURIComponent(Buffer.from(SECRET).toString('base64')),
  'base64, shifted by 1': Buffer.from(`:${SECRET}`).toString('base64'),
  'base64, shifted by 2': Buffer.from(`a:${SECRET} more`).toString('base64url'),
};

describe('every form of a secret', () => {
  it.each(Object.entries(forms))('%s', (_, form) => {
    const redactor = one(SECRET);
    const text = `"before ${form}" after`;
    expect(redactor.leak(text)).toBe('bk_app_secret');
    const shown = redactor.text(text);
    expect(shown).toContain('<bk_app_secret>');
    expect(shown).not.toContain(form);
    expect(redactor.leak(shown)).toBeUndefined();
  });

  it('leaves what is around it', () => {
    expect(one('abcdefgh').text('x abcdefgh y %61bcd%65fgh z')).toBe(
      'x <bk_app_secret> y <bk_app_secret> z',
    );
  });

  it('takes the padding and the shared digits of base64 with it', () => {
    expect(one('abcdefgh').text(`(${btoa('abcdefgh')}) (${btoa('xabcdefgh')})`)).toBe(
      '(<bk_app_secret>) (e<bk_app_secret>)',
    );
  });

  it('leaves digits of base64 that hold nothing of it', () => {
    expect(one('abcdefgh').text(`z${btoa('abcdefgh')}==`)).toBe('z<bk_app_secret>=');
    expect(one('abcdefghi').text(`${btoa('abcdefghi')}Z`)).toBe('<bk_app_secret>Z');
    expect(one('abcdefgh').text(`:${btoa('xabcdefgh').slice(2)}:`)).toBe(':<bk_app_secret>:');
  });

  it('is looked for below three layers of escapes besides its own', () => {
    let text = 'abc%defgh';
    for (let layer = 0; layer < 4; layer += 1) text = encodeURIComponent(text);
    expect(one('abc%defgh').leak(text)).toBe('bk_app_secret');
    expect(one('abc%defgh').leak(encodeURIComponent(text))).toBeUndefined();
  });

  it('is found where an escape before it would swallow its first character', () => {
    expect(one('1bcdefg h').text('%41bcdefg%20h')).toBe('%4<bk_app_secret>');
    expect(one('nbcdefg/h').text('\\nbcdefg\\/h')).toBe('\\<bk_app_secret>');
  });

  it('is known in small and in capital letters, and in UTF-16', () => {
    const secret = '3f9C1b7e-62ad';
    const [small, large] = [secret.toLowerCase(), secret.toUpperCase()];
    expect(one(secret).text(`${small} ${large}`)).toBe('<bk_app_secret> <bk_app_secret>');
    const decoder = new TextDecoder();
    for (const order of ['little', 'big']) {
      const bytes = Buffer.from(`{"m":"${secret}"}`, 'utf16le');
      const text = decoder.decode(order === 'big' ? bytes.swap16() : bytes);
      expect(one(secret).leak(text), order).toBe('bk_app_secret');
      expect(one(secret).leak(one(secret).text(text)), order).toBeUndefined();
    }
  });

  it('does not confuse similar texts', () => {
    const text = 'abcdefg abcdefgi %61bcdefgi ABCDEFGI 6162636465666769';
    expect(one('abcdefgh').text(text)).toBe(text);
    expect(one('abcdefgh').leak(text)).toBeUndefined();
  });
});

describe('several secrets', () => {
  it('names the longest value, whatever the order of adding', () => {
    const redactor = one('abcdefghij');
    redactor.add({ name: 'bk_app_secret: prefix', value: 'abcdefghi' });
    redactor.add({ name: 'bk_app_secret: trailing space', value: 'abcdefghij ' });
    expect(redactor.text('abcdefghi|abcdefghij|abcdefghij |abcdefghij+|YWJjZGVmZ2hpaiA=')).toBe(
      '<bk_app_secret: prefix>|<bk_app_secret>|<bk_app_secret: trailing space>|' +
        '<bk_app_secret: trailing space>|<bk_app_secret: trailing space>',
    );
  });

  it('knows one that is added later for a leak, too', () => {
    const redactor = one('abcdefghij');
    redactor.add({ name: 'bk_app_secret: prefix', value: 'klmnopqr' });
    expect(redactor.leak('klmnopqr')).toBe('bk_app_secret: prefix');
  });

  it('covers overlapping secrets whole', () => {
    const redactor = createRedactor({
      members,
      secrets: [
        { name: 'a', value: 'xabcdefg' },
        { name: 'b', value: 'abcdefgh1234' },
      ],
    });
    expect(redactor.text('-xabcdefgh1234-')).toBe('-<b>-');
  });

  it('keeps the first name of a value', () => {
    const redactor = one('abcdefgh');
    redactor.add({ name: 'other', value: 'abcdefgh' });
    redactor.add({ name: 'empty', value: '' });
    expect(redactor.text('abcdefgh')).toBe('<bk_app_secret>');
    expect(redactor.warnings()).toEqual([]);
  });

  it('hides a secret that looks like a mask, or that a mask would complete', () => {
    for (const value of ['<bk_app_secret>', 'bk_app_secret', '********', ']<bk_app_secret>[']) {
      const redactor = one(value);
      for (const text of [value, `]${value}[`, `**${value}**`, value + value]) {
        expect(redactor.leak(redactor.text(text))).toBeUndefined();
        expect(redactor.text(text)).not.toContain(value);
      }
    }
  });
});

describe('short secrets', () => {
  const redactor = one('abc"1');

  it('are warned of, and masked only in the members that carry them', () => {
    expect(redactor.warnings()).toEqual(['bk_app_secret']);
    expect(redactor.text('{"bk_app_secret" : "abc\\"1", "message":"abc\\"1"}')).toBe(
      '{"bk_app_secret" : "<bk_app_secret>", "message":"abc\\"1"}',
    );
    expect(redactor.text('{\\"bk_token\\":\\"abc\\\\\\"1\\"}')).toBe(
      '{\\"bk_token\\":\\"<bk_app_secret>\\"}',
    );
    expect(redactor.text('{"bk_app_secret":"abc\\"12"}')).toBe('{"bk_app_secret":"abc\\"12"}');
    expect(redactor.value({ app_secret: 'abc"1', a: 'abc"1' })).toEqual({
      app_secret: '<bk_app_secret>',
      a: 'abc"1',
    });
  });

  it.each(['bk_app_secret', 'app_secret', 'bk_token', 'access_token', 'bk_access_token'])(
    'are masked in %s, in texts and in values',
    (member) => {
      expect(redactor.text(`{"${member}":"abc\\"1"}`)).toBe(`{"${member}":"<bk_app_secret>"}`);
      expect(redactor.value({ [member]: 'other' })).toEqual({
        [member]: `<${member}: another value>`,
      });
      expect(redactor.text(`{"x_${member}":"abc\\"1"}`)).toBe(`{"x_${member}":"abc\\"1"}`);
    },
  );

  it('are not leaks', () => {
    expect(redactor.leak('{"bk_app_secret":"abc\\"1"}')).toBeUndefined();
  });

  it('are counted in characters, not in UTF-16 units', () => {
    expect(one('😀😀😀😀').warnings()).toEqual(['bk_app_secret']);
    expect(one('12345678').warnings()).toEqual([]);
  });
});

describe('ordinary words', () => {
  const redactor = createRedactor({
    members,
    secrets: [
      { name: 'bk_app_secret', value: 'association' },
      { name: 'bk_app_secret: prefix', value: 'associatio' },
      { name: 'bk_token', value: 'no-such-word' },
    ],
    common: (value) => value === 'association',
  });

  it('are warned of once, with what is made from them, and masked only in their members', () => {
    expect(redactor.warnings()).toEqual(['bk_app_secret']);
    expect(redactor.text('association associatio no-such-word')).toBe(
      'association associatio <bk_token>',
    );
    expect(redactor.leak('association associatio')).toBeUndefined();
    expect(redactor.value({ bk_app_secret: 'associatio', a: 'associatio' })).toEqual({
      bk_app_secret: '<bk_app_secret: prefix>',
      a: 'associatio',
    });
  });
});

describe('user names', () => {
  const redactor = createRedactor({
    members,
    secrets: [],
    users: [
      { name: 'bk_username', value: 'admin' },
      { name: 'other', value: 'long.name' },
    ],
  });

  it('are masked, a short one only as a word of its own', () => {
    expect(redactor.text('用户admin无权限 administrator sysadmin "admin" long%2Ename')).toBe(
      '用户<bk_username>无权限 administrator sysadmin "<bk_username>" <other>',
    );
  });

  it('of less than three letters stay', () => {
    const users = ['ab', 'abc'].map((value, n) => ({ name: `user ${n}`, value }));
    expect(createRedactor({ secrets: [], users }).text('ab abc')).toBe('ab <user 1>');
  });

  it('are neither leaks nor warned of', () => {
    expect(redactor.leak('long.name admin')).toBeUndefined();
    expect(redactor.warnings()).toEqual([]);
  });
});

describe('the beginning of a text that was cut', () => {
  const redactor = one('3f9c1b7e-62ad');

  it('ends with no larger part of a secret', () => {
    expect(redactor.beginning('{"m":"3f9c1b7e-62a')).toBe('{"m":"<bk_app_secret…>');
    expect(redactor.beginning('{"m":"3f9c1b7')).toBe('{"m":"<bk_app_secret…>');
    expect(redactor.beginning('{"m":"3f9c1b7e-62ad"')).toBe('{"m":"<bk_app_secret>"');
  });

  it('ends with no half of one, if that is four letters or more', () => {
    expect(one('abcdefgh').beginning('xabcd')).toBe('x<bk_app_secret…>');
    expect(one('abcdefgh').beginning('xabc')).toBe('xabc');
    expect(one('abc"1').beginning('xabc"')).toBe('x<bk_app_secret…>');
    expect(one('abc"1').beginning('xabc')).toBe('xabc');
    expect(one('abcdefgh').beginning('abcdefg')).toBe('<bk_app_secret…>');
  });

  it('may end with its first letters', () => {
    expect(redactor.beginning('{"m":"3f9c1b')).toBe('{"m":"3f9c1b');
    expect(redactor.beginning('')).toBe('');
  });
});

describe('value', () => {
  const redactor = one('12345678');
  redactor.add({ name: 'bk_app_secret: prefix', value: '1234567x' });

  it('masks members by name, everything else by value', () => {
    const number = new ExactNumber('1e1');
    expect(
      redactor.value({
        bk_app_secret: '12345678',
        app_secret: '1234567x',
        bk_token: 'unknown',
        access_token: '',
        bk_access_token: ['in', { a: 'list' }],
        message: 'no 12345678',
        list: ['12345678', null, true, number, 5n, 12345678n],
        'key 12345678': 1n,
      }),
    ).toEqual({
      bk_app_secret: '<bk_app_secret>',
      app_secret: '<bk_app_secret: prefix>',
      bk_token: '<bk_token: another value>',
      access_token: '',
      bk_access_token: [
        '<bk_access_token: another value>',
        { a: '<bk_access_token: another value>' },
      ],
      message: 'no <bk_app_secret>',
      list: ['<bk_app_secret>', null, true, number, 5n, '<bk_app_secret>'],
      'key <bk_app_secret>': 1n,
    });
  });

  it('masks a secret that is sent as a number', () => {
    const sent = { bk_token: 12345678n, list: [{ bk_app_secret: new ExactNumber('1.5') }], n: 7n };
    expect(redactor.value(sent)).toEqual({ ...sent, bk_token: '<bk_app_secret>' });
    const short = one('1.5');
    expect(short.value(sent)).toEqual({ ...sent, list: [{ bk_app_secret: '<bk_app_secret>' }] });
    expect(short.value({ n: new ExactNumber('1.5') })).toEqual({ n: new ExactNumber('1.5') });
  });

  it('shows what is made up, unless it holds a secret', () => {
    const made = createRedactor({
      members,
      secrets: [{ name: 'bk_app_secret', value: 'wrong-one' }],
      madeUp: ['made-up', 'a wrong-one'],
    });
    expect(made.value({ bk_app_secret: 'made-up', bk_token: 'a wrong-one' })).toEqual({
      bk_app_secret: 'made-up',
      bk_token: 'a <bk_app_secret>',
    });
    const same = createRedactor({
      members,
      secrets: [{ name: 'bk_app_secret', value: 'made-up!' }],
      madeUp: ['made-up!'],
    });
    expect(same.value({ bk_token: 'made-up!' })).toEqual({ bk_token: '<bk_app_secret>' });
    expect(made.value({ bk_app_secret: 'not made-up' })).toEqual({
      bk_app_secret: '<bk_app_secret: another value>',
    });
  });

  it('keeps __proto__ a member and exact numbers as they are', () => {
    const number = new ExactNumber('11.0');
    const masked = redactor.value({ ['__proto__']: '12345678', number });
    expect(Object.entries(masked ?? {})).toEqual([
      ['__proto__', '<bk_app_secret>'],
      ['number', number],
    ]);
    expect(Object.values(masked ?? {})[1]).toBe(number);
  });
});

describe('hostile texts', () => {
  it.each([
    '\\',
    '%',
    '&#',
    '\\u0061',
    'a',
    '%61',
    '"bk_token"',
    '"bk_token" ',
    '"bk_token":"',
    '=',
  ])('of %j over and over are read to their end', (piece) => {
    const redactor = createRedactor({
      members,
      secrets: [
        { name: 'bk_app_secret', value: 'aaaaaaaab' },
        { name: 'bk_token', value: 'short' },
      ],
    });
    const text = piece.repeat(100_000 / piece.length);
    expect(redactor.text(text)).toBe(text);
    expect(redactor.text(`${text} aaaaaaaab`).endsWith('<bk_app_secret>')).toBe(true);
  });
});
