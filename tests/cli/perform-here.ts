import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/main.js';
import type { Ended } from './run-product.js';

/** The command before: they take turns, as a process has one folder, environment and output. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Performs a command in this process as in one of its own.
 *
 * @param args - as on the command line
 * @param cwd - the folder in which it is performed
 * @param env - all of its environment
 */
export function performHere(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const ended = turn.then(() => perform(args, cwd, { ...env }));
  turn = ended.catch(() => undefined);
  return ended;
}

async function perform(
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
): Promise<Ended> {
  const [out, err] = [new Collected(), new Collected()];
  const { env: ownEnv, exitCode: ownCode } = process;
  const ownFolder = process.cwd();
  const giveBack = [
    replaceStream('stdin', Readable.from([])),
    replaceStream('stdout', out),
    replaceStream('stderr', err),
  ];
  try {
    process.chdir(cwd);
    process.env = env;
    process.exitCode = 0;
    await main([process.execPath, 'cmdb-conformance', ...args]);
    return { code: process.exitCode, out: out.text, err: err.text };
  } finally {
    process.exitCode = ownCode;
    process.env = ownEnv;
    process.chdir(ownFolder);
    for (const give of giveBack) give();
  }
}

/** Keeps what is written. */
class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

/**
 * Puts a stream in the place of one of the process.
 *
 * @returns puts back what was there
 */
function replaceStream(name: 'stdin' | 'stdout' | 'stderr', stream: Readable | Writable) {
  const own = Object.getOwnPropertyDescriptor(process, name) ?? {};
  Object.defineProperty(process, name, { value: stream, configurable: true });
  return (): void => {
    Object.defineProperty(process, name, own);
  };
}
