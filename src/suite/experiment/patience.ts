import type { Sent } from '../../target/client.js';
import { limitIn } from '../../judge/rate-limit.js';
import { isOver } from '../state.js';
import type { State } from '../state.js';

/** Milliseconds before each further try, where the target asks for no more. */
const WAITS_MS = [1000, 2000, 4000, 8000, 16_000];
/** For a request that may be refused for itself, with an answer that may be just that. */
const ONE_WAIT_MS = WAITS_MS.slice(0, 1);
/** So long is waited for one request in all: a run against a target that takes none has to end. */
const LONGEST_MS = 35_000;
/** An interruption is noticed after so long. */
const STEP_MS = 250;
/** What is left of a run has so long to be cleaned up where a limit never ends. */
const CLEANING_MS = 8000;

/** What is looked at and changed where requests come too fast. */
export type Hurried = Pick<State, 'throttle' | 'world' | 'ended' | 'stop'>;

/** What came of a request at last. */
export interface Taken {
  readonly sent: Sent;
  /** True where the target never took it: its answer says nothing of the request. */
  readonly limited: boolean;
}

/**
 * Sends a request, and again as long as the target answers that requests come too fast, which says
 * nothing of the request. A limit that does not end ends the run.
 *
 * @param refusable - true for a request that a right server may refuse
 * @param ask - sends it
 */
export async function patiently(
  state: Hurried,
  refusable: boolean,
  ask: () => Promise<Sent>,
): Promise<Taken> {
  const { throttle, world } = state;
  const over = isOver(state);
  let sent = await ask();
  const first = limitIn(sent);
  if (first === undefined) return { sent, limited: false };
  const itself = refusable && !first.sure;
  if (itself && throttle.futile) return { sent, limited: false };
  const begun = world.now();
  for (const least of itself || over ? ONE_WAIT_MS : WAITS_MS) {
    const until = world.now() + Math.max(least, over ? 0 : (limitIn(sent)?.waitMs ?? 0));
    if (until - begun > LONGEST_MS) break;
    while (world.now() < until && isOver(state) === over) await world.sleep(STEP_MS);
    if (isOver(state) !== over) return { sent, limited: true };
    sent = await ask();
    if (limitIn(sent) !== undefined) continue;
    if (sent.outcome.fault === undefined) throttle.waited += 1;
    return { sent, limited: false };
  }
  if (itself) {
    throttle.futile = true;
    return { sent, limited: false };
  }
  if (!over) {
    state.stop(
      {
        en: 'the target keeps answering that requests come too fast; set CMDB_MAX_RATE to what it allows in a second, and run again',
        zh: '目标持续返回“请求过于频繁”；请将 CMDB_MAX_RATE 设为其每秒允许的请求数，然后重新运行',
      },
      CLEANING_MS,
    );
  }
  return { sent, limited: true };
}
