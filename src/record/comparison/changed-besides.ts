import type { RunRecord } from '../record.js';
import type { Cause } from './comparison.js';

/** What besides the server may be why two runs differ. */
export interface ChangedBesides {
  /** Paths of the documents that are not the same in both, byte by byte. */
  readonly documents: ReadonlySet<string>;
  /** Another version of the suite. */
  readonly suite: boolean;
  /** Requests travel in another way. */
  readonly binding: boolean;
}

/** Finds out what changed besides the server. */
export function changedBesides(before: RunRecord, after: RunRecord): ChangedBesides {
  const was = new Map(before.suite.documents.map(({ path, sha256 }) => [path, sha256]));
  const is = new Map(after.suite.documents.map(({ path, sha256 }) => [path, sha256]));
  const paths = [...new Set([...was.keys(), ...is.keys()])];
  return {
    documents: new Set(paths.filter((path) => was.get(path) !== is.get(path))),
    suite: before.suite.version !== after.suite.version,
    binding: before.target.binding !== after.target.binding,
  };
}

/**
 * Whom a difference between two answers is due to: the server, unless requests travel otherwise or
 * are others.
 *
 * @param askedOtherwise - whether what was sent differs
 */
export function causeOfDifference(besides: ChangedBesides, askedOtherwise: boolean): Cause {
  if (besides.binding) return 'configuration';
  if (!askedOtherwise) return 'server';
  if (besides.suite) return 'suite';
  return besides.documents.size > 0 ? 'document' : 'configuration';
}
