import { describe, expect, it } from 'vitest';
import { EXIT_CODES } from '../../src/record/exit-code.js';
import { REPORT_NAMES } from '../../src/report/write/report-names.js';
import { emptyFolder, run } from './run-product.js';

/** What each command takes, and the exit codes that it can end with. */
const COMMANDS = {
  run: {
    options:
      'base-url out only endpoint fixture effort release esb waivers timeout strict insecure redact-users dry-run json name runs-dir lang',
    codes: Object.values(EXIT_CODES),
  },
  doctor: {
    options: 'base-url endpoint fixture effort timeout insecure redact-users json lang',
    codes: [0, 2, 4, 5],
  },
  serve: { options: 'port host defect variant release esb defects variants', codes: [0, 2, 5] },
  cleanup: { options: 'older-than yes base-url insecure lang', codes: [0, 2, 3, 4, 5] },
  derive: { options: 'docs out check lang', codes: [0, 2, 5] },
  requirements: { options: 'docs endpoint json lang', codes: [0, 2, 5] },
  report: { options: 'out lang', codes: [0, 2, 5] },
  runs: { options: 'runs-dir json lang', codes: [0, 2, 5] },
  compare: {
    options: 'runs-dir out fail-on accept write-accept rules lang',
    codes: [0, 2, 5, 10, 11, 12],
  },
  waive: { options: 'out strict lang', codes: [0, 2, 5] },
  releases: { options: 'from to update lang', codes: [0, 2, 5] },
  history: { options: 'out lang', codes: [0, 2, 5] },
  statement: { options: 'out runs-dir sign lang', codes: [0, 2, 5] },
  'statement verify': { options: 'key lang', codes: [0, 1, 2, 5] },
  'docs-diff': { options: 'json lang', codes: [0, 2, 5, 10] },
  prove: { options: 'out only further effort update lang', codes: [0, 1, 2, 5] },
} as const;

describe.concurrent('--help', () => {
  it('names every command', async () => {
    const { out } = await run(['--help'], { cwd: await emptyFolder() });
    const listed = [...out.matchAll(/^ {2}([a-z-]+) .*\[options\]/gm)].map(([, name]) => name);
    const commands = Object.keys(COMMANDS).filter((name) => !name.includes(' '));
    expect(listed.sort()).toEqual(commands.sort());
  });

  it.each(Object.entries(COMMANDS))('of %s', async (command, { options, codes }) => {
    const { code, out } = await run([...command.split(' '), '--help'], {
      cwd: await emptyFolder(),
    });
    expect(code).toBe(0);
    const listed = [...out.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)].map(([, name]) => name);
    expect(listed).toEqual([...options.split(' '), 'help']);
    const [, told = ''] = /Exit codes:([^]*?)(?:Variables|$)/.exec(out) ?? [];
    const numbers = [...told.matchAll(/(?:^|· |\n) *(\d+) /g)].map(([, number]) => Number(number));
    expect(numbers).toEqual([...codes].sort((a, b) => a - b));
    const onGithub = command === 'run' || command === 'compare';
    expect(out.includes('GITHUB_ACTIONS')).toBe(onGithub);
    for (const name of command === 'run' ? REPORT_NAMES : []) expect(out).toContain(name);
    expect(out).not.toMatch(/default: (false|\[\]|the locale.*default)/);
  });
});
