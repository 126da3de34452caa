import type { EndpointRun, Leftover } from '../../record/record.js';
import type { Text } from '../../text.js';

/** What sentences speak of, besides the values that a problem brings. */
export interface About {
  /** What requests of the endpoint create, in its effect's own word. */
  readonly thing: Text;
  /** Why the run ended early, where it did. */
  readonly ended?: Text;
}

/** The word for what an endpoint creates that has no word of its own. */
export const THING: Text = { en: 'thing', zh: '对象' };

/**
 * What the endpoints of a run create.
 *
 * @param endpoints - one, to speak of what it creates; of several there is no common word
 */
export function thingOf(endpoints: readonly Pick<EndpointRun, 'thing'>[]): Text {
  const [first, ...more] = endpoints;
  return more.length > 0 ? THING : (first?.thing ?? THING);
}

/** What effects make, by the names that they have for it; others stand by those. */
const KINDS: ReadonlyMap<string, Text> = new Map([
  ['association', { en: 'association', zh: '关联' }],
  ['instance', { en: 'instance', zh: '实例' }],
]);

/** What is left on a target, in words. */
export function kindOf({ kind }: Pick<Leftover, 'kind'>): Text {
  return KINDS.get(kind) ?? { en: kind, zh: kind };
}

/** A noun with its indefinite article: `an association`. */
export function one(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}
