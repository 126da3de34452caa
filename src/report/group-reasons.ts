import type { Text } from '../text.js';
import type { RequirementResult } from '../record/record.js';
import { coreReason } from './core-reason.js';
import { reasonText } from './lang.js';

/** Requirements that have their verdict for one reason. */
export interface ReasonGroup {
  /** The reason that all have in common, whole where it is the same word for word. */
  readonly reason: Text;
  readonly results: readonly RequirementResult[];
}

/**
 * Puts requirements with the same reason together, so that each reason is told once: a run that
 * ended early would else repeat one sentence for every rule.
 *
 * @param results - of one verdict
 * @returns groups in the order of their first requirement
 */
export function groupReasons(results: readonly RequirementResult[]): readonly ReasonGroup[] {
  const groups = new Map<string, RequirementResult[]>();
  for (const result of results) {
    const key = coreReason(reasonOrNone(result)).en;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [result]);
    else group.push(result);
  }
  return [...groups.values()].map((members) => ({ reason: common(members), results: members }));
}

function common(members: readonly RequirementResult[]): Text {
  const reasons = members.map(reasonOrNone);
  const [first = NONE] = reasons;
  return reasons.every(({ en }) => en === first.en) ? first : coreReason(first);
}

const NONE: Text = { en: '', zh: '' };

function reasonOrNone(result: RequirementResult): Text {
  return reasonText(result) ?? NONE;
}
