import type { RequirementResult } from '../../record/record.js';
import { keyOf } from '../record-index.js';
import { cut } from '../visible.js';
import type { Findings } from './findings.js';

/** The page's anchor of a requirement, prefixed so that no id can take the place of another element. */
export function rowId(result: RequirementResult): string {
  return `r:${cut(keyOf(result), 300)}`;
}

/** The page's anchor of the card that tells a failed requirement in full. */
export function cardId(result: RequirementResult): string {
  return `f:${cut(keyOf(result), 300)}`;
}

/**
 * The page's anchor of a reason that several requirements have in common.
 *
 * @param at - place of the reason in its list, from 0
 */
export function reasonId({ anchor }: Findings, at: number): string {
  return `why-${anchor(String(at + 1))}`;
}
