import type { RequirementResult } from '../../record/record.js';
import { erratumSentence } from '../sentences/erratum.js';
import { ERRATUM_WORD } from '../words.js';
import { both, type Markup, markup } from './markup.js';
import { shorten } from './shorten.js';

/** What is wrong in the document at a requirement, below its sentence. */
export function drawErratum(result: RequirementResult): Markup | undefined {
  const told = erratumSentence(result);
  if (told === undefined) return undefined;
  return markup`<span class="erratum"><b>${both(ERRATUM_WORD)}</b> ${both(shorten(told, 600))}</span><br>`;
}
