import { identityCredentials } from '../../binding/binding.js';
import type { Credential, Identity } from '../../binding/binding.js';
import type { Creation } from '../../effects/stage.js';
import { idOf, whyNot } from '../../judge/answer.js';
import type { Answer } from '../../judge/answer.js';
import { judgeCreation, VALID } from '../../judge/creation.js';
import type { Row } from '../../judge/creation.js';
import { lackingPermission } from '../../judge/permission.js';
import type { JsonObject } from '../../json/json-value.js';
import type { Purpose } from '../../record/exchange.js';
import type { Finding } from '../../record/finding.js';
import type { Problem, Said } from '../../record/problem.js';
import { ask } from '../exchange/ask.js';
import { doubtfulIdentities } from '../preflight/doubtful-identities.js';
import { find } from '../stock/found.js';
import { freshRows, rememberBefore, sweep } from '../stock/lookups.js';
import { meansOf } from '../exchange/means.js';
import { enterCreation, isOwn, noteUnremoved, removeGiven, removeRow } from '../stock/removal.js';
import { keep } from '../run.js';
import type { Scene } from '../run.js';
import { give, keyOf, wasThereBefore } from '../stock/stock.js';
import { waitedForSlot } from '../stock/too-soon.js';
import { validRequest } from './valid-request.js';

/** How a valid request is sent. */
export interface Accepting {
  readonly purpose: Purpose;
  readonly identity?: Identity;
  /** True where the document does not say that the target has to accept it. */
  readonly mayBeRefused?: boolean;
  /** True for a request that was refused, perhaps too soon after what was done before it. */
  readonly isAgain?: boolean;
}

/**
 * Sends the valid request of the scene's slot, which has to be accepted, and looks whether exactly
 * what it asks for is there then. The verdicts are kept; what was created stays until it is removed.
 */
export async function accept(scene: Scene, accepting: Accepting): Promise<Creation> {
  const { purpose, identity, mayBeRefused = false, isAgain = false } = accepting;
  const { run, slot } = scene;
  const { stock, subject } = run;
  const request = validRequest(run, slot, identity);

  // Before: what is there already, and what is about to be.
  const place = subject.effect.standsAt(slot);
  await rememberBefore(scene, [place]);
  if (!stock.watched.has(keyOf(place))) {
    const watch = { place, slot, caseId: scene.caseId, trial: VALID, requirements: [] };
    stock.watched.set(keyOf(place), watch);
  }
  const entry = enterCreation(scene);
  stock.tried.set(entry, slot);

  // Send.
  const reply = await ask(scene, {
    members: request,
    purpose,
    trial: VALID,
    success: true,
    isJudged: true,
    claim: 'valid',
    places: [place],
  });
  const { answer, sent } = reply;
  const { n } = sent.exchange;

  // Look and judge, where it was not accepted: nothing may be there.
  if (answer.kind !== 'accepted') {
    const found = await sweep(scene, subject.effect.mayBeAt(request, slot));
    const rows = freshRows(scene, [place], found ?? [], request).ours;
    if (found !== undefined && rows.length === 0) entry.notCreated();
    const isRefused = answer.kind === 'refused' && !isAgain && rows.length === 0;
    if (isRefused && lackingPermission(answer, run.tools.binding) === undefined) {
      if (await waitedForSlot(scene, found ?? []))
        return accept(scene, { ...accepting, isAgain: true });
    }
    const ids = rows.map((row) => row.id.toString());
    if (!mayBeRefused || ids.length > 0) {
      keep(scene, await judgeAcceptance(scene, request, answer, n, ids));
    }
    const remove = (): Promise<void> => removeAll(scene, rows, entry);
    return { answer, accepted: false, id: undefined, n, remove };
  }

  // Look and judge, where it was: it is found, once, and nothing else.
  keep(scene, await judgeAcceptance(scene, request, answer, n, []));
  const id = idOf(answer.body, subject.outline.createdId);
  const known = id === undefined ? undefined : stock.ids.get(id);
  const isForeign = id !== undefined && wasThereBefore(stock, id);
  entry.created(id);
  const found = await find(scene, place, request, id);
  keep(
    scene,
    found === undefined || isBlind(scene)
      ? notSeen(scene, n)
      : judgeCreation({
          asked: slot.asks,
          idAt: subject.outline.createdId,
          id,
          row: found.row,
          others: found.others,
          idInUse: known === 'there' || isForeign,
          idUsedBefore: known === 'removed',
          evidence: [n],
        }),
  );
  if (id !== undefined && !isForeign) stock.ids.set(id, 'there');
  if (slot.made) run.knowledge.tooSoonAfter.ground = false;
  const row = found?.row;
  const own = row !== undefined && !isForeign && isOwn(scene, row) ? [row] : [];
  if (row !== undefined && !isForeign && own.length === 0) noteUnremoved(run, row.id);
  // An id that nothing was found under may be somebody else's: it is looked at again at the end.
  if (id !== undefined) give(stock, id, slot, entry);
  const rows = [...own, ...(found?.others ?? [])];
  const remove = async (): Promise<void> => {
    await removeAll(scene, rows, entry);
    // Where the lookup after the creation failed, the slot must not stay taken either.
    if (found === undefined && id !== undefined) await removeGiven(scene, id);
  };
  return { answer, accepted: true, id, n, remove };
}

/**
 * Judges that a valid request is accepted, by the identity that it carries. Where the slot is the
 * user's and nothing shows that it is right, a refusal may be due to the fixture: inconclusive.
 *
 * @param created - ids of what was created all the same, though the answer is no success
 */
async function judgeAcceptance(
  scene: Scene,
  request: JsonObject,
  answer: Answer,
  n: number,
  created: readonly string[],
): Promise<Finding[]> {
  const { binding } = scene.run.tools;
  const identities = identityCredentials(binding, 'both').filter(({ name }) => name in request);
  const requirements = [
    ...identities.map(({ name }) => `auth.${name}.accepted`),
    'endpoint.method',
    'endpoint.address',
    `response.${binding.envelope.result}.meaning`,
    // The document's own sample with the fixture's values: every valid request is one.
    'request.sample',
  ];
  const trial = [VALID, ...identities.map(({ name }) => name)].join('.');
  const make = (
    status: Finding['status'],
    problem?: Problem,
    more: readonly string[] = [],
  ): Finding[] =>
    [...requirements, ...more].map((requirement) => ({
      requirement,
      status,
      trial,
      evidence: [n],
      ...(problem === undefined ? {} : { problem }),
    }));
  if (answer.kind === 'accepted') {
    const [only, ...others] = identities;
    if (only !== undefined && others.length === 0) scene.run.knowledge.accepted.add(only.role);
    return make('passed');
  }
  if (answer.kind === 'none') return make('inconclusive', answer.why, ['effect.created']);
  if (created.length > 0) {
    const said = answer.kind === 'refused' ? { said: answer.said } : {};
    return make('failed', { kind: 'created-without-success', ids: created, ...said });
  }
  if (answer.kind !== 'refused') return make('failed', answer.why);
  const { said } = answer;
  const lacking = lackingPermission(answer, binding);
  if (lacking !== undefined) {
    return make('inconclusive', { kind: 'permission', said, ...lacking }, ['effect.created']);
  }
  const doubtful = await doubtfulIdentities(scene, request, answer, identities);
  if (doubtful.length > 0) return identityRefused(doubtful, said, trial, n);
  if (isHeld(scene)) {
    return make('inconclusive', { kind: 'ground-held', said }, ['effect.created']);
  }
  if (await isTrusted(scene)) return make('failed', whyNot(answer), ['effect.created']);
  const { settings } = scene.run.subject.effect.ground;
  return make('inconclusive', { kind: 'fixture-doubtful', settings, said }, ['effect.created']);
}

function identityRefused(
  doubtful: readonly Credential[],
  said: Said,
  trial: string,
  n: number,
): Finding[] {
  const settings = doubtful.map(({ variable }) => variable);
  return doubtful.map(({ name }) => ({
    requirement: `auth.${name}.accepted`,
    status: 'inconclusive',
    trial,
    problem: { kind: 'identity-refused', settings, said },
    evidence: [n],
  }));
}

/** True where something of this run that the scene's slot holds is not known to be removed. */
function isHeld({ run, slot }: Scene): boolean {
  for (const [id, given] of run.stock.given) {
    if (keyOf(given.slot.asks) === keyOf(slot.asks) && run.stock.ids.get(id) === 'there') {
      return true;
    }
  }
  return false;
}

/**
 * True when it is known that the scene's slot can be used: what the settings name is there, nothing
 * that could not be removed holds it, and the suite made the slot, it was accepted before, it is the
 * embedded CMDB's, or lookups show it.
 */
export async function isTrusted(scene: Scene): Promise<boolean> {
  const { knowledge, tools, subject } = scene.run;
  const { ground } = subject.effect;
  if (ground.known().missing || isHeld(scene)) return false;
  if (scene.slot.made || knowledge.isFixtureAccepted || tools.settings.embedded) return true;
  knowledge.fixtureSeen ??= ground.isSeen(meansOf(scene));
  return knowledge.fixtureSeen;
}

async function removeAll(
  scene: Scene,
  rows: readonly Row[],
  entry: ReturnType<typeof enterCreation>,
): Promise<void> {
  for (const [at, row] of rows.entries()) {
    const from = scene.trail.length;
    const removed = await removeRow(scene, row, at === 0 ? entry : undefined);
    if (!removed && wereAnswered(scene, from)) await noteGone(scene, row);
  }
}

/** True where every removal since was answered: one that was not may have been carried out. */
function wereAnswered({ run, trail }: Scene, from: number): boolean {
  const { endpoint } = run.subject.effect.removal;
  return trail
    .slice(from)
    .every((exchange) => exchange.endpoint !== endpoint || exchange.fault === undefined);
}

/** Something that nobody asked to remove, and that is gone before the suite could. */
async function noteGone(scene: Scene, row: Row): Promise<void> {
  const rows = await sweep(scene, [
    scene.run.subject.effect.standsAt({ asks: row.holds, made: false }),
  ]);
  if (rows === undefined || rows.some(({ id }) => id === row.id)) return;
  keep(scene, [
    {
      requirement: 'effect.created',
      status: 'failed',
      trial: VALID,
      problem: { kind: 'vanished', id: row.id.toString(), when: 'before-removal' },
      evidence: scene.trail.slice(-1).map(({ n }) => n),
    },
  ]);
}

/** True where lookups go by something that the target does not know, and have shown nothing yet. */
function isBlind({ run }: Scene): boolean {
  const { mismatch } = run.subject.effect.ground.known();
  return mismatch !== undefined && !run.knowledge.lookups.hasShown;
}

function notSeen({ run }: Scene, n: number): Finding[] {
  const why = run.knowledge.lookups.unusable;
  const { createdId } = run.subject.outline;
  const identity = createdId === undefined ? [] : [`response.${createdId}.identity`];
  return ['effect.created', ...identity].map((requirement) => ({
    requirement,
    status: 'inconclusive',
    trial: VALID,
    problem: { kind: 'not-looked-up', ...(why === undefined ? {} : { why }) },
    evidence: [n],
  }));
}
