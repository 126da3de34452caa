import type { DocumentMember } from '../document/api-document.js';

/** Members of which the document says what they hold on failure, so that a failure has them. */
const FAILURE_RULES: ReadonlySet<string> = new Set([
  'result-false',
  'code-positive',
  'message-on-failure',
]);

/**
 * The names of the members that the document describes for failures, and a failure therefore has.
 *
 * @param response - the rows of a response table
 * @returns names, in the order of the table
 */
export function presentOnFailure(response: readonly DocumentMember[]): string[] {
  return response
    .filter(({ clauses }) => clauses.some(({ rule }) => FAILURE_RULES.has(rule ?? '')))
    .map((member) => member.name);
}

/**
 * The names of the members that every success has: all of them, unless a row says otherwise.
 *
 * @param response - the rows of a response table
 * @returns names, in the order of the table
 */
export function presentOnSuccess(response: readonly DocumentMember[]): string[] {
  return response.filter(({ required }) => required ?? true).map(({ name }) => name);
}
