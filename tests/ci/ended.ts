import { spawn } from 'node:child_process';
import type { Ended } from '../cli/run-product.js';

/** How a program is started. */
interface Started {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Another user, which only root may name. */
  readonly uid?: number;
}

/** Runs a program to its end. */
export function ended(
  program: string,
  args: readonly string[],
  { cwd, env, uid }: Started,
): Promise<Ended> {
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code: code ?? signal ?? 'unknown', out, err });
    });
  });
}
