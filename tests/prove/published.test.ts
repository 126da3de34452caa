import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publish, published, stale } from '../../src/cli/prove/published.js';
import { suiteHash } from '../../src/cli/prove/suite-hash.js';

const summary = {
  defects: 100,
  caught: 99,
  variants: 25,
  blamed: 1,
  suiteHash: '0123456789abcdef',
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cmdb-proof-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe('what is published of a proof', () => {
  const readme =
    '# It\n\n<!-- proof:begin (generated) -->\nold words\n\nof two parts\n<!-- proof:end -->\n\nThe rest.\n';
  const readmes = (text: string): { en: string; zh: string } => ({
    en: write('README.md', text),
    zh: write('README.zh.md', text),
  });

  it('is the summary and a sentence between the marks of the README in each language', () => {
    const files = published(summary, join(folder, 'proof.json'), readmes(readme));
    expect(files.map(({ file }) => file)).toEqual([
      join(folder, 'proof.json'),
      join(folder, 'README.md'),
      join(folder, 'README.zh.md'),
    ]);
    expect(JSON.parse(files[0]?.text ?? '')).toEqual(summary);
    expect(files[0]?.text.endsWith('}\n')).toBe(true);
    expect(files[1]?.text).toMatch(
      /^# It\n\n<!-- proof:begin \(generated\) -->\n\*\*99 of 100\*\* .*\*\*1 of 25\*\* .*`0123456789abcdef`\)\.\n<!-- proof:end -->\n\nThe rest\.\n$/,
    );
    expect(files[2]?.text).toMatch(
      /\n\*\*100 个\*\*.*\*\*99 个\*\*.*\*\*25 个\*\*.*\*\*1 个\*\*.*`0123456789abcdef`）。\n<!-- proof:end -->/,
    );
  });

  it('is stale until it is written, and then fresh', () => {
    const both = readmes(readme);
    const proofFile = join(folder, 'proof.json');
    expect(stale(published(summary, proofFile, both))).toEqual([proofFile, both.en, both.zh]);
    publish(published(summary, proofFile, both));
    expect(stale(published(summary, proofFile, both))).toEqual([]);
    expect(readFileSync(both.en, 'utf8')).not.toContain('old words');
    expect(readFileSync(both.zh, 'utf8')).not.toContain('old words');
    const changed = { ...summary, suiteHash: 'fedcba9876543210' };
    expect(stale(published(changed, proofFile, both))).toEqual([proofFile, both.en, both.zh]);
  });

  it('leaves a README without marks as it is', () => {
    const files = published(summary, join(folder, 'proof.json'), readmes('# It\n'));
    expect(files.slice(1).map(({ text }) => text)).toEqual(['# It\n', '# It\n']);
  });
});

describe('the hash of a suite', () => {
  const PARTS = [
    'src/binding/a.ts',
    'src/cases/a.ts',
    'src/config/a.ts',
    'src/contract/a.ts',
    'src/document/a.ts',
    'src/effects/a.ts',
    'src/embedded/defects/a.ts',
    'src/engine/a.ts',
    'src/http/a.ts',
    'src/json/a.ts',
    'src/judge/a.ts',
    'src/record/a.ts',
    'src/redact/a.ts',
    'schemas/a/a.json',
    'docs/api/a.md',
  ];

  function project(): string | undefined {
    for (const part of PARTS) write(part, part);
    return suiteHash(folder);
  }

  it('is 16 hexadecimal digits, the same for the same files', () => {
    const hash = project();
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(project()).toBe(hash);
  });

  it.each(PARTS)('changes with %s', (part) => {
    const hash = project();
    write(part, 'changed');
    expect(suiteHash(folder)).not.toBe(hash);
  });

  it('changes with a file that is added or named otherwise', () => {
    const hash = project();
    const added = write('src/engine/b.ts', '');
    expect(suiteHash(folder)).not.toBe(hash);
    rmSync(added);
    expect(suiteHash(folder)).toBe(hash);
    rmSync(join(folder, 'src/engine/a.ts'));
    write('src/engine/c.ts', 'src/engine/a.ts');
    expect(suiteHash(folder)).not.toBe(hash);
  });

  it('does not change with reports or front ends', () => {
    const hash = project();
    write('src/report/a.ts', 'x');
    write('README.md', 'x');
    expect(suiteHash(folder)).toBe(hash);
  });

  it('is none where the sources are not there', () => {
    expect(suiteHash(folder)).toBeUndefined();
  });
});
