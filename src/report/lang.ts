import type { Text } from '../text.js';

/** The languages that every report can be read in. */
export type Lang = keyof Text;

/**
 * The reason of a verdict in one language.
 *
 * @param result - anything of the record that carries a reason
 * @param lang - the language wanted; English stands in where no Chinese was recorded
 * @returns the reason, or the empty text when none was recorded
 */
export function reasonOf(
  result: { readonly reason?: string; readonly reasonZh?: string },
  lang: Lang,
): string {
  return (lang === 'zh' ? (result.reasonZh ?? result.reason) : result.reason) ?? '';
}

/**
 * The reason of a verdict as a text of both languages.
 *
 * @param result - anything of the record that carries a reason
 * @returns the reason in both, or undefined when none was recorded
 */
export function reasonText(result: {
  readonly reason?: string;
  readonly reasonZh?: string;
}): Text | undefined {
  const en = reasonOf(result, 'en');
  const zh = reasonOf(result, 'zh');
  return en === '' && zh === '' ? undefined : { en: en === '' ? zh : en, zh };
}
