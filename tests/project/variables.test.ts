import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { VARIABLES } from '../../src/config/variables.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = await readFile(join(ROOT, 'README.md'), 'utf8');
const EXAMPLE = await readFile(join(ROOT, '.env.example'), 'utf8');

/** The cells of the table between the marks. */
function tableOfReadme(): string[][] {
  const [, table = ''] =
    /<!-- variables:begin -->([\s\S]*)<!-- variables:end -->/.exec(README) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('the variables', () => {
  it('stand in the README as they are', () => {
    const expected = VARIABLES.map(({ name, about, takes, fallback }) => [
      `\`${name}\``,
      about.en,
      takes.en,
      fallback === undefined ? '' : `\`${fallback}\``,
    ]);
    expect(tableOfReadme()).toEqual(expected);
  });

  it('stand in .env.example, in both languages, with their defaults', () => {
    const names = [...EXAMPLE.matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm)];
    expect(names.map(([, name, value]) => [name, value])).toEqual(
      VARIABLES.map(({ name, fallback }) => [name, fallback ?? '']),
    );
    for (const { about, takes } of VARIABLES) {
      expect(EXAMPLE).toContain(`# ${about.en}`);
      expect(EXAMPLE).toContain(`# ${about.zh}`);
      if (takes.en !== 'a text that is not empty') expect(EXAMPLE).toContain(takes.en);
    }
  });

  it('are all left as they would be by a copy of .env.example', () => {
    const set = Object.entries(parse(EXAMPLE)).filter(([, value]) => value !== '');
    expect(set).toEqual([['CMDB_ALLOW_WRITES', '0']]);
  });
});
