import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CHINESE_PICTURES,
  PICTURE_SOURCES_FILE,
  PICTURES,
  pictureSources,
  pictureSourcesText,
} from '../../src/cli/prove/picture.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const ALL = Object.keys({ ...PICTURES, ...CHINESE_PICTURES });

describe('the pictures of README and guides', () => {
  it('show the pages as they are, and the report with the proof that holds', () => {
    const drawnFrom: unknown = JSON.parse(readFileSync(join(ROOT, PICTURE_SOURCES_FILE), 'utf8'));
    // Stale: npm run build && npx cmdb-conformance prove --update && npm run picture
    expect(drawnFrom).toEqual(pictureSources(ROOT));
  });

  it('are all of docs/', () => {
    const there = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.png'));
    expect(there.map((name) => `docs/${name}`).sort()).toEqual(ALL.sort());
  });
});

describe('what the pictures are drawn from', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'picture-'));
    for (const part of new Set([...ALL, 'docs/proof.json', ...Object.values(PICTURES).flat()])) {
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    }
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['the page', 'src/report/html/style/colours.ts'],
    ['a sentence', 'src/report/sentences/outcome.ts'],
    ['what is compared', 'src/record/comparison/severity.ts'],
    ['what is known of releases', 'profiles/esb.yaml'],
    ['a picture itself', 'docs/comparison.zh.png'],
  ])('change with %s', (_, part) => {
    const before = pictureSourcesText(folder);
    expect(pictureSourcesText(folder)).toBe(before);
    writeFileSync(join(folder, part), 'changed');
    expect(pictureSourcesText(folder)).not.toBe(before);
  });

  it('change with the proof', () => {
    const before = pictureSourcesText(folder);
    writeFileSync(join(folder, 'docs', 'proof.json'), '{"defects":1}');
    expect(pictureSourcesText(folder)).not.toBe(before);
  });

  it('stay with the other reports', () => {
    const before = pictureSourcesText(folder);
    writeFileSync(join(folder, 'src', 'report', 'junit.ts'), 'changed');
    expect(pictureSourcesText(folder)).toBe(before);
  });
});
