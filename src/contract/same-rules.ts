/** What a schema tells its readers, and no validator. */
const TOLD: ReadonlySet<string> = new Set(['description', 'x-source']);

/**
 * What a schema rules, in a form that can be compared: without the words and places of its
 * document, and whatever the order of its members. Each array of the derived schemas is a set.
 *
 * @param schema - a schema, or several in an array
 * @returns text that is equal exactly where the rules are
 */
export function rulesOf(schema: unknown): string {
  return JSON.stringify(inOrder(schema));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(rulesOf).sort();
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name]) => !TOLD.has(name));
  return members.map(([name, of]) => [name, inOrder(of)]).sort();
}
