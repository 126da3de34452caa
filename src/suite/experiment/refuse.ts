import { judgeRefusal } from '../../judge/refusal.js';
import { keyOf, placesOf } from '../places.js';
import { keep } from '../state.js';
import type { Scene } from '../state.js';
import { add } from './add.js';
import type { BadRequest } from './bad-request.js';
import { create } from './create.js';
import { rememberBefore } from './fresh-rows.js';
import { sweep } from './look.js';
import { hasMetAll, meetPhase, noveltyOf } from './phase.js';
import { removeCreated } from './remove-created.js';
import type { Reply } from './send.js';

/** What is done so that a refusal meets the run's counters where it did not meet them before. */
interface Effort {
  /** So many places that are new are worth a refusal. */
  readonly enough: number;
  /** So many lookups at most move the counter of all requests on. */
  readonly lookups: number;
}

const IN_PASSING: Effort = { enough: 4, lookups: 1 };
/** Eight lookups bring the counter of all requests to each place of each period. */
const UNTIL_MET: Effort = { enough: 1, lookups: 8 };

/** So many refusals more at most are sent until each has met the run's counters everywhere. */
const MOST_MORE = 60;
/** Milliseconds for them: a slow target is asked enough as it is. */
const LONGEST_MORE_MS = 3000;

/**
 * In which order requests that have to be refused are sent.
 *
 * - `given`: as they are listed
 * - `novel`: so that each meets the run's counters where it has not met them before
 * - `thorough`: the same, and on until each has met them everywhere
 */
export type Order = 'given' | 'novel' | 'thorough';

/** A request that has to be refused, and the scene that it is sent in. */
export interface BadScene {
  readonly scene: Scene;
  readonly request: BadRequest;
}

/**
 * Sends requests that have to be refused, looks after each that nothing was created, and then sends
 * the twin: the same request without the change, unless the run has ended meanwhile.
 *
 * @param items - changes of one and the same valid request, which is the twin of all
 * @returns the replies in the order of sending; the findings are kept
 */
export async function refuse(items: readonly BadScene[], order: Order = 'given'): Promise<Reply[]> {
  const [first] = items;
  if (first === undefined) return [];
  const seen: (BadScene & Provoked)[] = [];
  const left = [...items];
  while (left.length > 0 && first.scene.state.ended === undefined) {
    const [item = first] = left.splice(
      order === 'given' ? 0 : await mostNovel(left, IN_PASSING),
      1,
    );
    seen.push({ ...item, ...(await provoke(item.scene, item.request)) });
  }
  if (order === 'thorough') seen.push(...(await meetTheRest(items)));
  const twin =
    first.scene.state.ended === undefined
      ? await create(first.scene, first.request.valid, 'twin')
      : undefined;
  await twin?.remove();
  const exchange = twin?.reply.sent.exchange;
  for (const { scene, request, reply, created, beside } of seen) {
    if (exchange !== undefined && !scene.trail.includes(exchange)) scene.trail.push(exchange);
    keep(
      scene,
      judgeRefusal({
        requirements: request.requirements,
        experiment: request.experiment,
        answer: reply.answer,
        sent: request.bad,
        created,
        beside,
        twinAccepted: twin?.reply.answer.kind === 'none' ? undefined : twin?.accepted,
        needsOwnCause: request.about === 'request',
        evidence: [reply.sent.exchange.n, ...(exchange === undefined ? [] : [exchange.n])],
      }),
    );
  }
  return seen.map(({ reply }) => reply);
}

/** Sends those that have not met the run's counters everywhere until they have, within bounds. */
async function meetTheRest(items: readonly BadScene[]): Promise<(BadScene & Provoked)[]> {
  const seen: (BadScene & Provoked)[] = [];
  const [begun] = items.map(({ scene }) => scene.state.world.now());
  for (let n = 0; n < MOST_MORE; n += 1) {
    const left = items.filter(
      ({ scene, request }) => !hasMetAll(scene.state, request.experiment.en),
    );
    const [first] = left;
    if (first === undefined || begun === undefined || first.scene.state.ended !== undefined) break;
    if (first.scene.state.world.now() - begun > LONGEST_MORE_MS) break;
    const item = left[await mostNovel(left, UNTIL_MET)] ?? first;
    seen.push({ ...item, ...(await provoke(item.scene, item.request)) });
  }
  return seen;
}

/** The place of the item that meets most that is new now. */
async function mostNovel(items: readonly BadScene[], { enough, lookups }: Effort): Promise<number> {
  const novelties = (): number[] =>
    items.map(({ scene, request }) => noveltyOf(scene.state, request.experiment.en));
  const [first] = items;
  for (let n = 0; n < lookups && first !== undefined; n += 1) {
    if (Math.max(...novelties()) >= enough) break;
    await sweep(first.scene, [
      { source: first.scene.slot.source, target: first.scene.slot.source },
    ]);
  }
  const now = novelties();
  return now.indexOf(Math.max(...now));
}

/** What came of a request that has to be refused. */
export interface Provoked {
  readonly reply: Reply;
  /** Ids of what was created; undefined when lookups can't be used. */
  readonly created: readonly string[] | undefined;
  /** Ids of new rows that may be somebody else's. */
  readonly beside: readonly string[];
}

/**
 * Sends a request that has to be refused and looks what it created, which is removed.
 *
 * @returns the reply, and the ids of what was created; undefined when lookups can't be used
 */
export async function provoke(
  scene: Scene,
  request: Pick<
    BadRequest,
    | 'valid'
    | 'bad'
    | 'differsIn'
    | 'breaksSchema'
    | 'experiment'
    | 'about'
    | 'member'
    | 'requirements'
    | 'credential'
  >,
): Promise<Provoked> {
  const { state, slot } = scene;
  const places = placesOf(request.bad, slot);
  await rememberBefore(scene, places);
  for (const place of places) {
    const { experiment, requirements } = request;
    const watch = { place, slot, caseId: scene.caseId, experiment, requirements };
    state.watched.set(keyOf(place), watch);
  }
  meetPhase(state, request.experiment.en);
  const reply = await add(
    scene,
    request.bad,
    'request',
    {
      experiment: request.experiment,
      judged: true,
      success: false,
      claim: {
        valid: request.valid,
        differsIn: request.differsIn,
        breaksSchema: request.breaksSchema === true,
      },
      ...(request.credential === undefined ? {} : { credential: request.credential }),
      ...(request.member === undefined ? {} : { member: request.member }),
    },
    places,
  );
  const created = await removeCreated(scene, request.bad, places, reply);
  return {
    reply,
    created: created?.made.map(({ id }) => id.toString()),
    beside: created?.beside.map(({ id }) => id.toString()) ?? [],
  };
}
