import { spawn } from 'node:child_process';
import { copyFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMAND, emptyFolder } from '../cli/run-product.js';
import { README_COMMANDS } from './readme-commands.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = await readFile(join(ROOT, 'README.md'), 'utf8');

/** The lines of all shell blocks, and what stands in the text as code and starts like a command. */
function commandsOf(markdown: string): Set<string> {
  const blocks = [...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '');
  const lines = blocks.flatMap((block) => block.split('\n')).filter((line) => line !== '');
  const inline = [...markdown.matchAll(/`((?:npx|npm) [^`]+)`/g)].map(([, text]) => text ?? '');
  return new Set([...lines, ...inline]);
}

/** The program and the arguments that the shell would start for a command. */
function spelledOut(command: string, cwd: string): [program: string, args: string[]] {
  const [program = '', tool = '', ...args] = command.replace(/^npm ci && /, '').split(' ');
  if (program !== 'npx') return [program, [tool, ...args]];
  if (tool === 'cmdb-conformance') return [process.execPath, [COMMAND, ...args]];
  const playwright = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  const own = ['--config', join(ROOT, 'playwright.config.ts'), '--output', join(cwd, 'artifacts')];
  expect(tool).toBe('playwright');
  return [process.execPath, [playwright, ...args, ...own]];
}

interface Performed {
  readonly code: number | string;
  readonly output: string;
}

/**
 * Runs a command.
 *
 * @param until - words at which it is stopped by Ctrl-C
 */
async function perform(command: string, cwd: string, until?: string): Promise<Performed> {
  const [program, args] = spelledOut(command, cwd);
  const env = { PATH: process.env['PATH'], HOME: cwd, LANG: 'C' };
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (until !== undefined && output.includes(until) && !child.killed) child.kill('SIGINT');
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code: code ?? signal ?? 'unknown', output });
    });
  });
}

describe('the README', () => {
  it('has no command that nothing runs, and nothing is run that it does not have', () => {
    expect([...commandsOf(README)].sort()).toEqual(Object.keys(README_COMMANDS).sort());
  });

  it('links to nothing that is not there', async () => {
    const links = [...README.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(5);
    const missing = [];
    for (const link of new Set(links)) {
      if ((await stat(join(ROOT, link)).catch(() => undefined)) === undefined) missing.push(link);
    }
    expect(missing).toEqual([]);
  });
});

describe.concurrent('commands of the README', () => {
  it.each(Object.entries(README_COMMANDS))('%s', async (command, check) => {
    if (check.how === 'elsewhere') {
      expect(await readFile(join(ROOT, check.file), 'utf8'), check.why).toContain(check.words);
      return;
    }
    const cwd = await emptyFolder();
    await copyFile(join(ROOT, '.env.example'), join(cwd, '.env.example'));
    if (check.how === 'here' && check.first !== undefined) {
      expect((await perform(check.first, cwd)).code).toBe(0);
    }
    const until = check.how === 'until' ? check.says : undefined;
    const { code, output } = await perform(command, cwd, until);
    expect(output).toContain(check.says);
    expect(code).toBe(check.how === 'here' ? check.exitCode : 0);
  });
});
