import { cut } from '../visible.js';

/**
 * The page's anchor of a requirement, prefixed so that no id can take the place of another element.
 *
 * @param requirement - id of the requirement
 */
export function rowId(requirement: string): string {
  return `r:${cut(requirement, 300)}`;
}

/**
 * The page's anchor of the card that tells a failed requirement in full.
 *
 * @param requirement - id of the requirement
 */
export function cardId(requirement: string): string {
  return `f:${cut(requirement, 300)}`;
}

/**
 * The page's anchor of a reason that several requirements have in common.
 *
 * @param at - place of the reason in its list, from 0
 */
export function reasonId(at: number): string {
  return `why-${at + 1}`;
}
