import type { Lang } from '../report/lang.js';

/**
 * The language of a user, from the locale variables in the order of POSIX.
 *
 * @returns Chinese for a Chinese locale, English for any other
 */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Lang {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}
