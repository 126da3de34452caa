import { lstatSync } from 'node:fs';
import { ConformanceError } from '../../error.js';
import { parseDotenv } from './parse-dotenv.js';
import type { DotenvProblem } from './parse-dotenv.js';
import { readWhole } from '../file/read-whole.js';
import { utf8Text } from '../file/utf8-text.js';

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
  const parsed = parseDotenv(utf8Text(path, bytes).replace(/^\uFEFF/, ''));
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
  if (kind === 'cut') {
    return new ConformanceError(
      'usage',
      {
        en: `${path}:${line}${what.en}: the value has a # in it and no quotes around it, so it would end before the #.`,
        zh: `${path}:${line}${what.zh}：值中含有 # 且没有加引号，# 及其后的内容会被丢弃。`,
      },
      {
        en: `Put the whole value between single quotes, as in ${name ?? 'NAME'}='…#…'; put a comment on a line of its own.`,
        zh: `请用单引号把整个值括起来，如 ${name ?? 'NAME'}='…#…'；注释请另起一行。`,
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
