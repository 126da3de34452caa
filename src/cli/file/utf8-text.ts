import { ConformanceError } from '../../error.js';
import { offsetOfBadUtf8 } from '../../json/utf8.js';
import { shellQuoted } from '../shell-quoted.js';

/** A coding that is not UTF-8, by the name that iconv knows it by. */
type Coding = 'UTF-16' | 'UTF-16LE' | 'UTF-16BE' | 'UTF-32' | 'GB18030';

const MARKS: readonly (readonly [readonly number[], Coding])[] = [
  [[0xff, 0xfe, 0, 0], 'UTF-32'],
  [[0, 0, 0xfe, 0xff], 'UTF-32'],
  [[0xff, 0xfe], 'UTF-16'],
  [[0xfe, 0xff], 'UTF-16'],
];

/** Of so many bytes one is NUL where text is UTF-16: line ends, spaces, ASCII. */
const MANY_NULS = 20;

/**
 * Decodes a file that has to be UTF-8. Nothing is replaced and nothing is guessed: a text that was
 * read in another coding would say something else.
 *
 * @param path - the file, for the message
 * @param bytes - what is in it
 * @returns the text, with its byte order mark where it has one
 * @throws ConformanceError `usage` that names the file, the line, the coding where it can be told,
 *   and how to convert it; repeats nothing of the file
 */
export function utf8Text(path: string, bytes: Uint8Array): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  const nul = bytes.includes(0);
  const text = marked === undefined && !nul ? decoded(bytes, 'utf-8') : undefined;
  if (text !== undefined) return text;
  const coding = marked?.[1] ?? (nul ? utf16Of(bytes) : chineseOf(bytes));
  const at = `${path}:${lineOfFirstWrong(bytes)}`;
  if (coding === undefined) {
    throw new ConformanceError(
      'usage',
      {
        en: `${at} holds bytes that are ${nul ? 'no text' : 'not UTF-8'}.`,
        zh: `${at} 含有${nul ? '不属于文本' : '不属于 UTF-8'} 的字节。`,
      },
      { en: 'Save it as UTF-8.', zh: '请以 UTF-8 编码保存。' },
    );
  }
  const command = `iconv -f ${coding} -t UTF-8 ${shellQuoted(path)} > ${shellQuoted(`${path}.utf-8`)}`;
  throw new ConformanceError(
    'usage',
    {
      en: `${at} is not UTF-8: the file looks like ${coding}.`,
      zh: `${at} 不是 UTF-8 编码：该文件像是 ${coding}。`,
    },
    {
      en: `Save it as UTF-8 in an editor, or convert it: ${command}`,
      zh: `请在编辑器中以 UTF-8 编码保存，或转换编码：${command}`,
    },
  );
}

/** Undefined where the bytes are not in this coding, or where this Node does not know it. */
function decoded(bytes: Uint8Array, coding: string): string | undefined {
  try {
    return new TextDecoder(coding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 without a mark; undefined for a text with a stray NUL. */
function utf16Of(bytes: Uint8Array): Coding | undefined {
  const nuls = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if ((even + odd) * MANY_NULS < bytes.length) return undefined;
  return odd > even ? 'UTF-16LE' : 'UTF-16BE';
}

/** GB2312, GBK and GB18030 are one another's parts; undefined for UTF-8 that is damaged. */
function chineseOf(bytes: Uint8Array): Coding | undefined {
  const asUtf8 = new TextDecoder().decode(bytes);
  const wrong = asUtf8.match(/\uFFFD/g)?.length ?? 0;
  const right = asUtf8.match(/[^\u0000-\u007F\uFFFD]/g)?.length ?? 0;
  if (right >= wrong) return undefined;
  // Two characters in a row: accented letters of Latin-1 stand alone.
  return /\p{Script=Han}{2}/u.test(decoded(bytes, 'gb18030') ?? '') ? 'GB18030' : undefined;
}

/** The first line that is not UTF-8 or holds a NUL. */
function lineOfFirstWrong(bytes: Uint8Array): number {
  const nul = bytes.indexOf(0);
  const end = Math.min(offsetOfBadUtf8(bytes), nul < 0 ? bytes.length : nul);
  return 1 + bytes.subarray(0, end).filter((byte) => byte === 0x0a).length;
}
