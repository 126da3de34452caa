import type { Sent } from '../../target/client.js';
import { waitAskedFor } from '../judge/rate-limit.js';
import { isOver } from '../state.js';
import type { State } from '../state.js';

/** Milliseconds to wait before each further try, where more is not asked for. */
const FOR_A_LIMIT_MS = [1000, 2000, 4000, 8000, 16_000];
/** For a request that may be refused for itself: some servers say 429 to everything they refuse. */
const FOR_A_REFUSAL_MS = FOR_A_LIMIT_MS.slice(0, 2);
/** An interruption is noticed after so long. */
const STEP_MS = 250;
/** What is left of a run has so long to be cleaned up where a limit never ends. */
const CLEANING_MS = 8000;

/** What is looked at and changed where requests come too fast. */
export type Hurried = Pick<State, 'throttle' | 'world' | 'ended' | 'stop'>;

/**
 * Sends a request, and again as long as the target answers that requests come too fast, which says
 * nothing of the request. A limit that does not end ends the run.
 *
 * @param valid - true for a request that no right server refuses
 * @param ask - sends it
 * @returns the first exchange with another answer, or the last one
 */
export async function patiently(
  state: Hurried,
  valid: boolean,
  ask: () => Promise<Sent>,
): Promise<Sent> {
  const { throttle } = state;
  let sent = await ask();
  if (waitAskedFor(sent) === undefined) return sent;
  const sure = valid || throttle.waited > 0;
  if (!sure && throttle.futile) return sent;
  for (const least of sure && !isOver(state) ? FOR_A_LIMIT_MS : FOR_A_REFUSAL_MS) {
    const asked = waitAskedFor(sent);
    if (asked === undefined) break;
    if (!(await waited(state, Math.max(least, asked)))) return sent;
    sent = await ask();
    if (waitAskedFor(sent) === undefined) throttle.waited += 1;
  }
  if (waitAskedFor(sent) === undefined) return sent;
  if (!sure) throttle.futile = true;
  else if (!isOver(state)) {
    state.stop(
      {
        en: 'the target keeps answering that requests come too fast; set CMDB_MAX_RATE to what it allows in a second',
        zh: '目标持续应答请求过于频繁；请将 CMDB_MAX_RATE 设为其每秒允许的请求数',
      },
      CLEANING_MS,
    );
  }
  return sent;
}

/** False where the run ended meanwhile: nothing more is to be sent for it. */
async function waited(state: Hurried, milliseconds: number): Promise<boolean> {
  const over = isOver(state);
  const until = state.world.now() + milliseconds;
  while (state.world.now() < until && isOver(state) === over) await state.world.sleep(STEP_MS);
  return isOver(state) === over;
}
