import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterThisFile } from '../given-back.js';
import { HANGS_MS, performHere } from './perform-here.js';

/** The command that a user types as `npx cmdb-conformance`. */
export const COMMAND = fileURLToPath(new URL('../../bin/cmdb-conformance.js', import.meta.url));

/** What a command did. */
export interface Ended {
  /** The signal's name where it was killed. */
  readonly code: number | string;
  readonly out: string;
  readonly err: string;
}

/** How a command is started. */
export interface StartOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A command that runs. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/**
 * Starts the built product, without any variable of whoever runs the tests.
 *
 * @param args - as on the command line
 */
export function start(args: readonly string[], options: StartOptions): Started {
  return startNode([COMMAND, ...args], options);
}

const PLAYWRIGHT = fileURLToPath(
  new URL('../../node_modules/@playwright/test/cli.js', import.meta.url),
);
const CONFIG = fileURLToPath(new URL('../../playwright.config.ts', import.meta.url));

/**
 * Starts the Playwright front end in the same way.
 *
 * @param args - what follows `npx playwright test`
 */
export function startPlaywright(args: readonly string[], options: StartOptions): Started {
  return startNode([PLAYWRIGHT, 'test', ...args, '--config', CONFIG], options);
}

function startNode(args: readonly string[], { cwd, env = {} }: StartOptions): Started {
  const child = spawn(process.execPath, args, {
    cwd,
    env: environmentIn(cwd, env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), HANGS_MS);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: code ?? signal ?? 'unknown', out, err });
    });
  });
  return { child, ended };
}

/**
 * Runs a command to its end in this process, where folder, environment and streams are its own
 * meanwhile. To start a process and warm it up takes longer than most commands do: a test starts one
 * where its end, signals, pipes or what Node itself reads matter, or where it might hang.
 *
 * @param args - as on the command line
 */
export function run(args: readonly string[], { cwd, env = {} }: StartOptions): Promise<Ended> {
  return performHere(args, cwd, environmentIn(cwd, env));
}

/** The variables that are given, without any of whoever runs the tests. */
function environmentIn(cwd: string, env: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: cwd, LANG: 'C', ...env };
}

/** Waits for something that another process does. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** An empty folder that is gone after the tests of the file. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cmdb-conformance-'));
  afterThisFile(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A line of a stack trace. */
export const STACK_LINE = /^\s+at .+[:(]/m;

/** The variables of a target, in a form that is right. */
export function targetVariables(baseUrl: string): Record<string, string> {
  return {
    CMDB_BASE_URL: baseUrl,
    BK_APP_CODE: 'some-app',
    BK_APP_SECRET: 'the-secret-of-some-app',
    BK_USERNAME: 'admin',
    CMDB_OBJ_ASST_ID: 'bk_switch_connect_host',
    CMDB_OBJ_ID: 'bk_switch',
    CMDB_ASST_OBJ_ID: 'host',
    CMDB_INST_ID: '11',
    CMDB_ASST_INST_ID: '21',
    CMDB_BIZ_ID: '2',
  };
}
