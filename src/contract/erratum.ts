import type { Text } from '../text.js';

/** A defect of a document that decides verdicts. */
export interface Erratum {
  /** The endpoint that the document describes. */
  readonly endpoint: string;
  /** Line of the document, from 1. */
  readonly line: number;
  /** Words of that line. */
  readonly quote: string;
  /** Ids of the requirements that rest on it. */
  readonly requirements: readonly string[];
  /** What is wrong. */
  readonly about: Text;
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
  readonly since?: string;
  readonly link?: string;
}

/**
 * The errata that their documents no longer bear out.
 *
 * @param textOf - the text of an endpoint's document; undefined where there is none
 */
export function staleErrata(
  errata: readonly Erratum[],
  textOf: (endpoint: string) => string | undefined,
): Erratum[] {
  return errata.filter(({ endpoint, line, quote }) => {
    const words = textOf(endpoint)?.split(/\r\n|\r|\n/)[line - 1];
    return words?.includes(quote) !== true;
  });
}
