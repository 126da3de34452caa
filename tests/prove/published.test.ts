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

  it('is the summary and the sentence between the marks of the README', () => {
    const files = published(summary, join(folder, 'proof.json'), write('README.md', readme));
    expect(files.map(({ file }) => file)).toEqual([
      join(folder, 'proof.json'),
      join(folder, 'README.md'),
    ]);
    expect(JSON.parse(files[0]?.text ?? '')).toEqual(summary);
    expect(files[0]?.text.endsWith('}\n')).toBe(true);
    expect(files[1]?.text).toMatch(
      /^# It\n\n<!-- proof:begin \(generated\) -->\n\*\*99 of 100\*\* .*\*\*1 of 25\*\* .*`0123456789abcdef`\)\.\n<!-- proof:end -->\n\nThe rest\.\n$/,
    );
  });

  it('is stale until it is written, and then fresh', () => {
    const file = write('README.md', readme);
    const proofFile = join(folder, 'proof.json');
    expect(stale(published(summary, proofFile, file))).toEqual([proofFile, file]);
    publish(published(summary, proofFile, file));
    expect(stale(published(summary, proofFile, file))).toEqual([]);
    expect(readFileSync(file, 'utf8')).not.toContain('old words');
    const changed = { ...summary, suiteHash: 'fedcba9876543210' };
    expect(stale(published(changed, proofFile, file))).toEqual([proofFile, file]);
  });

  it('leaves a README without marks as it is', () => {
    const file = write('README.md', '# It\n');
    expect(published(summary, join(folder, 'proof.json'), file)[1]?.text).toBe('# It\n');
  });
});

describe('the hash of a suite', () => {
  const PARTS = [
    'src/contract/a.ts',
    'src/document/a.ts',
    'src/embedded/defects/a.ts',
    'src/suite/a.ts',
    'src/target/a.ts',
    'src/json/a.ts',
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
    const added = write('src/suite/b.ts', '');
    expect(suiteHash(folder)).not.toBe(hash);
    rmSync(added);
    expect(suiteHash(folder)).toBe(hash);
    rmSync(join(folder, 'src/suite/a.ts'));
    write('src/suite/c.ts', 'src/suite/a.ts');
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
