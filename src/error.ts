import type { Text } from './text.js';

/**
 * Why something could not be done, as the exit code tells it (see `record/exit-code.ts`).
 *
 * - `usage`: what the user gave is wrong: an option, a variable, a file, a document. Exit code 2.
 * - `unreachable`: the target can't be talked to at all. Exit code 4.
 * - `internal`: the suite itself failed. Exit code 5.
 */
export type ErrorCode = 'usage' | 'unreachable' | 'internal';

/** A sentence for the reader: in English, or in both languages. */
export type Sentence = string | Text;

/**
 * The one error class of the project. Its message says what is wrong and where; `remedy` says how
 * to put it right, since developer tools and CI logs typically show nothing but the message, both
 * are joined in it. The message is English; {@link ConformanceError.told} speaks Chinese too.
 */
export class ConformanceError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  /** What is wrong, and the next step, each in both languages. */
  readonly parts: { readonly problem: Text; readonly remedy: Text };
  /** The message in Chinese; English stands in for a sentence that has none. */
  readonly #zh: string;

  /**
   * @param code - who has to act
   * @param problem - what is wrong and where (a variable, a file:line), in one sentence
   * @param remedy - the next step for the reader, in one sentence
   * @param cause - the error underneath, when there is one
   */
  constructor(code: ErrorCode, problem: Sentence, remedy: Sentence, cause?: unknown) {
    super(joined(problem, remedy, 'en'), cause === undefined ? {} : { cause });
    this.name = 'ConformanceError';
    this.code = code;
    this.remedy = inLanguage(remedy, 'en');
    this.parts = { problem: inBoth(problem), remedy: inBoth(remedy) };
    this.#zh = joined(problem, remedy, 'zh');
  }

  /** The message in a language. */
  told(lang: 'en' | 'zh'): string {
    return lang === 'zh' ? this.#zh : this.message;
  }
}

function joined(problem: Sentence, remedy: Sentence, lang: 'en' | 'zh'): string {
  return `${inLanguage(problem, lang)}\n  → ${inLanguage(remedy, lang)}`;
}

function inBoth(sentence: Sentence): Text {
  return { en: inLanguage(sentence, 'en'), zh: inLanguage(sentence, 'zh') };
}

function inLanguage(sentence: Sentence, lang: 'en' | 'zh'): string {
  return typeof sentence === 'string' ? sentence : sentence[lang];
}
