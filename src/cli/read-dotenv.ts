import { lstatSync } from 'node:fs';
import { ConformanceError } from '../error.js';
import { parseDotenv } from './parse-dotenv.js';
import type { DotenvProblem } from './parse-dotenv.js';
import { readWhole } from './read-whole.js';

/** A file that is larger holds something else than a few variables. */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads a `.env`. Whatever is there and can't be read whole is refused: without its variables a run
 * would judge the embedded CMDB instead of the target that was meant.
 *
 * @param path - the file; it need not exist
 * @returns its variables; none where there is no file
 * @throws ConformanceError `usage` that names the file, the line and what to do
 */
export function readDotenv(path: string): Readonly<Record<string, string>> {
  const bytes = readBytes(path);
  if (bytes === undefined) return {};
  const parsed = parseDotenv(decode(path, bytes));
  if ('variables' in parsed) return parsed.variables;
  throw refusal(path, parsed.problem);
}

function readBytes(path: string): Buffer | undefined {
  // A link that leads nowhere is there, too.
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
  try {
    return readWhole(path, MAX_BYTES);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConformanceError(
      'usage',
      { en: `${path} can’t be read: ${why}.`, zh: `无法读取 ${path}：${why}。` },
      {
        en: 'Make it a readable text file of NAME=value lines, or remove it and set the variables in the environment.',
        zh: '请把它改成可读的、每行一个 NAME=value 的文本文件，或删除它并改用环境变量。',
      },
      cause,
    );
  }
}

function decode(path: string, bytes: Buffer): string {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    bytes.includes(0);
  try {
    // A byte order mark of UTF-8 is left out.
    if (!isUtf16) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Told below.
  }
  const line = lineOfFirstWrong(bytes);
  throw new ConformanceError(
    'usage',
    isUtf16
      ? {
          en: `${path} is not UTF-8: line ${line} looks like UTF-16.`,
          zh: `${path} 不是 UTF-8 编码：第 ${line} 行像是 UTF-16。`,
        }
      : {
          en: `${path}:${line} holds bytes that are not UTF-8.`,
          zh: `${path}:${line} 含有不属于 UTF-8 的字节。`,
        },
    {
      en: 'Save it as UTF-8.',
      zh: '请以 UTF-8 编码保存。',
    },
  );
}

/** The first line that is not UTF-8 or holds a NUL. */
function lineOfFirstWrong(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    const piece = bytes.subarray(from, end < 0 ? bytes.length : end);
    try {
      if (decoder.decode(piece).includes('\0')) return line;
    } catch {
      return line;
    }
    if (end < 0) break;
    from = end + 1;
  }
  return 1;
}

function refusal(path: string, { line, kind, name }: DotenvProblem): ConformanceError {
  const what = name === undefined ? { en: '', zh: '' } : { en: ` (${name})`, zh: `（${name}）` };
  if (kind === 'open quote') {
    return new ConformanceError(
      'usage',
      {
        en: `${path}:${line}${what.en}: the quote that begins the value is never closed.`,
        zh: `${path}:${line}${what.zh}：值开头的引号没有配对的结尾引号。`,
      },
      {
        en: 'Close it, or put the value between quotes of another kind.',
        zh: '请补上结尾引号，或改用另一种引号。',
      },
    );
  }
  return new ConformanceError(
    'usage',
    {
      en: `${path}:${line}${what.en}: this is no NAME=value, no comment and not blank.`,
      zh: `${path}:${line}${what.zh}：既不是 NAME=value，也不是注释或空行。`,
    },
    {
      en: `Write ${name ?? 'NAME'}=value, as .env.example does, or put # before it.`,
      zh: `请写成 ${name ?? 'NAME'}=value（参见 .env.example），或在行首加 #。`,
    },
  );
}
