import type { Text } from '../../text.js';
import type { Manner, Sent } from '../../target/client.js';
import type { Endpoint } from '../../target/endpoints.js';
import type { JsonObject } from '../../json/json-value.js';
import { faultWords } from '../../judge/fault-words.js';
import { applyLeak } from '../../judge/leak.js';
import { readAnswer } from '../../judge/answer.js';
import type { Answer } from '../../judge/answer.js';
import type { Purpose } from '../../record/record.js';
import { checkClaim } from '../request.js';
import type { Scene, State } from '../state.js';
import { keep } from '../state.js';
import { patiently } from './patience.js';
import type { Taken } from './patience.js';

/** After so many exchanges in a row without any answer, a run is over. */
const UNANSWERED_LIMIT = 3;
/** After so many creations that ran into a time-out or a size limit, a run is over. */
const EXHAUSTED_LIMIT = 3;
/** How long what is left on such a target may be cleaned up. */
const CLEANING_MS = 8000;
/** Milliseconds lost on failed exchanges after which a run is over, so that it ends in a minute. */
const LOST_LIMIT_MS = 35_000;

/** Why a request has no answer that says anything of it. */
const TOO_FAST: Text = {
  en: 'the target did not take the request: requests come too fast for it',
  zh: '目标没有受理该请求：请求过于频繁',
};

/** What `transport.stable` is found by. */
export const TRANSPORT: Text = { en: 'transport', zh: '连接' };

/** True for a target that is not worth asking anything more. */
export function isSilent({ trouble }: State): boolean {
  return trouble.unanswered > UNANSWERED_LIMIT;
}

/** What came back on a request. */
export interface Reply {
  readonly answer: Answer;
  readonly sent: Sent;
}

/** What may be unusual about a request. */
export interface How {
  readonly manner?: Manner;
  /** What has to be looked at first before a reset request, which may have been done, is repeated. */
  readonly mayRepeat?: () => Promise<boolean>;
  /** False where no right server refuses it. */
  readonly refusable?: boolean;
}

/**
 * Sends one request, and once more where that is safe: after a connection that never stood, and,
 * when `mayRepeat` agrees, after a connection that was reset. A fault that the second try heals is
 * kept as a failed `transport.stable`. Where requests come too fast, it is waited and tried again.
 *
 * A request of another endpoint than the one that is judged always claims to be valid.
 *
 * @param how - what is unusual about the request
 */
export async function send(
  scene: Scene,
  endpoint: Endpoint,
  body: JsonObject,
  purpose: Purpose,
  how: How = {},
): Promise<Reply> {
  const { manner, mayRepeat, refusable = true } = how;
  const { client, contract, counts, redactor } = scene.state;
  if (endpoint !== 'add_instance_association') {
    checkClaim(body, 'valid', (request) => contract.requestProblem(endpoint, request));
  }
  const ask = (): Promise<Taken> =>
    patiently(scene.state, refusable, async () => {
      await keepRate(scene.state);
      counts.all += 1;
      if (endpoint === 'add_instance_association') counts.adds += 1;
      const exchanged = await client.send(endpoint, body, purpose, scene.trail, manner);
      keep(scene, applyLeak(exchanged, redactor));
      return exchanged;
    });
  let { sent, limited } = await ask();
  const fault = sent.outcome.fault;
  if (fault !== undefined && (fault.kind === 'unreachable' || fault.kind === 'reset')) {
    const again = fault.kind === 'unreachable' || mayRepeat === undefined || (await mayRepeat());
    if (again) {
      const first = sent.exchange.n;
      ({ sent, limited } = await ask());
      const words = faultWords(fault);
      const healed = sent.outcome.fault === undefined;
      keep(scene, [
        {
          requirement: 'transport.stable',
          status: 'failed',
          experiment: TRANSPORT,
          reason: {
            en: `${words.en}; ${healed ? 'a second try was answered' : 'so was a second try'}`,
            zh: `${words.zh}；${healed ? '重试后得到应答' : '重试同样失败'}`,
          },
          evidence: [first, sent.exchange.n],
        },
      ]);
    }
  }
  note(scene, endpoint, sent);
  const answer: Answer = limited
    ? { kind: 'none', why: TOO_FAST }
    : readAnswer(sent.outcome, sent.reading);
  return { answer, sent };
}

/** Waits where requests would come faster than the settings allow. */
async function keepRate(state: State): Promise<void> {
  const { maxRate } = state.settings;
  if (maxRate === undefined) return;
  const now = state.world.now();
  const at = Math.max(now, state.nextAt);
  state.nextAt = at + 1000 / maxRate;
  if (at > now) await state.world.sleep(at - now);
}

/** Counts what went wrong, and ends the run when it is too much. */
function note(scene: Scene, endpoint: Endpoint, sent: Sent): void {
  const { state } = scene;
  const { trouble } = state;
  const { fault } = sent.outcome;
  if (fault === undefined) {
    trouble.unanswered = 0;
    return;
  }
  if (fault.kind === 'aborted') return;
  const words = faultWords(fault);
  trouble.lostMs += sent.outcome.timing.totalMs;
  trouble.unanswered = fault.answered ? 0 : trouble.unanswered + 1;
  const spent = fault.kind === 'timeout' || fault.kind === 'endless' || fault.kind === 'too-large';
  if (spent && endpoint === 'add_instance_association') trouble.exhausted += 1;
  if (trouble.exhausted >= EXHAUSTED_LIMIT) {
    end(state, {
      en: `${EXHAUSTED_LIMIT} creations ran into a time-out or a size limit, the last with: ${words.en}`,
      zh: `${EXHAUSTED_LIMIT} 次创建超时或超出大小限制，最后一次：${words.zh}`,
    });
  } else if (trouble.unanswered >= UNANSWERED_LIMIT || trouble.lostMs > LOST_LIMIT_MS) {
    end(state, {
      en: `the target no longer answers: ${words.en}`,
      zh: `目标不再应答：${words.zh}`,
    });
  }
}

function end(state: State, why: Text): void {
  if (state.ended === undefined) state.stop(why, CLEANING_MS);
}
