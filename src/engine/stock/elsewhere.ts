import type { Row } from '../../judge/creation.js';
import type { LeftReason } from '../../record/ending.js';

/** Why something that has an answered id is left alone: what it holds, by name. */
export function elsewhere({ holds }: Row): LeftReason {
  const found = Object.entries(holds).map(([member, value]) => [member, String(value)] as const);
  return { kind: 'elsewhere', found: Object.fromEntries(found) };
}
