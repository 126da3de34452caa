import { readAnswer } from '../../judge/answer.js';
import type { Answer } from '../../judge/answer.js';
import { judgeLeak } from '../../judge/leak.js';
import type { NotTaken } from '../../judge/not-taken.js';
import { isOfTheApi, whatAnswered } from '../../judge/of-the-api.js';
import type { Finding } from '../../record/finding.js';
import type { Problem } from '../../record/problem.js';
import type { Sent } from '../../judge/sent.js';
import type { JsonObject } from '../../json/json-value.js';
import type { Purpose } from '../../record/exchange.js';
import { checkClaim } from './claim.js';
import type { Claim } from './claim.js';
import type { Manner } from './client.js';
import { patiently } from '../pace/patience.js';
import type { Taken } from '../pace/patience.js';
import { keep } from '../run.js';
import type { Run, Scene } from '../run.js';
import { noteWeather } from '../pace/weather.js';

/** The trial of `transport.stable`. */
export const TRANSPORT = 'transport';
export const STABLE = 'transport.stable';

/** What came back on a request. */
export interface Reply {
  readonly answer: Answer;
  readonly sent: Sent;
}

/** A request, and what may be unusual about it. */
export interface Request {
  readonly endpoint: string;
  /** Its members, the credentials among them. */
  readonly members: JsonObject;
  readonly purpose: Purpose;
  /** What it is, which is checked before it is sent. */
  readonly claim: Claim;
  readonly manner?: Manner;
  /** What has to be looked at first before a reset request, which may have been done, is repeated. */
  readonly mayRepeat?: () => Promise<boolean>;
  /** False where no right server refuses it. */
  readonly refusable?: boolean;
}

/**
 * Checks that a request is what it claims to be and sends it, and once more where that is safe: after
 * a connection that never stood, and, when `mayRepeat` agrees, after a connection that was reset. A
 * fault that the second try heals is kept as a failed `transport.stable`. Where requests come too
 * fast, it is waited and tried again.
 */
export async function send(scene: Scene, request: Request): Promise<Reply> {
  const { run } = scene;
  const { binding, redactor, requestProblem, contract } = run.tools;
  const { endpoint, members, purpose, manner, mayRepeat, refusable = true } = request;
  const outline = contract.outlines.get(endpoint);
  if (outline === undefined) throw new Error(`there is no document of ${endpoint}`);
  const isOwn = outline === run.subject.outline;
  checkClaim(members, request.claim, (body) => requestProblem(endpoint, body));
  // Another identity takes another way through the ESB, and has other members.
  const kind = [endpoint, ...Object.keys(members).sort()].join(' ');
  const ask = (): Promise<Taken> =>
    patiently(run, {
      refusable,
      isProven: request.claim === 'valid' && run.weather.worked.has(kind),
      mayRepeat: mayRepeat ?? (() => Promise.resolve(true)),
      async ask() {
        await run.budget.keepRate();
        run.budget.counts.all += 1;
        if (isOwn) run.budget.counts.own += 1;
        const { client } = run.tools;
        const exchanged = await client.send(outline, members, purpose, scene.trail, manner);
        keep(scene, judgeLeak(exchanged, redactor));
        return exchanged;
      },
    });
  let { sent, hindered, away } = await ask();
  const { fault } = sent.outcome;
  const isBroken = fault?.kind === 'unreachable' || fault?.kind === 'reset';
  if (isBroken && away === undefined) {
    const again = fault.kind === 'unreachable' || mayRepeat === undefined || (await mayRepeat());
    if (again) {
      away = { fault, n: sent.exchange.n };
      ({ sent, hindered } = await ask());
    }
  }
  if (away !== undefined) keep(scene, [unstable(run, away, sent)]);
  const { totalMs } = sent.outcome.timing;
  noteWeather(run.weather, run.budget, { fault: sent.outcome.fault, totalMs }, isOwn);
  const answer: Answer =
    hindered === undefined
      ? readAnswer(sent.outcome, sent.reading, binding.envelope)
      : { kind: 'none', why: hinderedProblem(hindered) };
  if (answer.kind === 'accepted') run.weather.worked.add(kind);
  if (isOfTheApi(answer, binding)) run.weather.hasApiAnswered = true;
  else run.weather.stranger ??= whatAnswered(sent, binding);
  return { answer, sent };
}

function hinderedProblem({ why, status, said }: NotTaken): Problem {
  if (why === 'gateway') return { kind: 'weather', status };
  return { kind: 'too-fast', ...(said === undefined ? {} : { said }) };
}

/** Where nothing of the API answered yet, it may be the way there, which is no fault of the server. */
function unstable({ weather }: Run, { fault, n }: NonNullable<Taken['away']>, sent: Sent): Finding {
  const healed = sent.outcome.fault === undefined;
  return {
    requirement: STABLE,
    status: healed || weather.hasApiAnswered ? 'failed' : 'inconclusive',
    trial: TRANSPORT,
    problem: { kind: 'unstable', fault: fault.kind, words: fault.message, healed },
    evidence: [n, sent.exchange.n],
  };
}
