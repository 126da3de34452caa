import type { Refusal } from './case.js';
import { change } from './cases/faults.js';
import { commonArguments } from '../target/identity.js';
import type { Identity } from '../target/identity.js';
import { create } from './experiment/create.js';
import type { Creation } from './experiment/create.js';
import { makeInstance } from './experiment/instances.js';
import { rememberBefore, sweep, wasThereBefore } from './experiment/look.js';
import { badRequest, provoke } from './experiment/refuse.js';
import { send } from './experiment/send.js';
import { keepSupport } from './experiment/support.js';
import { isObject, saidIn } from './judge/answer.js';
import type { JsonValue } from '../wire/json-value.js';
import { refusalSignature } from './judge/signature.js';
import { validRequest } from './request.js';
import type { Scene, Slot, State } from './state.js';

/** Pairs of instances that the suite makes for itself. */
const PAIRS_MADE = 8;

/** Why a run can't be begun at all (exit code 4). */
export type Unreachable = 'no connection' | 'every identity refused';

/**
 * Learns what has to be known of a target before the first case: whether it is there, its mapping,
 * what is between the fixture's instances, how it refuses bad credentials, which identity it
 * accepts, whether created associations are found and deleted ones gone, and makes instances.
 *
 * @param slow - whether the target is to be asked several things at once, as far as known
 * @returns why no run is possible; undefined when it is
 */
export async function preflight(
  state: State,
  slow: () => boolean,
): Promise<Unreachable | undefined> {
  const scene: Scene = {
    state,
    slot: state.fixture,
    caseId: 'preflight',
    trail: state.housekeeping,
  };
  if (!(await findAssociation(scene))) return 'no connection';
  // A server that closes connections without saying so shows it now.
  await state.world.sleep(15);
  await openLookups(scene);
  for (const refusal of CREDENTIAL_PROBES) {
    if (state.ended === undefined) await provoke(scene, badRequest(scene, refusal));
  }
  await learnUnknownAssociation(scene);
  if (!state.lookups.used) {
    if (isRefusedLikeAWrongSecret(state)) return 'every identity refused';
    // What can't be found can't be removed either: nothing is created on such a target.
    const why = state.lookups.unusable ?? { en: 'no usable answer', zh: '没有可用的响应' };
    state.ended ??= {
      en: `lookups can’t be used, so that nothing is created: ${why.en}`,
      zh: `查询不可用，因此不创建任何数据：${why.zh}`,
    };
    return undefined;
  }
  if (!(await open(scene))) return 'every identity refused';
  await makePairs(scene, slow());
  const [made] = state.made;
  if (!state.fixtureAccepted && made !== undefined) {
    await tryCreation({ ...scene, slot: made }, state.identity);
  }
  return undefined;
}

const CREDENTIAL_PROBES: readonly Refusal[] = (
  [
    ['bk_app_code', 'absent'],
    ['bk_app_code', 'unknown'],
    ['bk_app_secret', 'absent'],
    ['bk_app_secret', 'wrong'],
    ['identity', 'absent'],
    ['identity', 'wrong'],
  ] as const
).map(([member, fault]) => ({
  changes: [change(member, fault)],
  about: 'credentials',
  requirements: [],
}));

/** Looks what is between the fixture's instances, by the first identity whose lookups can be used. */
async function openLookups(scene: Scene): Promise<void> {
  const { state } = scene;
  const { lookups } = state;
  const usual = state.identity;
  for (const identity of identitiesOf(state)) {
    state.identity = identity;
    lookups.byAssociation = false;
    lookups.unusable = undefined;
    await rememberBefore(scene, [state.fixture]);
    if (lookups.used || lookups.refusals.size === 0) return;
  }
  state.identity = usual;
}

/** True when lookups are refused, by each identity as bad credentials are. */
function isRefusedLikeAWrongSecret({ lookups, credentialRefusals }: State): boolean {
  const refusals = [...lookups.refusals];
  return refusals.length > 0 && refusals.every((refusal) => credentialRefusals.has(refusal));
}

/** The identities that are configured, the one in use first. */
function identitiesOf({ settings, identity }: State): Identity[] {
  const { username, token } = settings.credentials;
  const configured: Identity[] = [];
  if (username !== undefined) configured.push('bk_username');
  if (token !== undefined) configured.push('bk_token');
  return configured.sort((a, b) => Number(b === identity) - Number(a === identity));
}

/** Looks the model association up; false when there is no connection at all. */
async function findAssociation(scene: Scene): Promise<boolean> {
  const { state } = scene;
  const { fixture, credentials } = state.settings;
  const { answer, sent } = await send(
    scene,
    'find_object_association',
    {
      ...commonArguments(credentials, state.identity),
      condition: { bk_obj_asst_id: fixture.association },
    },
    'setup',
  );
  if (answer.kind === 'none' && answer.fault.kind === 'unreachable') {
    state.ended = answer.why;
    return false;
  }
  keepSupport(scene, 'find_object_association', answer, sent);
  const data = answer.kind === 'accepted' ? answer.body['data'] : undefined;
  const rows = Array.isArray(data) ? data.filter((row: JsonValue) => isObject(row)) : [];
  const row = rows.find((found) => found['bk_obj_asst_id'] === fixture.association);
  const mapping = row?.['mapping'];
  if (typeof mapping === 'string') state.mapping = mapping.slice(0, 40);
  else {
    state.notes.push({
      en: `find_object_association does not show ${fixture.association}; its mapping is unknown (check CMDB_OBJ_ASST_ID)`,
      zh: `find_object_association 查不到 ${fixture.association}，映射关系未知（请检查 CMDB_OBJ_ASST_ID）`,
    });
  }
  return true;
}

async function learnUnknownAssociation(scene: Scene): Promise<void> {
  const { state } = scene;
  if (state.ended !== undefined) return;
  const valid = validRequest(state.settings, scene.slot, state.identity);
  const bad = { ...valid, bk_obj_asst_id: `cmdb_conformance_${state.runId}_unknown` };
  const { reply } = await provoke(scene, {
    valid,
    bad,
    differsIn: ['bk_obj_asst_id'],
    experiment: 'unknown association',
    about: 'request',
    requirements: ['request.bk_obj_asst_id.exists'],
  });
  if (reply.answer.kind === 'refused') {
    state.unknownAssociationRefusal = refusalSignature(reply.answer.body, bad);
  }
}

/** Tries the fixture with each identity; false when each is refused like a wrong secret. */
async function open(scene: Scene): Promise<boolean> {
  const { state } = scene;
  const identities = identitiesOf(state);
  let refusedLikeAWrongSecret = 0;
  for (const identity of identities) {
    if (state.ended !== undefined) return true;
    const creation = await tryCreation(scene, identity);
    if (creation.accepted) {
      state.identity = identity;
      state.fixtureAccepted = true;
      return true;
    }
    const { answer } = creation.reply;
    const body = validRequest(state.settings, scene.slot, identity);
    if (answer.kind !== 'refused') return true;
    if (state.credentialRefusals.has(refusalSignature(answer.body, body))) {
      refusedLikeAWrongSecret += 1;
    } else if (state.fixtureRefusal === undefined) {
      state.identity = identity;
      state.fixtureRefusal = saidIn(answer.body);
    }
  }
  return refusedLikeAWrongSecret < identities.length;
}

/** Creates, looks, removes, and looks that it is gone: only then deletions can be relied on. */
async function tryCreation(scene: Scene, identity: Identity): Promise<Creation> {
  const { state, slot } = scene;
  const creation = await create(scene, validRequest(state.settings, slot, identity), 'setup');
  await creation.remove();
  if (!creation.accepted || creation.id === undefined) return creation;
  if (wasThereBefore(scene, creation.id)) return creation;
  const end = state.world.now() + state.settings.lookupWaitMs;
  for (;;) {
    const rows = await sweep(scene, [slot]);
    if (rows?.some((row) => row.id === creation.id) !== true) return creation;
    if (state.world.now() >= end) break;
    await state.world.sleep(100);
  }
  state.ended ??= {
    en: `delete_instance_association does not remove association ${creation.id}; nothing more is created`,
    zh: `delete_instance_association 未能删除关联关系 ${creation.id}，不再继续创建`,
  };
  return creation;
}

/** Makes the first pair, and the others at once where the target is asked several things at once. */
async function makePairs(scene: Scene, atOnce: boolean): Promise<void> {
  const { state } = scene;
  await makePair(scene);
  if (atOnce) {
    await Promise.all(Array.from({ length: PAIRS_MADE - 1 }, () => makePair(scene)));
  } else {
    for (let pair = 1; pair < PAIRS_MADE; pair += 1) await makePair(scene);
  }
  state.made.sort((a, b) => (a.source < b.source ? -1 : 1));
}

async function makePair(scene: Scene): Promise<void> {
  const { state } = scene;
  const { sourceModel, targetModel } = state.settings.fixture;
  if (state.ended !== undefined || state.whyNoneMade !== undefined) return;
  const source = await makeInstance(scene, sourceModel);
  if (source === undefined) return;
  state.instances.push(source);
  const target = await makeInstance(scene, targetModel);
  if (target === undefined) return;
  state.instances.push(target);
  const slot: Slot = { source: source.id, target: target.id, made: true };
  state.made.push(slot);
}
