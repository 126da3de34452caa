import { identityCredentials } from '../../binding/binding.js';
import type { Binding, Identity } from '../../binding/binding.js';
import type { Refusal, RoundCase } from '../../cases/case.js';
import { accept } from './acceptance.js';
import { badRequest } from './bad-request.js';
import { sweep } from '../stock/lookups.js';
import { hasMetAll, noveltyOf } from './phase.js';
import { judgeBesideTwin, provoke } from './refusal.js';
import type { BadScene, Provoked } from './refusal.js';
import { BY } from '../../record/trial.js';
import { isOver } from '../run.js';
import type { Run, Scene } from '../run.js';

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
 * Runs a round: its refusals in an order in which each meets the run's counters where it has not met
 * them before; in the last round on until each has met them everywhere. Then their twin, and a valid
 * request by another identity than the twin's, which may be refused at times.
 *
 * A round by another identity than the usual one shows what is wrong with that alone: what it leaves
 * open, other cases decide.
 */
export async function runRound(scene: Scene, round: RoundCase): Promise<void> {
  const by = identityOf(scene.run, round.by);
  const items = round.refusals.map((one) => ({
    scene,
    request: badRequest(scene, by === undefined ? one : carrying(one, by, scene.run.tools.binding)),
  }));
  const seen: Provoked[] = [];
  const left: BadScene[] = [...items];
  while (left.length > 0 && !isOver(scene.run)) {
    const [item] = left.splice(await mostNovel(scene, left, IN_PASSING), 1);
    if (item !== undefined) seen.push(await provoke(item));
  }
  if (round.thorough) seen.push(...(await meetTheRest(scene, items)));
  await judgeBesideTwin(items, seen, { mayStayOpen: by === undefined });
  await acceptAnotherWay(scene, by, round.besides);
}

/** The identity of a round; undefined for the usual one, also where the target takes no other. */
function identityOf(run: Run, by: RoundCase['by']): Identity | undefined {
  const { accepted } = run.knowledge;
  if (by === undefined || !accepted.has('user') || !accepted.has('token')) return undefined;
  return by === 'both' ? 'both' : otherThan(run.knowledge.identity);
}

function otherThan(identity: Identity): Identity {
  return identity === 'user' ? 'token' : 'user';
}

/** A refusal by an identity is a trial of its own: that it fails there alone is no coming and going. */
function carrying(refusal: Refusal, identity: Identity, binding: Binding): Refusal {
  const names = identityCredentials(binding, identity).map(({ name }) => name);
  return { ...refusal, identity, trial: `${refusal.trial}${BY}${names.join(' and ')}` };
}

/** Sends those that have not met the run's counters everywhere until they have, within bounds. */
async function meetTheRest(scene: Scene, items: readonly BadScene[]): Promise<Provoked[]> {
  const { run } = scene;
  const { world } = run.tools;
  const seen: Provoked[] = [];
  const begun = world.now();
  for (let n = 0; n < MOST_MORE; n += 1) {
    const left = items.filter(({ request }) => !hasMetAll(run, request.trial));
    if (left.length === 0 || isOver(run) || world.now() - begun > LONGEST_MORE_MS) break;
    const item = left[await mostNovel(scene, left, UNTIL_MET)];
    if (item !== undefined) seen.push(await provoke(item));
  }
  return seen;
}

/** The place of the item that meets most that is new now. */
async function mostNovel(
  scene: Scene,
  items: readonly BadScene[],
  { enough, lookups }: Effort,
): Promise<number> {
  const { run, slot } = scene;
  const novelties = (): number[] => items.map(({ request }) => noveltyOf(run, request.trial));
  for (let n = 0; n < lookups; n += 1) {
    if (Math.max(...novelties()) >= enough) break;
    await sweep(scene, [run.subject.effect.standsAt(slot)]);
  }
  const now = novelties();
  return now.indexOf(Math.max(...now));
}

async function acceptAnotherWay(
  scene: Scene,
  by: Identity | undefined,
  besides: RoundCase['besides'],
): Promise<void> {
  const { run } = scene;
  const { username, token } = run.tools.settings.credentials;
  const isOne = besides === undefined || username === undefined || token === undefined;
  if (isOver(run) || isOne) return;
  const usual = run.knowledge.identity;
  const wanted = besides === 'both' ? 'both' : otherThan(usual);
  const identity = wanted === by ? usual : wanted;
  await (await accept(scene, { purpose: 'request', identity })).remove();
}
