import type { ConventionsDocument } from '../document/conventions.js';
import type { Requirement } from './requirement.js';

/**
 * The requirements that no API document states, but the family's conventions do.
 *
 * @param document - docs/conventions.md, read
 * @returns one requirement a row, all of them `should`
 */
export function conventionRequirements({ path, conventions }: ConventionsDocument): Requirement[] {
  return conventions.map(({ id, zh, en }) => ({
    id: id.quote,
    level: 'should',
    source: { path, line: zh.line, quote: zh.quote },
    title: { en: en.quote, zh: zh.quote },
  }));
}
