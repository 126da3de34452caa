import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  PICTURE_FILE,
  PICTURE_SOURCE_FILE,
  pictureSource,
  pictureSourceText,
} from '../../src/cli/prove/picture.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('the picture in the README', () => {
  it('shows the report as it is, with the proof that holds', () => {
    const drawnFrom: unknown = JSON.parse(readFileSync(join(ROOT, PICTURE_SOURCE_FILE), 'utf8'));
    // Stale: npm run build && npx cmdb-conformance prove --update && npm run picture
    expect(drawnFrom).toEqual(pictureSource(ROOT));
  });
});

describe('what the picture is drawn from', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'picture-'));
    for (const part of [PICTURE_FILE, 'docs/proof.json', 'src/report']) {
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    }
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['the page', 'src/report/html/style/colours.ts'],
    ['a sentence', 'src/report/sentences/outcome.ts'],
    ['the picture itself', PICTURE_FILE],
  ])('changes with %s', (_, part) => {
    const before = pictureSourceText(folder);
    expect(pictureSourceText(folder)).toBe(before);
    writeFileSync(join(folder, part), 'changed');
    expect(pictureSourceText(folder)).not.toBe(before);
  });

  it('changes with the proof', () => {
    const before = pictureSourceText(folder);
    writeFileSync(join(folder, 'docs', 'proof.json'), '{"defects":1}');
    expect(pictureSourceText(folder)).not.toBe(before);
  });

  it('stays with the other reports', () => {
    const before = pictureSourceText(folder);
    writeFileSync(join(folder, 'src', 'report', 'junit.ts'), 'changed');
    expect(pictureSourceText(folder)).toBe(before);
  });
});
