import { ESB } from '../../binding/bindings.js';
import { subjectOf } from '../../cases/subject.js';
import type { Subject } from '../../cases/subject.js';
import type { ContractFiles } from '../../contract/contract-files.js';
import type { Effect } from '../../effects/effect.js';
import { EFFECTS } from '../../effects/effects.js';

/** An endpoint that cases are generated for: requests of it have an effect that the suite knows. */
export interface Exercised {
  readonly subject: Subject;
  readonly effect: Effect;
}

/** The endpoints of a contract that have an effect, as requests reach them through the ESB. */
export function exercised({
  outlines,
  conventions,
}: Pick<ContractFiles, 'outlines' | 'conventions'>): Exercised[] {
  return EFFECTS.flatMap((effect) => {
    const outline = outlines.get(effect.endpoint);
    return outline === undefined
      ? []
      : [{ subject: subjectOf(outline, ESB, true, conventions), effect }];
  });
}
