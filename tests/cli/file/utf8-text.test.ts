import { describe, expect, it } from 'vitest';
import { utf8Text } from '../../../src/cli/file/utf8-text.js';
import { ConformanceError } from '../../../src/error.js';
import { MAIN_TEXT } from '../../document/documents.js';

const PATH = 'docs/api/a b.md';
const TEXT = '### 请求方法\n\nPOST\n';

function refusalOf(bytes: Uint8Array): { en: string; zh: string } {
  try {
    utf8Text(PATH, bytes);
  } catch (error) {
    if (!(error instanceof ConformanceError)) throw error;
    expect(error.code).toBe('usage');
    return { en: error.told('en'), zh: error.told('zh') };
  }
  throw new Error('it was read');
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const swapped = (text: string): Buffer => utf16(text).swap16();

/** "### 请求方法" and "描述，值" as GBK. */
const GBK = Buffer.from([
  ...Buffer.from('POST\n### '),
  ...[0xc7, 0xeb, 0xc7, 0xf3, 0xb7, 0xbd, 0xb7, 0xa8, 0x0a],
  ...[0xc3, 0xe8, 0xca, 0xf6, 0xa3, 0xac, 0xd6, 0xb5],
]);

describe('a text of UTF-8', () => {
  it.each([TEXT, `\uFEFF${TEXT}`, '', 'a\uFFFDb', MAIN_TEXT, '密'])(
    'is read as it is (%#)',
    (text) => {
      expect(utf8Text(PATH, Buffer.from(text))).toBe(text);
    },
  );
});

describe('a text in another coding', () => {
  it.each([
    ['UTF-16', 1, utf16(`\uFEFF${TEXT}`)],
    ['UTF-16', 1, swapped(`\uFEFF${TEXT}`)],
    ['UTF-16', 1, Buffer.from([0xff, 0xfe])],
    ['UTF-32', 1, Buffer.from([0xff, 0xfe, 0, 0, 0x23, 0, 0, 0])],
    ['UTF-32', 1, Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x23])],
    ['UTF-16LE', 1, utf16(TEXT)],
    ['UTF-16BE', 1, swapped(TEXT)],
    ['UTF-16LE', 2, utf16(MAIN_TEXT)],
    ['GB18030', 2, GBK],
  ] as const)('is told by its name: %s (%#)', (coding, line, bytes) => {
    const { en, zh } = refusalOf(bytes);
    expect(en.split('\n')).toEqual([
      `${PATH}:${line} is not UTF-8: the file looks like ${coding}.`,
      `  → Save it as UTF-8 in an editor, or convert it: iconv -f ${coding} -t UTF-8 '${PATH}' > '${PATH}.utf-8'`,
    ]);
    expect(zh).toContain(`${PATH}:${line} 不是 UTF-8 编码：该文件像是 ${coding}。`);
    expect(zh).toContain(`iconv -f ${coding}`);
  });

  it.each([
    ['Latin-1', 3, Buffer.from('a\n\nf\u00fcr', 'latin1'), 'not UTF-8'],
    ['UTF-8 that is cut', 1, Buffer.from('请求方法').subarray(0, -1), 'not UTF-8'],
    ['UTF-8 with a byte of another', 2, Buffer.from([...Buffer.from('请求\n'), 0xa3]), 'not UTF-8'],
    ['a stray NUL', 2, Buffer.from(`a\n\0${'b'.repeat(40)}`), 'no text'],
  ])('has no name where it can’t be told: %s', (_what, line, bytes, en) => {
    expect(refusalOf(bytes).en).toBe(
      `${PATH}:${line} holds bytes that are ${en}.\n  → Save it as UTF-8.`,
    );
    expect(refusalOf(bytes).zh).toContain(`${PATH}:${line} 含有不属于`);
  });
});
