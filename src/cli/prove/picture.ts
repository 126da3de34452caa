import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesHash } from './suite-hash.js';

/** What the pages of every report are made of. */
const PAGES = ['src/report/html', 'src/report/sentences'];
/** What the rehearsal runs against, and what it declares. */
const REHEARSED = ['src/embedded/releases', 'src/record/comparison', 'profiles'];

/** The pictures of README and guides, each with the folders that its page hangs on. */
export const PICTURES = {
  'docs/report.png': [...PAGES, 'src/report/causes'],
  'docs/comparison.png': [...PAGES, ...REHEARSED, 'src/report/comparison'],
  'docs/difference.png': [...PAGES, ...REHEARSED, 'src/report/comparison'],
  'docs/history.png': [...PAGES, ...REHEARSED, 'src/report/history', 'src/record/history'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The same, of a page in Chinese; that of the README is in English only. */
export const CHINESE_PICTURES = {
  'docs/comparison.zh.png': PICTURES['docs/comparison.png'],
  'docs/difference.zh.png': PICTURES['docs/difference.png'],
  'docs/history.zh.png': PICTURES['docs/history.png'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What the pictures were drawn from, kept beside them. */
export const PICTURE_SOURCES_FILE = 'docs/pictures.json';

/** What the pictures were drawn from, to notice when one shows what is no longer true. */
export interface PictureSources {
  /** Hash of each picture, and of what draws its page. */
  readonly pictures: Readonly<Record<string, { readonly picture: string; readonly page: string }>>;
  /** The proof that the report shows: `docs/proof.json`. What a report tells of a run hangs on it. */
  readonly proof: unknown;
}

/**
 * What the pictures would be drawn from now.
 *
 * @param project - folder of the project, with its sources
 */
export function pictureSources(project: string): PictureSources {
  const pictures = Object.entries({ ...PICTURES, ...CHINESE_PICTURES }).map(
    ([file, folders]) =>
      [
        file,
        {
          picture: createHash('sha256')
            .update(readFileSync(join(project, file)))
            .digest('hex')
            .slice(0, 16),
          page: filesHash(project, folders),
        },
      ] as const,
  );
  const proof: unknown = JSON.parse(readFileSync(join(project, 'docs', 'proof.json'), 'utf8'));
  return { pictures: Object.fromEntries(pictures), proof };
}

/** The text of {@link PICTURE_SOURCES_FILE} as it should be. */
export function pictureSourcesText(project: string): string {
  return `${JSON.stringify(pictureSources(project), null, 2)}\n`;
}
