import { Writable } from 'node:stream';
import { withoutCommands } from '../report/without-commands.js';

/**
 * Keeps what is written on streams from acting on a CI system, which takes lines of any output for
 * commands: much of what a run prints are words of its target. Each text that is written has to be
 * whole lines.
 *
 * @param streams - standard output and standard error
 */
export function keepInert(streams: readonly NodeJS.WriteStream[]): void {
  for (const stream of streams) {
    stream.write = (
      chunk: string | Uint8Array,
      encoding?: BufferEncoding | ((error?: Error | null) => void),
      done?: (error?: Error | null) => void,
    ) => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      const written = typeof encoding === 'function' ? encoding : done;
      return writeAsItIs(stream, withoutCommands(text), written);
    };
  }
}

/**
 * Writes on a stream what may act, whatever {@link keepInert} made of it.
 *
 * @param text - of this suite's own making, every other word in it escaped
 */
export function writeAsItIs(
  stream: NodeJS.WriteStream,
  text: string,
  done?: (error?: Error | null) => void,
): boolean {
  return Writable.prototype.write.call(stream, text, 'utf8', done);
}
