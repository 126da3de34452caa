import type { Profile } from '../../record/profile.js';
import type { Lang } from '../lang.js';
import { changesOf, knownOf, type KnownPart } from './known-releases.js';
import { markdownText } from '../summary/markdown-text.js';

const MAX_CELL = 1000;

const WORDS = {
  title: { en: 'Releases', zh: '版本' },
  other: { en: '[中文](releases.zh.md)', zh: '[English](releases.md)' },
  intro: {
    en: 'What is known of real servers: where they deviate from the documents, and what differs between releases. `run --release cmdb-3.12 --esb b` declares exactly this, so that a run tells it from what is new. Written from `profiles/` by `releases --update`.',
    zh: '已知的真实服务端表现：与文档不一致之处，以及各版本的差异。`run --release cmdb-3.12 --esb b` 恰好声明这些内容，使运行结果能把它们与新问题区分开。本页由 `releases --update` 根据 `profiles/` 生成。',
  },
  newest: {
    en: 'What changes for a client: to the newest',
    zh: '升级到最新版本，客户端会遇到什么变化',
  },
  steps: {
    en: 'What changes for a client: step by step',
    zh: '逐个版本升级，客户端会遇到什么变化',
  },
  any: {
    en: 'For any two releases, say `npx cmdb-conformance releases --from cmdb-3.9 --to cmdb-3.14`.',
    zh: '任意两个版本之间的变化：`npx cmdb-conformance releases --from cmdb-3.9 --to cmdb-3.14`。',
  },
  nothing: { en: 'Nothing that is known.', zh: '没有已知变化。' },
  of: { en: 'of', zh: '对象' },
  known: { en: 'what is known', zh: '已知情况' },
} as const;

/**
 * Draws what is known of releases as a page.
 *
 * @returns Markdown, as it stands in `docs/`
 */
export function drawReleasesPage(profiles: readonly Profile[], lang: Lang): string {
  const parts = profiles.flatMap(knownOf);
  const newest = profiles.flatMap((profile) => {
    const last = profile.releases.at(-1)?.id ?? '';
    return profile.releases.slice(0, -1).map(({ id }) => changesOf(profile, id, last));
  });
  const steps = profiles.flatMap((profile) =>
    profile.releases.slice(1).map(({ id }, at) => {
      const before = profile.releases[at]?.id ?? id;
      return changesOf(profile, before, id);
    }),
  );
  return `${[
    `# ${WORDS.title[lang]}`,
    WORDS.intro[lang],
    `${WORDS.other[lang]} · [README](../README${lang === 'zh' ? '.zh' : ''}.md)`,
    WORDS.any[lang],
    `## ${WORDS.newest[lang]}`,
    ...newest.flatMap((part) => drawPart(part, '###', lang)),
    `## ${WORDS.steps[lang]}`,
    ...steps.flatMap((part) => drawPart(part, '###', lang)),
    ...parts.flatMap((part) => drawPart(part, '##', lang)),
  ].join('\n\n')}\n`;
}

function drawPart({ title, rows }: KnownPart, level: string, lang: Lang): string[] {
  if (rows.length === 0) return [`${level} ${title[lang]}`, WORDS.nothing[lang]];
  const cell = (text: string): string => markdownText(text, MAX_CELL);
  const table = [
    `| ${WORDS.of[lang]} | ${WORDS.known[lang]} |`,
    '| --- | --- |',
    ...rows.map(
      ({ name, told }) =>
        `| ${cell(name[lang])} | ${told.map((text) => cell(text[lang])).join('<br>')} |`,
    ),
  ].join('\n');
  return [`${level} ${title[lang]}`, `<!-- prettier-ignore -->\n${table}`];
}
