import { ConformanceError } from '../../error.js';
import type { Sentence } from '../../error.js';

/**
 * The error for a file that can't be written.
 *
 * @param elsewhere - what to do about it
 * @param cause - the system's error
 */
export function unwritable(path: string, elsewhere: Sentence, cause: unknown): ConformanceError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ConformanceError(
    'usage',
    { en: `${path} can’t be written: ${why}.`, zh: `无法写入 ${path}：${why}。` },
    elsewhere,
    cause,
  );
}
