import type { Rule } from '../document/phrases.js';
import { part, type Quoted } from '../document/quoted.js';
import type { DocumentMember } from '../document/api-document.js';
import type { EndpointContract } from './contract.js';
import type { Level, Requirement } from './requirement.js';

/** Writes one requirement of an endpoint: `id`, level, the words it rests on, title en and zh. */
export type Require = (id: string, level: Level, at: Quoted, en: string, zh: string) => Requirement;

/**
 * The way requirements of one endpoint are written: at most `should` for a document of our own.
 *
 * @param own - the endpoint
 * @returns the function that writes them
 */
export function requireOf(own: EndpointContract): Require {
  return (id, level, at, en, zh) => ({
    id,
    level: own.ours ? 'should' : level,
    source: { path: own.document.path, line: at.line, quote: at.quote },
    title: { en, zh },
  });
}

/**
 * The clauses of a member that state a rule.
 *
 * @param member - a row of a table
 * @param rules - the rules that are looked for
 * @returns the words from the first such clause to the last, or undefined when there is none
 */
export function quoteOf(member: DocumentMember, ...rules: readonly Rule[]): Quoted | undefined {
  const stated = member.clauses.filter(({ rule }) => rule !== undefined && rules.includes(rule));
  const [first] = stated;
  const last = stated.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { column } = member.description;
  return part(member.description, first.column - column, last.column - column + last.quote.length);
}
