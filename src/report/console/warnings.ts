import type { Text } from '../../text.js';
import type { ConsoleOptions } from './console.js';
import { painter, SIGNS, wrap } from './text.js';
import type { Lang } from '../lang.js';
import { oneLine } from '../visible.js';

/**
 * Draws what a run is told of its settings before anything is sent.
 *
 * @param warnings - whole sentences
 * @param lang - their language
 * @returns lines, each with its line break; empty where there is nothing to warn of
 */
export function drawWarnings(
  warnings: readonly Text[],
  lang: Lang,
  { color, width }: Pick<ConsoleOptions, 'color' | 'width'>,
): string {
  const paint = painter(color);
  const sign = paint(SIGNS.warning, 'yellow', 'bold');
  const lines = warnings.flatMap((warning) =>
    wrap(oneLine(warning[lang], 600), width - 2).map(
      (line, at) => `${at === 0 ? sign : ' '} ${line}`,
    ),
  );
  return lines.map((line) => `${line}\n`).join('');
}
