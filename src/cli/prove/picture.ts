import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesHash } from './suite-hash.js';

/** What the page's look and words are made of; what it tells of a run hangs on the proved suite. */
const DRAWN_BY = ['src/report/html', 'src/report/causes', 'src/report/sentences'];

/** The picture in the README. */
export const PICTURE_FILE = 'docs/report.png';
/** What it was drawn from, kept beside it. */
export const PICTURE_SOURCE_FILE = 'docs/report.png.json';

/** What the picture was drawn from, to notice when it shows what is no longer true. */
export interface PictureSource {
  /** Hash of the picture itself. */
  readonly picture: string;
  /** Hash of what draws the page. */
  readonly page: string;
  /** The proof that the page shows: `docs/proof.json`. */
  readonly proof: unknown;
}

/**
 * What the picture would be drawn from now.
 *
 * @param project - folder of the project, with its sources
 */
export function pictureSource(project: string): PictureSource {
  const picture = readFileSync(join(project, PICTURE_FILE));
  const proof: unknown = JSON.parse(readFileSync(join(project, 'docs', 'proof.json'), 'utf8'));
  return {
    picture: createHash('sha256').update(picture).digest('hex').slice(0, 16),
    page: filesHash(project, DRAWN_BY),
    proof,
  };
}

/** The text of {@link PICTURE_SOURCE_FILE} as it should be. */
export function pictureSourceText(project: string): string {
  return `${JSON.stringify(pictureSource(project), null, 2)}\n`;
}
