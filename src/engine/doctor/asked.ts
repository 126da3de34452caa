import type { Identity } from '../../binding/binding.js';
import type { Answer } from '../../judge/answer.js';
import type { Check } from '../../record/diagnosis.js';

/** What a request came to, by who asked. */
export interface Asked {
  readonly identity: Identity;
  readonly answer: Answer;
  /** Signature, where it was refused. */
  readonly refusal: string | undefined;
}

/** Why no endpoint that writes was asked. */
export type Untried = NonNullable<Extract<Check, { kind: 'permission' }>['untried']>;
