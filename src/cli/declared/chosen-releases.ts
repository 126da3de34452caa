import { ConformanceError } from '../../error.js';
import type { Settings } from '../../config/settings.js';
import type { ChosenReleases } from '../../record/declaration.js';
import type { Family, Profile } from '../../record/profile.js';

/** The variable and the option that choose a release. */
const RELEASE_SETTINGS: Readonly<
  Record<Family, { readonly variable: string; readonly option: string }>
> = {
  cmdb: { variable: 'CMDB_RELEASE', option: '--release' },
  esb: { variable: 'CMDB_ESB', option: '--esb' },
};

/**
 * The releases that the settings choose.
 *
 * @throws ConformanceError `usage` for one that is not known, with those that are
 */
export function chosenReleases(
  profiles: readonly Profile[],
  { setting }: Pick<Settings, 'setting'>,
): ChosenReleases {
  const chosen = profiles.flatMap(({ family, releases }) => {
    const { variable, option } = RELEASE_SETTINGS[family];
    const id = setting(variable);
    if (id === '') return [];
    if (releases.some((release) => release.id === id)) return [[family, id] as const];
    const known = releases.map((release) => release.id);
    throw new ConformanceError(
      'usage',
      {
        en: `${option} (${variable}) takes a known release, but got ${JSON.stringify(id)}.`,
        zh: `${option}（${variable}）应为已知的版本，实际为 ${JSON.stringify(id)}。`,
      },
      {
        en: `Known are ${known.join(', ')}; \`npx cmdb-conformance releases\` says what is known of each.`,
        zh: `已知版本：${known.join('、')}；\`npx cmdb-conformance releases\` 列出各版本的已知情况。`,
      },
    );
  });
  return Object.fromEntries(chosen);
}
