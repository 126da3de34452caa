import type { DocumentChange, Stated } from '../../record/comparison/comparison.js';
import { type Paint, painter, type Style, wrap } from '../console/text.js';
import type { ConsoleOptions } from '../console/console.js';
import type { Lang } from '../lang.js';
import { DOCUMENT_CHANGE_WORDS } from '../sentences/comparison/words.js';
import { oneLine } from '../visible.js';
import { LEVEL_WORDS } from '../words.js';

const STYLES: Readonly<Record<DocumentChange['change'], Style>> = {
  removed: 'red',
  changed: 'yellow',
  added: 'cyan',
};
const SAME = {
  en: 'Both documents state the same.',
  zh: '两份文档的约定相同。',
} as const;

/**
 * Draws what two documents state otherwise, for the console.
 *
 * @returns lines; nothing of a document can act on the terminal
 */
export function drawDocumentChanges(
  changes: readonly DocumentChange[],
  lang: Lang,
  options: Pick<ConsoleOptions, 'color' | 'width'>,
): string {
  if (changes.length === 0) return `${SAME[lang]}\n`;
  const paint = painter(options.color);
  return (['removed', 'changed', 'added'] as const)
    .flatMap((change) => {
      const own = changes.filter((one) => one.change === change);
      if (own.length === 0) return [];
      const title = `${DOCUMENT_CHANGE_WORDS[change][lang]} (${own.length})`;
      return [
        paint(title, STYLES[change], 'bold'),
        ...own.flatMap((one) => tell(one, lang, options.width, paint)),
        '',
      ];
    })
    .map((line) => `${line}\n`)
    .join('');
}

function tell(
  { endpoint, id, before, after }: DocumentChange,
  lang: Lang,
  width: number,
  paint: Paint,
): string[] {
  const side = (sign: string, stated: Stated | undefined, style: Style): string[] =>
    stated === undefined
      ? []
      : wrap(
          oneLine(
            `${sign} ${LEVEL_WORDS[stated.level][lang]} ${stated.path}:${stated.line} ${stated.quote.trim()}`,
            1000,
          ),
          width - 6,
        ).map((line) => `      ${paint(line, style)}`);
  return [
    `  ${oneLine(`${endpoint}/${id}`, 300)}`,
    ...side('-', before, 'red'),
    ...side('+', after, 'green'),
  ];
}
