import type { Answer } from '../../judge/answer.js';
import { judgeRefusal } from '../../judge/refusal.js';
import type { RecordedExchange } from '../../record/exchange.js';
import { accept } from './acceptance.js';
import { ask } from '../exchange/ask.js';
import type { BadRequest } from './bad-request.js';
import { rememberBefore } from '../stock/lookups.js';
import { removeCreated } from '../stock/removal.js';
import { isOver, keep } from '../run.js';
import type { Scene } from '../run.js';
import { meetPhase } from './phase.js';
import type { Reply } from '../exchange/send.js';
import { keyOf } from '../stock/stock.js';

/** A request that has to be refused, and the scene that it is sent in. */
export interface BadScene {
  readonly scene: Scene;
  readonly request: BadRequest;
}

/** What came of it. */
export interface Provoked extends BadScene {
  readonly reply: Reply;
  /** Ids of what was created; undefined when lookups can't be used. */
  readonly created: readonly string[] | undefined;
  /** Ids of new rows that may be somebody else's. */
  readonly beside: readonly string[];
}

/**
 * Runs negative cases: sends each request, looks after each that nothing was created, then sends the
 * twin, the same request without the change, and judges.
 *
 * @param items - changes of one and the same valid request, which is the twin of all
 * @returns the answers in the order of sending; the findings are kept
 */
export async function refuse(items: readonly BadScene[]): Promise<Answer[]> {
  const seen: Provoked[] = [];
  for (const item of items) {
    if (isOver(item.scene.run)) break;
    seen.push(await provoke(item));
  }
  await judgeBesideTwin(items, seen);
  return seen.map(({ reply }) => reply.answer);
}

/** Sends a request that has to be refused and looks what it created, which is removed. */
export async function provoke({ scene, request }: BadScene): Promise<Provoked> {
  const { run, slot } = scene;
  const { trial, requirements, bad, valid, credential, member } = request;

  // Before: what is there already, wherever a sloppy server could store it.
  const places = run.subject.effect.mayBeAt(bad, slot);
  await rememberBefore(scene, places);
  for (const place of places) {
    const watch = { place, slot, caseId: scene.caseId, trial, requirements };
    run.stock.watched.set(keyOf(place), watch);
  }
  meetPhase(run, trial);

  // Send.
  const reply = await ask(scene, {
    members: bad,
    purpose: 'request',
    trial,
    success: false,
    isJudged: true,
    claim: { valid, differsIn: request.differsIn, breaksSchema: request.breaksSchema },
    places,
    ...(credential === undefined ? {} : { credential }),
    ...(member === undefined ? {} : { member }),
  });

  // Look.
  const created = await removeCreated(scene, bad, places, reply);
  return {
    scene,
    request,
    reply,
    created: created?.made.map(({ id }) => id.toString()),
    beside: created?.beside.map(({ id }) => id.toString()) ?? [],
  };
}

/**
 * Sends the twin of requests that were refused, unless the run has ended meanwhile, and judges them.
 *
 * @param mayStayOpen - false where what could not be judged is passed over, as others judge it
 */
export async function judgeBesideTwin(
  items: readonly BadScene[],
  seen: readonly Provoked[],
  { mayStayOpen }: { readonly mayStayOpen: boolean } = { mayStayOpen: true },
): Promise<void> {
  const [first] = items;
  if (first === undefined) return;
  const { run } = first.scene;
  const twin = isOver(run) ? undefined : await sendTwin(first.scene, first.request);
  for (const { scene, request, reply, created, beside } of seen) {
    if (twin !== undefined && !scene.trail.includes(twin.exchange)) scene.trail.push(twin.exchange);
    const findings = judgeRefusal(
      {
        requirements: request.requirements,
        trial: request.trial,
        answer: reply.answer,
        sent: request.bad,
        created,
        beside,
        twin: twin?.answer,
        needsOwnCause: request.about === 'request',
        evidence: [reply.sent.exchange.n, ...(twin === undefined ? [] : [twin.exchange.n])],
      },
      run.tools.binding.envelope,
    );
    keep(
      scene,
      findings.filter(({ status }) => mayStayOpen || status !== 'inconclusive'),
    );
  }
}

/** The same request without the change, by the same identity. */
async function sendTwin(
  scene: Scene,
  { identity }: BadRequest,
): Promise<{ readonly answer: Answer; readonly exchange: RecordedExchange } | undefined> {
  const { answer, n, remove } = await accept(scene, {
    purpose: 'twin',
    ...(identity === undefined ? {} : { identity }),
  });
  await remove();
  const exchange = scene.trail.find((one) => one.n === n);
  return exchange === undefined ? undefined : { answer, exchange };
}
