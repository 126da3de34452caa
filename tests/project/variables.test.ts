import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { EVERY_VARIABLE } from '../../src/cli/settings/every-variable.js';
import { readPage, ROOT } from './pages.js';

const EXAMPLE = readFileSync(join(ROOT, '.env.example'), 'utf8');

/** The rows of the one table of a page that begins with the address of the target. */
function tableOf(path: string): string[][] {
  const tables = readPage(path).tables.filter((rows) => rows[1]?.[0]?.text === 'CMDB_BASE_URL');
  expect(tables).toHaveLength(1);
  return tables.flatMap((rows) => rows.slice(1).map((row) => row.map(({ text }) => text)));
}

describe.each([
  ['en', 'README.md', 'docs/configuration.md'],
  ['zh', 'README.zh.md', 'docs/configuration.zh.md'],
] as const)('the variables, in %s', (lang, readme, configuration) => {
  it('stand in the configuration as they are', () => {
    expect(tableOf(configuration)).toEqual(
      EVERY_VARIABLE.map(({ name, about, takes, fallback = '' }) => [
        name,
        about[lang],
        takes[lang],
        fallback,
      ]),
    );
  });

  it('stand in the README as far as they describe a target', () => {
    const end = EVERY_VARIABLE.findIndex(({ name }) => name === 'CMDB_ALLOW_WRITES') + 1;
    expect(tableOf(readme)).toEqual(
      EVERY_VARIABLE.slice(0, end).map(({ name, about }) => [name, about[lang]]),
    );
  });
});

describe('the variables', () => {
  it('stand in .env.example, in both languages, with their defaults', () => {
    const names = [...EXAMPLE.matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm)];
    expect(names.map(([, name, value]) => [name, value])).toEqual(
      EVERY_VARIABLE.map(({ name, fallback }) => [name, fallback ?? '']),
    );
    for (const { about, takes } of EVERY_VARIABLE) {
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
