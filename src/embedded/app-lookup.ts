import type { App, Registry } from './seed.js';

/**
 * Looks an app up as the ESBs' MySQL does, which compares texts without letter case, and without
 * spaces at their ends.
 *
 * @returns its code as it is registered, and the app
 */
export function registeredAs(text: string, { apps }: Registry): readonly [string, App] | undefined {
  const folded = (code: string): string => code.toLowerCase().replace(/ +$/, '');
  return [...apps].find(([code]) => folded(code) === folded(text));
}
