import type { Several } from '../../effects/slot.js';
import { endAtStranger, endForFixture, endShutOut, endWithoutLookups } from './endings.js';
import { openCreations } from './first-creation.js';
import { makeLasting } from '../stock/lasting.js';
import { learnRefusals } from './learn-refusals.js';
import { rememberBefore } from '../stock/lookups.js';
import { meansOf } from '../exchange/means.js';
import { isOver } from '../run.js';
import type { Run, Scene } from '../run.js';
import { survey } from './survey.js';
import { identitiesOf } from '../case/valid-request.js';
import { findWayOfRemoval } from './way-of-removal.js';

/** A server that closes connections without saying so shows it after so long. */
const SETTLING_MS = 15;

/** One thing that is done before the first case. */
type Step = (scene: Scene, several: Several) => Promise<void> | void;

/** From what only looks to what creates: on the fixture, then on slots of the suite's own. */
const STEPS: readonly Step[] = [
  arrive,
  openLookups,
  endShutOut,
  openRemoval,
  learnRefusals,
  endAtStranger,
  endWithoutLookups,
  // First, as another run may have taken it just now.
  holdFixture,
  openFixture,
  makeSlots,
  openMade,
  endForFixture,
  openLasting,
];

/**
 * Learns what has to be known of a target before the first case: whether it is there, what the
 * settings name, what is there already, how things are removed, how it refuses bad credentials, which
 * identity it accepts, whether what was created is found and what was deleted gone; and makes slots
 * of the suite's own.
 * A step that ends the run is the last one.
 *
 * @param several - does something several times, as many at once as the target is asked
 */
export async function preflight(run: Run, several: Several): Promise<void> {
  for (const step of STEPS) {
    if (isOver(run)) return;
    await step(preflightScene(run), several);
  }
}

/** The scene of everything that is done before the first case. */
export function preflightScene(run: Run): Scene {
  return {
    run,
    slot: run.subject.effect.ground.opening(),
    caseId: 'preflight',
    trail: run.journal.housekeeping,
  };
}

/** Sends the first requests, which look up what the settings name. */
export async function arrive(scene: Scene): Promise<void> {
  const { budget, subject, tools } = scene.run;
  const first = await survey(scene);
  if (first.kind === 'none' && first.fault?.kind === 'unreachable') {
    budget.end({ kind: 'no-connection', fault: first.fault.kind, words: first.fault.message });
    return;
  }
  const { none } = subject.effect.ground.known();
  if (first.kind === 'accepted' && none !== undefined) {
    budget.end(none);
    return;
  }
  await tools.world.sleep(SETTLING_MS);
}

/** A server that takes a bad request stores something: how that is removed is found out before. */
async function openRemoval(scene: Scene): Promise<void> {
  const { knowledge, budget } = scene.run;
  const noWay = knowledge.lookups.isUsed ? await findWayOfRemoval(scene) : undefined;
  if (noWay !== undefined) budget.end(noWay);
}

/** Two runs on one fixture would find what the other one makes. */
async function holdFixture(scene: Scene): Promise<void> {
  const { subject, budget } = scene.run;
  const by = await subject.effect.ground.hold(meansOf(scene));
  if (by === undefined) return;
  budget.end({ kind: 'fixture-held', settings: subject.effect.ground.settings, by });
}

/** Tries the user's own slot, where there is one that can be used. */
async function openFixture(scene: Scene): Promise<void> {
  const { knowledge, subject } = scene.run;
  const { ground } = subject.effect;
  const means = meansOf(scene);
  knowledge.taken = await ground.taken(means);
  if (knowledge.taken !== undefined) return;
  knowledge.fixture = await ground.own(means);
  if (knowledge.fixture !== undefined) await openCreations({ ...scene, slot: knowledge.fixture });
}

/** Where the user's own can't be used, a slot of the suite's own takes its place. */
async function openMade(scene: Scene): Promise<void> {
  const { knowledge, subject, budget } = scene.run;
  const { taken, fixture, isFixtureAccepted } = knowledge;
  const [made] = knowledge.made;
  if (made !== undefined) {
    if (!isFixtureAccepted) await openCreations({ ...scene, slot: made });
  } else if (fixture === undefined) {
    const why =
      taken === undefined
        ? subject.effect.ground.known().none
        : ({ kind: 'fixture-taken', taken } as const);
    if (why !== undefined) budget.end(why);
  }
}

async function openLasting(scene: Scene): Promise<void> {
  const { spare } = scene.run.knowledge;
  if (spare !== undefined) await makeLasting(scene, spare);
}

/** Where the target does not show what the settings name, nothing made for it is any better. */
function isRefusedEverywhere({ subject, knowledge }: Run): boolean {
  if (knowledge.fixture === undefined) return false;
  const isMissing = subject.effect.ground.known().missing && knowledge.fixtureRefusal !== undefined;
  return isMissing || knowledge.permission !== undefined;
}

/** Looks what is there already, by the first identity whose lookups can be used. */
export async function openLookups(scene: Scene): Promise<void> {
  const { knowledge, subject } = scene.run;
  const usual = knowledge.identity;
  for (const identity of identitiesOf(scene.run)) {
    knowledge.identity = identity;
    knowledge.lookups.unusable = undefined;
    await rememberBefore(scene, [subject.effect.standsAt(scene.slot)]);
    if (knowledge.lookups.isUsed || knowledge.lookups.refusals.size === 0) return;
  }
  knowledge.identity = usual;
}

/** Makes slots of the suite's own, and one more than cases work with, for something that lasts. */
async function makeSlots(scene: Scene, several: Several): Promise<void> {
  const { knowledge, subject } = scene.run;
  if (isRefusedEverywhere(scene.run)) return;
  const { slots, spare } = await subject.effect.ground.make(meansOf(scene), several);
  knowledge.made.push(...slots);
  knowledge.spare = spare;
}
