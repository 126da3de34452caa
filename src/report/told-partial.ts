import type { Text } from '../text.js';
import type { RunRecord } from '../record/record.js';

/** Why a run is not a full one, and what to do. */
export interface ToldPartial {
  /** True when the run was to be full and was cut short; false when only a part was asked for. */
  readonly early: boolean;
  /** A sentence: `Ended early: …` or `Only a part was run: …`. */
  readonly why: Text;
  /** What to do before {@link command} is run. */
  readonly next: Text;
  readonly command: string;
}

/** How the record begins the reason of a run that was cut short. */
const EARLY = { en: /^the run ended early:\s*/, zh: /^运行提前结束：\s*/ } as const;

/**
 * Tells why a run is not a full one.
 *
 * @param record - the record
 * @returns undefined for a full run
 */
export function tellPartial({ partial }: RunRecord): ToldPartial | undefined {
  if (partial === undefined) return undefined;
  const { reason, reasonZh, command } = partial;
  const why = {
    en: reason.replace(EARLY.en, '').replace(/\.$/, ''),
    zh: reasonZh.replace(EARLY.zh, '').replace(/。$/, ''),
  };
  if (!EARLY.en.test(reason)) {
    return {
      early: false,
      why: { en: `Only a part was run: ${why.en}.`, zh: `只运行了一部分：${why.zh}。` },
      next: { en: 'For the full run:', zh: '完整运行：' },
      command,
    };
  }
  return {
    early: true,
    why: { en: `Ended early: ${why.en}.`, zh: `运行提前结束：${why.zh}。` },
    next: why.en.startsWith('interrupted')
      ? { en: 'Run it again:', zh: '请重新运行：' }
      : {
          en: 'Check that the target answers; where it is only slow or its answers are large, raise --timeout or the limits. Then run again:',
          zh: '请先确认目标能正常应答；如果只是应答较慢或较大，请调高 --timeout 或相应限制，然后重新运行：',
        },
    command,
  };
}
