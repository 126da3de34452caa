import type { RequirementResult } from '../../record/record.js';
import type { Text } from '../../text.js';
import { cut } from '../visible.js';

/** What is wrong in the document at a requirement; undefined where nothing is known to be. */
export function erratumSentence({ erratum }: Pick<RequirementResult, 'erratum'>): Text | undefined {
  if (erratum === undefined) return undefined;
  const { about, since, link } = erratum;
  const more = [since, link].flatMap((one) => (one === undefined ? [] : [cut(one, 300)]));
  return {
    en: `${about.en}${more.length === 0 ? '' : ` (${more.join(', ')})`}`,
    zh: `${about.zh}${more.length === 0 ? '' : `（${more.join('，')}）`}`,
  };
}
