import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/main.js';
import type { Ended } from './run-product.js';

/** Long enough for the slowest machine; what runs longer hangs. */
export const HANGS_MS = 50_000;

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
  let timer: NodeJS.Timeout | undefined;
  const hanging = new Promise<never>((_, reject) => {
    const error = new Error(`It hangs: ${args.join(' ')}`);
    timer = setTimeout(reject, HANGS_MS, error);
  });
  try {
    process.chdir(cwd);
    process.env = env;
    process.exitCode = 0;
    await Promise.race([main([process.execPath, 'cmdb-conformance', ...args]), hanging]);
    return { code: process.exitCode, out: out.text, err: err.text };
  } finally {
    clearTimeout(timer);
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
