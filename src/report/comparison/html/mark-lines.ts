import type { DifferenceKind } from '../../../record/comparison/comparison.js';

/** A line of a body. */
export interface Line {
  readonly text: string;
  readonly isMarked: boolean;
}

/** What is marked in the two sides. */
export interface Marked {
  readonly kind?: DifferenceKind;
  /** Path of a member, or name of a header. */
  readonly at?: string;
}

/** What differs in any two answers. */
const FRESH = /[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}|[0-9a-fA-F]{16,}/g;
const MAX_LINES = 400;

/**
 * Marks what differs: the member that a difference is about, or each line that the other body has not.
 *
 * @param before - a body laid out, one member a line
 * @param after - the other
 */
export function markLines(
  before: string,
  after: string,
  { kind, at }: Marked,
): { readonly before: readonly Line[]; readonly after: readonly Line[] } {
  const [one, other] = [linesOf(before), linesOf(after)];
  if (kind?.startsWith('header') === true || kind === 'status-changed') {
    return { before: one.map(plain), after: other.map(plain) };
  }
  if (at !== undefined) {
    const isMember = memberTest(at);
    const mark = (text: string): Line => ({ text, isMarked: isMember(text) });
    return { before: one.map(mark), after: other.map(mark) };
  }
  // The form of a fresh id differs where ids themselves are what it is about.
  const same = kind === 'request-id-form' ? (text: string): string => text : masked;
  const [had, has] = [new Set(one.map(same)), new Set(other.map(same))];
  return {
    before: one.map((text) => ({ text, isMarked: !has.has(same(text)) })),
    after: other.map((text) => ({ text, isMarked: !had.has(same(text)) })),
  };
}

function linesOf(body: string): string[] {
  return body === '' ? [] : body.split('\n').slice(0, MAX_LINES);
}

function plain(text: string): Line {
  return { text, isMarked: false };
}

function masked(text: string): string {
  return text.replace(FRESH, '').replace(/,$/, '');
}

/** Finds the lines of a member by its path: each step is laid out two spaces deeper. */
function memberTest(at: string): (line: string) => boolean {
  const steps = at.split('.');
  const depth = steps.length + (at.match(/\[\]/g)?.length ?? 0);
  const name = (steps.at(-1) ?? '').replace(/(?:\[\])+$/, '');
  const beginning = `${'  '.repeat(depth)}${JSON.stringify(name)}:`;
  return (line) => line.startsWith(beginning);
}
