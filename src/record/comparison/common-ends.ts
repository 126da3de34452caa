/**
 * How many words two texts have in common at their beginnings, and how many at their ends; no word
 * counts for both.
 *
 * @param one - words of a text, as it was split
 * @param other - those of the other
 */
export function commonEnds(
  one: readonly string[],
  other: readonly string[],
): { readonly start: number; readonly end: number } {
  const shortest = Math.min(one.length, other.length);
  let start = 0;
  while (start < shortest && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shortest - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return { start, end };
}
