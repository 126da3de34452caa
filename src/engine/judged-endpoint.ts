import type { Binding } from '../binding/binding.js';
import type { Case } from '../cases/case.js';
import { casesOf } from '../cases/cases-of.js';
import { subjectOf } from '../cases/subject.js';
import type { ContractFiles } from '../contract/contract-files.js';
import type { EndpointOutline } from '../contract/outline.js';
import type { Effect } from '../effects/effect.js';
import type { EnvelopeJudge } from '../judge/envelope.js';
import type { Effort } from '../record/record.js';
import type { Schemas } from './schemas.js';

/** An endpoint that is to be judged. */
export interface JudgedEndpoint {
  readonly outline: EndpointOutline;
  /** Undefined where nobody knows what its requests do: then it is sent nothing. */
  readonly effect: Effect | undefined;
  readonly judge: EnvelopeJudge;
  /** All cases, in the order of their categories. */
  readonly cases: readonly Case[];
}

/** What a judged endpoint is made with. */
export interface JudgedWith {
  readonly contract: Pick<ContractFiles, 'conventions'>;
  readonly schemas: Schemas;
  readonly binding: Binding;
  readonly effort: Effort;
}

/** Puts together what a session needs of an endpoint. */
export function judgedEndpoint(
  outline: EndpointOutline,
  effect: Effect | undefined,
  { contract, schemas, binding, effort }: JudgedWith,
): JudgedEndpoint {
  const subject = subjectOf(outline, binding, effect !== undefined, contract.conventions);
  const own = effect?.cases(outline) ?? { cases: [] };
  return {
    outline,
    effect,
    judge: schemas.judgeOf(outline, binding.envelope),
    cases: casesOf(subject, own, effort),
  };
}
