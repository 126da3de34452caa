import type { Notes } from './finding.js';
import { explain, type Clause, type Where } from './phrases.js';
import { part, type Quoted } from './quoted.js';

/** The beginning or the end of a clause: a mark between clauses, or a line break within a cell. */
const BREAK = /[，。；;｡]|<br\s*\/?>|(?<!\d),|,(?!\d)|(?<![\w/])\.|\.(?![\w/])/iuy;
const OPENING = /[(（]/u;
const CLOSING = /[)）]/u;

/**
 * Splits a sentence into its clauses at commas, full stops and semicolons, not within brackets.
 * A point or a comma of half width may also stand in a number, a name or an address.
 *
 * @param sentence - the words of a cell or of one line of a paragraph
 * @returns the clauses that have any text, each at its own column
 */
function splitClauses(sentence: Quoted): Quoted[] {
  const clauses: Quoted[] = [];
  const { quote } = sentence;
  let start = 0;
  let depth = 0;
  const end = (at: number): void => {
    const clause = part(sentence, start, at);
    if (clause.quote !== '') clauses.push(clause);
  };
  for (let at = 0; at < quote.length; at += 1) {
    const character = quote.charAt(at);
    if (OPENING.test(character)) depth += 1;
    if (CLOSING.test(character)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    BREAK.lastIndex = at;
    if (!BREAK.test(quote)) continue;
    end(at);
    start = BREAK.lastIndex;
    at = start - 1;
  }
  end(quote.length);
  return clauses;
}

/**
 * Explains every clause of a sentence by the table of phrases.
 *
 * @param sentence - the words of a cell or of one line of a paragraph
 * @param where - the part of the document that it stands in
 * @param notes - takes the clauses that nothing explains
 * @returns the clauses that are explained
 */
export function readClauses(sentence: Quoted, where: Where, notes: Notes): Clause[] {
  return splitClauses(sentence).flatMap((clause) => {
    const explained = explain(clause, where);
    if (explained === undefined) notes.unaccounted.push(clause);
    return explained ?? [];
  });
}
