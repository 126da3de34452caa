import { createDuplicateKeys } from './duplicate-keys.js';
import type { DuplicateKey } from './duplicate-keys.js';
import { JsonProblem } from './json-problem.js';
import type { JsonValue } from './json-value.js';
import { scanJson } from './scan-json.js';
import { offsetOfBadUtf8 } from './utf8.js';

export type { DuplicateKey };

/** What a text is, read as JSON. */
export type JsonReading =
  | {
      readonly ok: true;
      readonly value: JsonValue;
      readonly duplicates: readonly DuplicateKey[];
    }
  | {
      readonly ok: false;
      /** Where reading stopped: in UTF-16 units from 0, or in bytes for `not UTF-8`. */
      readonly offset: number;
      /** From 1. */
      readonly line: number;
      /** In UTF-16 units, from 1. */
      readonly column: number;
      /** What is wrong there, for example `trailing comma`. */
      readonly problem: string;
    };

/** The same of bytes. */
export type BytesReading = JsonReading & {
  /** True when a byte order mark stood first; it is read over. */
  readonly bom: boolean;
};

/**
 * Reads strict JSON (RFC 8259) exactly: an integer token becomes a bigint, any other number an
 * `ExactNumber` with its text (so do `-0`, which is no bigint, and integers of over 400 digits).
 * Objects have no prototype. Duplicate keys are noticed and the last one wins, as in the readers
 * of the BlueKing family. Linear in the length of the text; nesting beyond 2000 levels is refused.
 */
export function readJson(text: string): JsonReading {
  const duplicates = createDuplicateKeys();
  try {
    const value = scanJson(text, duplicates);
    return { ok: true, value, duplicates: duplicates.found };
  } catch (problem) {
    if (!(problem instanceof JsonProblem)) throw problem;
    return failure(problem.offset, text.slice(0, problem.offset), problem.message);
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads bytes as strict JSON in strict UTF-8 (RFC 8259 section 8.1). A byte order mark is read
 * over and told; places count from after it.
 *
 * @returns as {@link readJson}; `not UTF-8`, with the offset in bytes, when the bytes are not
 */
export function readJsonBytes(bytes: Uint8Array): BytesReading {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = bom ? bytes.subarray(3) : bytes;
  let text: string;
  try {
    text = strict.decode(content);
  } catch {
    const offset = offsetOfBadUtf8(content);
    return { ...failure(offset, lenient.decode(content.subarray(0, offset)), 'not UTF-8'), bom };
  }
  return { ...readJson(text), bom };
}

function failure(offset: number, before: string, problem: string): JsonReading {
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.slice(0, lineStart).split('\n').length;
  return { ok: false, offset, line, column: before.length - lineStart + 1, problem };
}
