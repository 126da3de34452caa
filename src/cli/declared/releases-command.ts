import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConformanceError } from '../../error.js';
import type { Profile } from '../../record/profile.js';
import { changesOf, knownOf, type KnownPart } from '../../report/releases/known-releases.js';
import type { Lang } from '../../report/lang.js';
import { wrap } from '../../report/console/text.js';
import { drawReleasesPage } from '../../report/releases/releases-page.js';
import { visible } from '../../report/visible.js';
import { widthOf } from '../draw-rows.js';
import { loadProfiles } from './load-profiles.js';
import { PROJECT } from '../project.js';

/** The pages that are written from the profiles. */
export const RELEASE_PAGES = [
  ['docs/releases.md', 'en'],
  ['docs/releases.zh.md', 'zh'],
] as const;

/**
 * Prints what is known of releases; with `from` and `to` what changes between two of them.
 *
 * @returns the exit code
 * @throws ConformanceError `usage` for releases that are not known, or of which one is missing
 */
export function releasesCommand(options: {
  readonly from?: string;
  readonly to?: string;
  readonly update: boolean;
  readonly lang: Lang;
}): number {
  const { from, to, update, lang } = options;
  const profiles = loadProfiles();
  if (update) {
    for (const [page, language] of RELEASE_PAGES) {
      writeFileSync(join(PROJECT, page), drawReleasesPage(profiles, language));
      process.stdout.write(`${page}\n`);
    }
    return 0;
  }
  const parts =
    from === undefined && to === undefined
      ? profiles.flatMap(knownOf)
      : [changesOf(profileOf(profiles, from, to), from ?? '', to ?? '')];
  process.stdout.write(`${parts.map((part) => draw(part, lang)).join('\n\n')}\n`);
  return 0;
}

function draw({ title, rows }: KnownPart, lang: Lang): string {
  const nothing = { en: 'Nothing that is known changes.', zh: '没有已知变化。' };
  if (rows.length === 0) return `${title[lang]}\n  ${nothing[lang]}`;
  const width = Math.max(40, widthOf(process.stdout));
  const indented = (text: string, by: string): string[] =>
    wrap(visible(text), width - by.length).map((line) => by + line);
  return [
    title[lang],
    ...rows.flatMap(({ name, told }) => [
      '',
      ...indented(name[lang], '  '),
      ...told.flatMap((text) => indented(text[lang], '    ')),
    ]),
  ].join('\n');
}

/** The profile that has both releases. */
function profileOf(
  profiles: readonly Profile[],
  from: string | undefined,
  to: string | undefined,
): Profile {
  const found = profiles.find(({ releases }) => {
    const ids: readonly (string | undefined)[] = releases.map(({ id }) => id);
    return ids.includes(from) && ids.includes(to);
  });
  if (found !== undefined) return found;
  const known = profiles.map(({ releases }) => releases.map(({ id }) => id).join(', '));
  throw new ConformanceError(
    'usage',
    {
      en: `--from and --to take two known releases of one family, but got ${JSON.stringify(from)} and ${JSON.stringify(to)}.`,
      zh: `--from 与 --to 应为同一系列的两个已知版本，实际为 ${JSON.stringify(from)} 与 ${JSON.stringify(to)}。`,
    },
    { en: `Known are ${known.join('; ')}.`, zh: `已知版本：${known.join('；')}。` },
  );
}
