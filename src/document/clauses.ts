import type { Notes } from './finding.js';
import { explain, type Clause, type Where } from './phrases.js';
import { part, type Quoted } from './quoted.js';

const OPENING = new Set(['(', '（']);
const CLOSING = new Set([')', '）']);
const BREAKS = new Set(['，', '。', '；', ';']);

/**
 * Splits a sentence into its clauses at commas, full stops and semicolons, not within brackets.
 *
 * @param sentence - the words of a cell or of one line of a paragraph
 * @returns the clauses that have any text, each at its own column
 */
function splitClauses(sentence: Quoted): Quoted[] {
  const clauses: Quoted[] = [];
  let start = 0;
  let depth = 0;
  const { quote } = sentence;
  for (let at = 0; at <= quote.length; at += 1) {
    const character = quote.charAt(at);
    if (OPENING.has(character)) depth += 1;
    if (CLOSING.has(character)) depth = Math.max(0, depth - 1);
    const last = at === quote.length;
    const stop = BREAKS.has(character) || (character === '.' && at === quote.length - 1);
    if (!last && (!stop || depth > 0)) continue;
    const clause = part(sentence, start, at);
    if (clause.quote !== '') clauses.push(clause);
    start = at + 1;
  }
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
