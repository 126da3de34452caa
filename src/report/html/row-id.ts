import { cut } from '../visible.js';

/**
 * The page's anchor of a requirement, prefixed so that no id can take the place of another element.
 *
 * @param requirement - id of the requirement
 */
export function rowId(requirement: string): string {
  return `r:${cut(requirement, 300)}`;
}
