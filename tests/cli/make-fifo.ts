import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Makes a FIFO, which Node can't do itself. */
export async function makeFifo(path: string): Promise<void> {
  await promisify(execFile)('/bin/sh', ['-c', 'mkfifo "$1"', 'sh', path]);
}
