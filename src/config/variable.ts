import type { Text } from '../text.js';

/** One environment variable: what it holds and what it takes. */
export interface Variable {
  readonly name: string;
  /** JSON Schema of its text. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** What it takes, for error messages and the README. */
  readonly takes: Text;
  readonly about: Text;
  /** Secrets are shown as `<name>` and never as they are. */
  readonly secret?: true;
  /**
   * Where it describes a target, so that it makes no sense without an address: whether every run
   * against another target than the embedded one needs it.
   */
  readonly target?: 'required' | 'optional';
  /** The variable without which it says nothing. */
  readonly needs?: string | undefined;
  /** The default, where there is one. */
  readonly fallback?: string;
}

/** Schema of a text that is not empty. */
export const text = { type: 'string', minLength: 1, maxLength: 4096 };
/** Schema of an int64 in decimal digits. */
export const int64 = { type: 'string', pattern: '^-?(0|[1-9][0-9]{0,18})$' };
/** Schema of a switch. */
export const switched = { type: 'string', enum: ['0', '1'] };
/** Schema of a number of things. */
export const count = { type: 'string', pattern: '^[1-9][0-9]{0,11}$' };
/** Schema of milliseconds: a timer of Node that is set to 2^31 milliseconds or more goes off at once. */
export const duration = { type: 'string', pattern: '^[1-9][0-9]{0,8}$' };

/** What {@link text} takes. */
export const A_TEXT: Text = { en: 'a text that is not empty', zh: '非空文本' };
/** What {@link int64} takes. */
export const AN_INT64: Text = { en: 'an int64 in decimal digits', zh: '十进制 int64 整数' };
/** What {@link switched} takes. */
export const A_SWITCH: Text = { en: '1 or 0', zh: '1 或 0' };
/** What {@link duration} takes. */
export const MILLISECONDS: Text = {
  en: 'whole milliseconds, 1 to 999999999',
  zh: '毫秒数，1 到 999999999',
};
/** What {@link count} takes for bytes. */
export const BYTES: Text = { en: 'whole bytes, 1 or more', zh: '字节数，正整数' };
