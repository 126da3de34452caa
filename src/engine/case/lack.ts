import type { Case } from '../../cases/case.js';
import type { Problem } from '../../record/problem.js';

/**
 * What a case needs of the settings and they do not give.
 *
 * @param setting - the value of a variable, empty where it is not set
 * @returns undefined for a case that can be run
 */
export function lackOf(
  { needs = [], needsLettersIn }: Pick<Case, 'needs' | 'needsLettersIn'>,
  setting: (variable: string) => string,
): Problem | undefined {
  const settings = needs.filter((variable) => setting(variable) === '');
  if (settings.length > 0) return { kind: 'not-configured', settings };
  if (needsLettersIn === undefined || hasLetters(setting(needsLettersIn))) return undefined;
  return { kind: 'lacking', lack: { of: 'letters', setting: needsLettersIn } };
}

/** True for a text with letters that there are in two cases. */
function hasLetters(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}
