import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Reads a file that a user names. It is opened without waiting, as a FIFO has no writer, and nothing
 * but a regular file is read.
 *
 * @param path - the file, or a link to it
 * @param most - so many bytes may be in it
 * @throws Error that says in English why it can't be read; the system's error where that fails
 */
export function readWhole(path: string, most: number): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) throw new Error('it is no regular file');
    const buffer = Buffer.alloc(most + 1);
    let size = 0;
    for (let more = 1; more > 0 && size < buffer.length; size += more) {
      more = readSync(file, buffer, size, buffer.length - size, null);
    }
    if (size > most) throw new Error(`it has more than ${most} bytes`);
    return buffer.subarray(0, size);
  } finally {
    closeSync(file);
  }
}
