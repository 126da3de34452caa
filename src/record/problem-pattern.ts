import type { Problem, ProblemKind } from './problem.js';

/** A value that a problem may have: it itself, one of several, or a text that a pattern fits. */
export type ExpectedValue =
  string | number | boolean | { readonly pattern: string } | readonly ExpectedValue[];

/** A problem as far as it is expected: its kind, and those of its values that matter. */
export interface ProblemPattern {
  readonly kind: ProblemKind;
  readonly values?: Readonly<Record<string, ExpectedValue>>;
}

/**
 * True where a problem is of the expected kind and each expected value is as expected.
 *
 * @param pattern - what is expected; a value that it does not name may be anything
 */
export function fitsProblem({ kind, values = {} }: ProblemPattern, problem: Problem): boolean {
  if (problem.kind !== kind) return false;
  const found = new Map<string, unknown>(Object.entries(problem));
  return Object.entries(values).every(([name, expected]) => fitsValue(expected, found.get(name)));
}

/**
 * True where a value is as expected.
 *
 * @param found - of a list, each item has to be as expected
 */
export function fitsValue(expected: ExpectedValue, found: unknown): boolean {
  if (Array.isArray(found)) {
    return found.length > 0 && found.every((one: unknown) => fitsValue(expected, one));
  }
  if (typeof expected !== 'object') return expected === found;
  if (!('pattern' in expected)) return expected.some((one) => fitsValue(one, found));
  return typeof found === 'string' && new RegExp(expected.pattern, 'su').test(found);
}
