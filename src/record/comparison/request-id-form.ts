/** Forms that are known by name, the first that fits. */
const KNOWN: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['empty', /^$/],
  ['uuid', /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/],
  ['UUID', /^[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}$/],
];

/** Longer ids are not looked at as a whole. */
const LONGEST = 200;

/**
 * The form of an id that is another one each time: what log systems look for it by. It must be the same
 * for every id of one server: of what is made at random only separators and length are told.
 *
 * @param id - for example `e43da4ef221746868dc4c837d36f3807`
 * @returns for example `32 hex`, `uuid`, `digits`, `x-x` for words with a dash between them
 */
export function requestIdForm(id: string): string {
  const known = KNOWN.find(([, pattern]) => pattern.test(id));
  if (known !== undefined) return known[0];
  // Few hexadecimal digits may all be decimal ones by chance.
  if (/^(?:[0-9a-f]{8,}|[0-9A-F]{8,})$/.test(id)) return `${id.length} hex`;
  if (/^\d+$/.test(id)) return 'digits';
  return id.slice(0, LONGEST).replace(/[0-9A-Za-z+/=_]+/g, 'x');
}
