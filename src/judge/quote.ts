/** Mark the words of a server in a reason; characters of the private use area. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Longer than any form of a secret that a setting can hold. */
const LONGEST_SECRET = 8192;

/**
 * Words of a server for a reason, to be shortened by {@link shortenQuotes} once its secrets are out:
 * a secret that is cut is no longer known as one.
 *
 * @param longest - UTF-16 units that are shown in the end
 */
export function quote(text: string, longest = 120): string {
  if (text.length <= longest) return text;
  const plain = text.slice(0, longest + LONGEST_SECRET).replace(/[\uE000\uE001]/g, '\uFFFD');
  return `${OPEN}${longest}:${plain}${CLOSE}`;
}

/** Shortens what {@link quote} has marked. */
export function shortenQuotes(text: string): string {
  return text.replace(
    /\uE000([0-9]+):([^\uE001]*)\uE001/g,
    (_whole, longest: string, plain: string) => `${plain.slice(0, Number(longest))}…`,
  );
}
