import type { JsonObject } from '../../wire/json-value.js';
import type { Refusal } from '../case.js';
import { idOf } from '../judge/answer.js';
import type { Finding } from '../judge/finding.js';
import { judgeRefusal } from '../judge/refusal.js';
import { keyOf, placesOf } from '../places.js';
import { applyChanges, checkDifferences, validRequest } from '../request.js';
import { keep } from '../state.js';
import type { Scene } from '../state.js';
import { add, associationsOf } from './add.js';
import { create } from './create.js';
import { newRows, rememberBefore, sweep } from './look.js';
import { removeAssociation } from './remove.js';
import type { Reply } from './send.js';

/** A request that has to be refused, ready to be sent. */
export interface BadRequest {
  readonly valid: JsonObject;
  readonly bad: JsonObject;
  readonly requirements: readonly string[];
  readonly experiment: string;
  readonly about: Refusal['about'];
  /** The member at fault, which the message should name. */
  readonly member?: string;
}

/** Builds the request of a negative case: a valid one with its changes, and nothing else. */
export function badRequest(scene: Scene, refusal: Refusal): BadRequest {
  const { state, slot } = scene;
  const valid = validRequest(state.settings, slot, refusal.identity ?? state.identity);
  state.contract.checkRequest(valid);
  const other = state.settings.credentials.other?.appSecret;
  const bad = applyChanges(valid, refusal.changes, other);
  checkDifferences(valid, bad, refusal.changes);
  rememberSecrets(scene, refusal, bad);
  const [only, ...more] = refusal.changes;
  return {
    valid,
    bad,
    requirements: refusal.requirements,
    experiment: refusal.changes.map(({ at, fault }) => `${at} ${fault}`).join(', '),
    about: refusal.about,
    ...(only !== undefined && more.length === 0 && refusal.about === 'request'
      ? { member: only.at }
      : {}),
  };
}

/** A value made from a secret is a secret too, shown by its name. */
function rememberSecrets(scene: Scene, refusal: Refusal, bad: JsonObject): void {
  for (const { at, fault, secret } of refusal.changes) {
    const value = bad[at];
    if (secret === true && typeof value === 'string') {
      scene.state.redactor.add({ name: `${at}: ${fault}`, value });
    }
  }
}

/**
 * Sends a request that has to be refused, looks that nothing was created, and sends its twin.
 *
 * @returns the findings, which are kept, and the reply
 */
export async function refuse(
  scene: Scene,
  request: BadRequest,
): Promise<{ findings: readonly Finding[]; reply: Reply }> {
  const { reply, created } = await provoke(scene, request);
  const twin = await create(scene, request.valid, 'twin');
  await twin.remove();
  const answered = twin.reply.answer.kind !== 'none';
  const findings = judgeRefusal({
    requirements: request.requirements,
    experiment: request.experiment,
    answer: reply.answer,
    sent: request.bad,
    created,
    twinAccepted: answered ? twin.accepted : undefined,
    needsOwnCause: request.about === 'request',
    evidence: [reply.sent.exchange.n, twin.reply.sent.exchange.n],
  });
  keep(scene, findings);
  return { findings, reply };
}

/**
 * Sends a request that has to be refused and looks what it created, which is removed.
 *
 * @returns the reply, and the ids of what was created; undefined when lookups can't be used
 */
export async function provoke(
  scene: Scene,
  request: Pick<BadRequest, 'bad' | 'experiment' | 'about' | 'member' | 'requirements'>,
): Promise<{ reply: Reply; created: readonly string[] | undefined }> {
  const { state, slot } = scene;
  const places = placesOf(request.bad, slot);
  await rememberBefore(scene, places);
  for (const place of places) {
    const { experiment, requirements } = request;
    const watch = { place, slot, caseId: scene.caseId, experiment, requirements };
    state.watched.set(keyOf(place), watch);
  }
  const reply = await add(
    scene,
    request.bad,
    'request',
    {
      experiment: request.experiment,
      judged: true,
      success: false,
      credentials: request.about === 'credentials',
      ...(request.member === undefined ? {} : { member: request.member }),
    },
    places,
  );
  const rows = await sweep(scene, places);
  const made = newRows(scene, places, rows ?? [], associationsOf(scene, request.bad));
  const created = new Set(made.map((row) => row.id));
  for (const row of made) await removeAssociation(scene, row);
  const { answer } = reply;
  const id = answer.kind === 'accepted' ? idOf(answer.body) : undefined;
  if (id !== undefined && !created.has(id)) {
    state.unsettled.push({ id, slot, creation: state.ledger.nextCreation() });
  }
  return { reply, created: rows === undefined ? undefined : [...created].map(String) };
}
