import type { State } from './state.js';

const CLEANING_MS = 8000;
const AGAIN_MS = 1000;
/** Milliseconds lost on failed exchanges that no right server costs. */
const MUCH_LOST_MS = 10_000;

/** What a deadline looks at. */
export type Watched = Pick<State, 'contract' | 'findings' | 'trouble' | 'ended' | 'stop'> & {
  readonly settings: Pick<State['settings'], 'wrongTargetMs'>;
  readonly world: Pick<State['world'], 'after'>;
};

/**
 * Ends a run that lasts too long, unless nothing is wrong with the server but that it is slow.
 *
 * @returns calls it off
 */
export function keepDeadline(state: Watched): () => void {
  const look = (): void => {
    if (state.ended !== undefined) return;
    if (isWrong(state)) {
      state.stop(
        {
          en: 'the target is slow and already found wrong; what was judged so far stands, and the rest is left (CMDB_WRONG_TARGET_MS gives it more time)',
          zh: '目标响应缓慢且已发现问题；已有结论有效，其余不再检验（CMDB_WRONG_TARGET_MS 可延长时间）',
        },
        CLEANING_MS,
      );
    } else callOff = state.world.after(AGAIN_MS, look);
  };
  let callOff = state.world.after(state.settings.wrongTargetMs, look);
  return () => {
    callOff();
  };
}

function isWrong({ findings, trouble, contract }: Watched): boolean {
  if (trouble.lostMs >= MUCH_LOST_MS) return true;
  const musts = new Set(
    contract.requirements.filter(({ level }) => level === 'must').map(({ id }) => id),
  );
  return [...findings.values()].some((kept) =>
    kept.some(({ requirement, status }) => status === 'failed' && musts.has(requirement)),
  );
}
