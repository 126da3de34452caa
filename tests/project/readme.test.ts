import { execFile } from 'node:child_process';
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
  const [program = '', tool = '', ...args] = command.split(' ');
  if (program !== 'npx') return [program, [tool, ...args]];
  if (tool === 'cmdb-conformance') return [process.execPath, [COMMAND, ...args]];
  const playwright = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  const config = join(ROOT, 'playwright.config.ts');
  expect(tool, cwd).toBe('playwright');
  return [process.execPath, [playwright, ...args, '--config', config]];
}

async function perform(command: string): Promise<{ code: number | string; output: string }> {
  const cwd = await emptyFolder();
  await copyFile(join(ROOT, '.env.example'), join(cwd, '.env.example'));
  const [program, args] = spelledOut(command, cwd);
  const env = { PATH: process.env['PATH'], HOME: cwd, LANG: 'C' };
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? 'killed'), output: stdout + stderr });
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
    switch (check.how) {
      case 'here': {
        const { code, output } = await perform(command);
        expect(output).toContain(check.says);
        expect(code).toBe(check.exitCode);
        break;
      }
      case 'step': {
        const steps = await readFile(join(ROOT, 'scripts', 'check.mjs'), 'utf8');
        expect(steps).toContain(`name: '${check.step}'`);
        break;
      }
      case 'test':
        expect(await readFile(join(ROOT, check.file), 'utf8')).toContain(check.words);
        break;
      case 'ci':
        expect((await readFile(join(ROOT, '.ci/run'), 'utf8')).split('\n')).toContain(command);
    }
  });
});
