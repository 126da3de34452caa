import type { RunRecord } from '../record/record.js';
import type { Text } from '../text.js';
import { thingOf } from './sentences/about.js';
import { endingSentence } from './sentences/ending.js';
import { nextStep } from './sentences/next-step.js';
import { partSentence } from './sentences/part.js';

/** Why a run is not a full one, and what to do. */
export interface ToldPartial {
  /** `Ended early: …` or `Only a part was run: …`; absent where the outcome's sentence says it. */
  readonly why?: Text;
  /** What to do before {@link command} is run. */
  readonly next: Text;
  readonly command: string;
}

/**
 * Tells why a run is not a full one.
 *
 * @param record - the record
 * @returns undefined for a full run
 */
export function tellPartial(record: RunRecord): ToldPartial | undefined {
  const { partial, ended } = record;
  if (partial === undefined) return undefined;
  const { command } = partial;
  if (ended === undefined) {
    const why = partSentence(partial.part);
    return {
      why: { en: `Only a part was run: ${why.en}.`, zh: `只运行了一部分：${why.zh}。` },
      next: { en: 'For the full run:', zh: '完整运行：' },
      command,
    };
  }
  if (record.outcome === 'incomplete') {
    return { next: { en: 'To run it again:', zh: '重新运行：' }, command };
  }
  const why = endingSentence(ended, { thing: thingOf(record.endpoints) });
  const next = nextStep(ended);
  return {
    why: { en: `Ended early: ${why.en}.`, zh: `运行提前结束：${why.zh}。` },
    next:
      next === undefined
        ? { en: 'Run it again:', zh: '请重新运行：' }
        : { en: `${next.en}. Then run again:`, zh: `${next.zh}，然后重新运行：` },
    command,
  };
}
