import { parse } from 'dotenv';
import { EVERY_VARIABLE } from './every-variable.js';

/** Why a line of a `.env` can't be read. */
export interface DotenvProblem {
  readonly line: number;
  /**
   * - `no statement`: neither `NAME=value` nor a comment
   * - `open quote`: a value never ends
   * - `cut`: a value of ours without quotes has a `#` in it, where dotenv lets it end
   */
  readonly kind: 'no statement' | 'open quote' | 'cut';
  /** The name at the beginning of the line, where it is one of the suite's variables. */
  readonly name?: string;
}

/** What a `.env` says: its variables, or the first line that says nothing. */
export type ParsedDotenv =
  { readonly variables: Readonly<Record<string, string>> } | { readonly problem: DotenvProblem };

// The grammar of dotenv, which goes on silently at whatever is none. There it stands behind `^\s*`,
// which takes as long as the square of the number of blank lines.
const STATEMENT =
  /(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(#.*)?$/my;
const BLANK_OR_COMMENT = /(?:\s+|#.*)*/y;

/**
 * Reads the text of a `.env` as dotenv does, and passes over nothing: a variable that is not read
 * would let a run judge another target than the one that was meant.
 *
 * @param text - the text, decoded
 * @returns the variables, or the first problem
 */
export function parseDotenv(text: string): ParsedDotenv {
  const lines = text.replace(/\r\n?/g, '\n');
  const variables: Record<string, string> = {};
  let at = 0;
  for (;;) {
    at = endOf(BLANK_OR_COMMENT, lines, at) ?? at;
    if (at >= lines.length) return { variables };
    const end = endOf(STATEMENT, lines, at);
    if (end === undefined) return { problem: problemAt(lines, at, 'no statement') };
    const statement = lines.slice(at, end);
    if (hasOpenQuote(statement)) return { problem: problemAt(lines, at, 'open quote') };
    if (isCut(statement)) return { problem: problemAt(lines, at, 'cut') };
    Object.assign(variables, parse(statement));
    at = end;
  }
}

/** Where a match that begins at a place ends. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** dotenv takes `NAME="text` without an end as a text that begins with a quote. */
function hasOpenQuote(statement: string): boolean {
  STATEMENT.lastIndex = 0;
  const value = (STATEMENT.exec(statement)?.[2] ?? '').trim();
  return /^(['"`])(?![\s\S]*\1)/.test(value);
}

/**
 * What is behind a `#` may be the end of a secret, or a comment: nobody can tell them apart. Only
 * what stands alone behind white space is a comment for certain.
 */
function isCut(statement: string): boolean {
  STATEMENT.lastIndex = 0;
  const [, name, value = '', comment] = STATEMENT.exec(statement) ?? [];
  if (comment === undefined || !EVERY_VARIABLE.some((variable) => variable.name === name))
    return false;
  // The grammar takes the comment of a later line along.
  if (/\n\s*$/.test(statement.slice(0, -comment.length))) return false;
  const isQuoted = /^\s*(['"`])[\s\S]*\1\s*$/.test(value);
  return !isQuoted && (value === '' || value.trim() !== '');
}

/** The line is not repeated: it may hold a secret. */
function problemAt(lines: string, at: number, kind: DotenvProblem['kind']): DotenvProblem {
  const line = lines.slice(0, at).split('\n').length;
  const [name] = /^(?:export\s+)?[\w.-]+/.exec(lines.slice(at, at + 200)) ?? [];
  const known = EVERY_VARIABLE.find(
    (variable) => name?.replace(/^export\s+/, '') === variable.name,
  );
  return { line, kind, ...(known === undefined ? {} : { name: known.name }) };
}
