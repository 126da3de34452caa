import { ConformanceError } from '../error.js';

/** The reader is gone: `head` has closed the pipe, or the terminal was closed. That is no failure. */
const READER_GONE = ['EPIPE', 'EIO'];

/**
 * Keeps an output that can't be written from ending the process before it has cleaned up.
 *
 * @param streams - standard output and standard error
 * @returns gives what went wrong so far; undefined where all could be written or nobody reads it
 */
export function guardOutput(
  streams: readonly NodeJS.WriteStream[],
): () => ConformanceError | undefined {
  let problem: ConformanceError | undefined;
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== undefined && READER_GONE.includes(error.code)) return;
      problem ??= new ConformanceError(
        'usage',
        {
          en: `The output can't be written: ${error.message}.`,
          zh: `无法写出输出内容：${error.message}。`,
        },
        {
          en: 'Make room where it goes, or let it go elsewhere; the reports are not concerned.',
          zh: '请腾出空间或换一个输出位置；报告文件不受影响。',
        },
        error,
      );
    });
  }
  return () => problem;
}
