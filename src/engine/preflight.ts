import { credentialOf } from '../binding/binding.js';
import type { Identity } from '../binding/binding.js';
import { IDENTITY } from '../cases/case.js';
import type { Refusal } from '../cases/case.js';
import type { Several } from '../effects/slot.js';
import type { Creation } from '../effects/stage.js';
import { isShutOut } from '../judge/of-the-api.js';
import { lackingPermission } from '../judge/permission.js';
import { refusalSignature } from '../judge/signature.js';
import { accept } from './acceptance.js';
import { badRequest } from './bad-request.js';
import { makeLasting } from './lasting.js';
import { rememberBefore, sweep } from './lookups.js';
import { meansOf } from './means.js';
import { provoke } from './refusal.js';
import type { Provoked } from './refusal.js';
import { isOver } from './run.js';
import type { Reply } from './send.js';
import type { JsonObject } from '../json/json-value.js';
import type { Run, Scene } from './run.js';
import { survey } from './survey.js';
import { wasThereBefore } from './stock.js';
import { identitiesOf, validRequest } from './valid-request.js';
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

/**
 * Ends the run where the valid request was refused and it is known whose fault that is: a permission
 * without which nothing works, or a setting that names something which lookups do not show.
 */
async function endForFixture(scene: Scene): Promise<void> {
  const { knowledge, subject, budget } = scene.run;
  const { permission, fixtureRefusal: said, isFixtureAccepted, isMadeAccepted } = knowledge;
  if (isOver(scene.run) || isFixtureAccepted) return;
  if (permission !== undefined && !isMadeAccepted) {
    budget.end({ kind: 'permission', ...permission });
    return;
  }
  if (said === undefined) return;
  const { ground } = subject.effect;
  const [first = '', ...others] = ground.settings;
  if (ground.known().missing) {
    budget.end({ kind: 'fixture-wrong', settings: [first], said });
  } else if (isMadeAccepted && !(await ground.isSeen(meansOf(scene)))) {
    budget.end({ kind: 'fixture-wrong', settings: others, said });
  }
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

/** Where what stands before the API lets nobody through, nothing else can be learnt. */
export function endShutOut({ run }: Scene): void {
  const [said] = run.knowledge.lookups.refusals.values();
  if (said !== undefined && isShutOut(said, run.tools.binding)) {
    run.budget.end({ kind: 'shut-out', said });
  }
}

/** As long as nothing has answered as the API does, there is no verdict on it. */
export function endAtStranger({ run }: Scene): void {
  const { budget, weather, tools, subject } = run;
  if (weather.hasApiAnswered) return;
  const path = new URL(tools.settings.baseUrl).pathname;
  const hasEndpointPath = path.includes(tools.binding.address(subject.outline).replace(/\/$/, ''));
  const answer = weather.stranger;
  if (answer === undefined) return;
  budget.end({ kind: 'not-the-api', answer, ...(hasEndpointPath ? { hasEndpointPath } : {}) });
}

/** What can't be found can't be removed either: nothing is created on such a target. */
export function endWithoutLookups({ run }: Scene): void {
  const { knowledge, budget, subject } = run;
  const { lookups, credentialRefusals, permission } = knowledge;
  /** Why there is nothing to look up by, where that is known. */
  const { none } = subject.effect.ground.known();
  if (none === undefined && lookups.isUsed) return;
  if (permission !== undefined) {
    budget.end({ kind: 'permission', ...permission });
    return;
  }
  const refusals = [...lookups.refusals];
  const [first] = refusals;
  const isIdentity = refusals.every(([signature]) => credentialRefusals.has(signature));
  if (first !== undefined && isIdentity) {
    budget.end({ kind: 'identities-refused', said: first[1] });
    return;
  }
  const why = lookups.unusable;
  budget.end(none ?? { kind: 'lookups-unusable', ...(why === undefined ? {} : { why }) });
}

/** Learns how the target refuses bad credentials of any kind, and something that there is not. */
async function learnRefusals(scene: Scene): Promise<void> {
  const { run } = scene;
  for (const refusal of credentialProbes(run)) {
    if (isOver(run)) return;
    const { reply, request } = await provoke({ scene, request: badRequest(scene, refusal) });
    noteIdentityRefusal(run, refusal, reply, request.bad);
  }
  if (!isOver(run)) await askForUnknown(scene);
}

/**
 * Asks for something that there is not, and learns how that is refused.
 *
 * @returns undefined where the requests of the endpoint name nothing
 */
export async function askForUnknown(scene: Scene): Promise<Provoked | undefined> {
  const { run } = scene;
  const unknown = run.subject.effect.unknown(run.tools.runId);
  if (unknown === undefined) return undefined;
  const { difference, requirement } = unknown;
  const valid = validRequest(run, scene.slot);
  const bad = { ...valid, ...difference };
  const provoked = await provoke({
    scene,
    request: {
      trial: 'preflight.unknown',
      valid,
      bad,
      differsIn: Object.keys(difference),
      breaksSchema: false,
      about: 'request',
      requirements: requirement === undefined ? [] : [requirement],
    },
  });
  const { answer } = provoked.reply;
  if (answer.kind === 'refused') {
    const { envelope } = run.tools.binding;
    run.knowledge.unknownRefusal = refusalSignature(answer.body, bad, envelope);
  }
  return provoked;
}

/** How a made-up token is refused, and no identity at all, to compare configured ones with. */
function noteIdentityRefusal(
  { knowledge, tools }: Run,
  { changes }: Refusal,
  { answer }: Reply,
  sent: JsonObject,
): void {
  const [change] = changes;
  if (change?.at !== IDENTITY || answer.kind !== 'refused') return;
  const signature = refusalSignature(answer.body, sent, tools.binding.envelope);
  if (change.fault === 'absent') knowledge.identityRefusals.none = signature;
  else knowledge.identityRefusals.madeUp = signature;
}

export function credentialProbes({ tools }: Run): Refusal[] {
  const app = credentialOf(tools.binding, 'app').name;
  const secret = credentialOf(tools.binding, 'secret').name;
  const probes = [
    [app, 'absent'],
    [app, 'unknown'],
    [secret, 'absent'],
    [secret, 'wrong'],
    [IDENTITY, 'absent'],
    [IDENTITY, 'wrong'],
  ] as const;
  return probes.map(([at, fault]) => ({
    trial: `bad-auth.${at}.${fault}`,
    changes: [{ at, fault }],
    about: 'credentials',
    requirements: [],
  }));
}

/**
 * Tries the scene's slot with each identity, until one is accepted. That is the one for twins and
 * lookups then; where none is, the first that is not refused as bad credentials are.
 */
async function openCreations(scene: Scene): Promise<void> {
  const { run, slot } = scene;
  const { knowledge, tools } = run;
  for (const identity of identitiesOf(run)) {
    if (isOver(run)) return;
    const { accepted, answer } = await tryCreation(scene, identity);
    if (accepted) {
      knowledge.identity = identity;
      if (slot.made) knowledge.isMadeAccepted = true;
      else knowledge.isFixtureAccepted = true;
      return;
    }
    if (answer.kind !== 'refused') return;
    const sent = validRequest(run, slot, identity);
    const signature = refusalSignature(answer.body, sent, tools.binding.envelope);
    const lacking = lackingPermission(answer, tools.binding);
    if (lacking !== undefined) knowledge.permission ??= { said: answer.said, ...lacking };
    const isIdentity = knowledge.credentialRefusals.has(signature);
    // Made for something that there is not, a slot tells of the settings too.
    const isUsers = !slot.made || run.subject.effect.ground.known().missing;
    if (!isIdentity && lacking === undefined && knowledge.fixtureRefusal === undefined && isUsers) {
      knowledge.identity = identity;
      knowledge.fixtureRefusal = answer.said;
    }
  }
}

/** Creates, looks, removes, and looks that it is gone: only then deletions can be relied on. */
async function tryCreation(scene: Scene, identity: Identity): Promise<Creation> {
  const { knowledge, tools, stock, subject, budget } = scene.run;
  const creation = await accept(scene, { purpose: 'setup', identity });
  await creation.remove();
  const { accepted, id } = creation;
  if (!accepted || id === undefined || wasThereBefore(stock, id)) return creation;
  const { mismatch } = subject.effect.ground.known();
  if (mismatch !== undefined && !knowledge.lookups.hasShown) {
    budget.end(mismatch);
    return creation;
  }
  const end = tools.world.now() + tools.settings.lookupWaitMs;
  for (;;) {
    const rows = await sweep(scene, [subject.effect.standsAt(scene.slot)]);
    if (rows?.some((row) => row.id === id) !== true) return creation;
    if (knowledge.removalRefusal !== undefined) break;
    knowledge.lookups.isLagging = true;
    if (tools.world.now() >= end) break;
    await tools.world.sleep(100);
  }
  endWithoutRemoval(scene.run, id);
  return creation;
}

/** What can't be removed is not made: the run is over, for lack of a permission where that is why. */
function endWithoutRemoval({ knowledge, subject, tools, budget }: Run, id: bigint): void {
  const refused = knowledge.removalRefusal;
  const lacking = refused && lackingPermission(refused, tools.binding);
  if (refused !== undefined && lacking !== undefined) {
    budget.end({ kind: 'permission', said: refused.said, ...lacking });
    return;
  }
  budget.end({
    kind: 'removal-fails',
    endpoint: subject.effect.removal.endpoint,
    id: id.toString(),
    ...(refused === undefined ? {} : { said: refused.said }),
  });
}

/** Makes slots of the suite's own, and one more than cases work with, for something that lasts. */
async function makeSlots(scene: Scene, several: Several): Promise<void> {
  const { knowledge, subject } = scene.run;
  if (isRefusedEverywhere(scene.run)) return;
  const { slots, spare } = await subject.effect.ground.make(meansOf(scene), several);
  knowledge.made.push(...slots);
  knowledge.spare = spare;
}
