import { spawn } from 'node:child_process';
import { copyFile, cp, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND, emptyFolder } from '../cli/run-product.js';
import { anchorOf, PAGES, readPage, ROOT } from './pages.js';
import { README_COMMANDS } from './readme-commands.js';

/** The lines of all shell blocks, and what stands in the text as code and starts like a command. */
function commandsOf(path: string): string[] {
  const { blocks, code } = readPage(path);
  return [
    ...blocks.filter(({ lang }) => lang === 'sh').flatMap(({ text }) => text.split('\n')),
    ...code.filter((text) => /^(npx|npm) /.test(text)),
  ];
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
  /** Where it was run. */
  readonly cwd: string;
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
      resolve({ cwd, code: code ?? signal ?? 'unknown', output });
    });
  });
}

describe('the README and the pages that it leads to', () => {
  it('have no command that nothing runs, and nothing is run that they do not have', () => {
    // Those of the guide of an upgrade rest on each other: they have a test of their own.
    const pages = PAGES.filter(([english]) => english !== 'docs/upgrade.md');
    const commands = new Set(pages.flatMap(([english]) => commandsOf(english)));
    expect([...commands].sort()).toEqual(Object.keys(README_COMMANDS).sort());
  });

  it.each([...PAGES.flat(), 'CONTRIBUTING.md'])(
    'link to nothing that is not there: %s',
    async (path) => {
      const links = readPage(path).links.filter((link) => !/^[a-z]+:/.test(link));
      const missing = [];
      for (const link of new Set(links)) {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? path : join(dirname(path), file);
        const there = (await stat(join(ROOT, target)).catch(() => undefined)) !== undefined;
        if (!there || (anchor !== undefined && !anchorsOf(target).includes(anchor))) {
          missing.push(link);
        }
      }
      expect(links.length).toBeGreaterThan(0);
      expect(missing).toEqual([]);
    },
  );
});

function anchorsOf(path: string): string[] {
  return readPage(path).headings.map(({ text }) => anchorOf(text));
}

const performed = new Map<string, Promise<Performed>>();

/** Performs a command once, in a folder that is as its check says. */
function once(command: string): Promise<Performed> {
  const before = performed.get(command) ?? performChecked(command);
  performed.set(command, before);
  return before;
}

async function performChecked(command: string): Promise<Performed> {
  const check = README_COMMANDS[command];
  const cwd = await emptyFolder();
  await copyFile(join(ROOT, '.env.example'), join(cwd, '.env.example'));
  if (check?.how === 'here' && check.first !== undefined) {
    await cp((await once(check.first)).cwd, cwd, { recursive: true });
  }
  return perform(command, cwd, check?.how === 'until' ? check.says : undefined);
}

describe.concurrent('commands of the pages', () => {
  it.each(Object.entries(README_COMMANDS))('%s', async (command, check) => {
    if (check.how === 'elsewhere') {
      expect(await readFile(join(ROOT, check.file), 'utf8'), check.why).toContain(check.words);
      return;
    }
    const { code, output } = await once(command);
    expect(output).toContain(check.says);
    expect(code).toBe(check.how === 'here' ? check.exitCode : 0);
  });
});
