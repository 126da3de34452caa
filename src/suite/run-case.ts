import type { Text } from '../text.js';
import type { Case, Need, RefusalCase } from '../cases/case.js';
import { SAMPLE_REFUSALS } from '../cases/envelope.js';
import { create } from './experiment/create.js';
import { observe } from './experiment/observe.js';
import { badRequest } from './experiment/bad-request.js';
import { refuse } from './experiment/refuse.js';
import { notApplicable } from '../record/finding.js';
import { exactIds } from './procedure/exact-ids.js';
import { eightAtOnce, twoCreations } from './procedure/several-creations.js';
import {
  justDeleted,
  neverExisted,
  unknownAssociation,
  wrongModel,
} from './procedure/existence.js';
import { repeated } from './procedure/repeated.js';
import { validRequest } from './request.js';
import { isOver, keep } from './state.js';
import type { Scene, State } from './state.js';
import type { Identity } from '../target/identity.js';

/**
 * Runs one case. Its findings are kept in the state.
 *
 * @returns what was observed, for a case without a verdict
 */
export async function runCase(scene: Scene, entry: Case): Promise<Text | undefined> {
  const { state } = scene;
  const lacking = entry.needs === undefined ? undefined : lacks(state, entry.needs);
  if (lacking !== undefined) {
    keep(scene, notApplicable(entry.requirements, entry.title, lacking));
    return undefined;
  }
  switch (entry.kind) {
    case 'refusal':
      await refuse([{ scene, request: badRequest(scene, entry) }]);
      return undefined;
    case 'round':
      await refuse(
        entry.refusals.map((refusal) => ({ scene, request: badRequest(scene, refusal) })),
        entry.thorough ? 'thorough' : 'novel',
      );
      await acceptAnotherWay(scene, entry.category);
      return undefined;
    case 'acceptance':
      await accept(scene, entry.identity);
      return undefined;
    case 'observation':
      return observe(scene, entry);
    case 'envelope':
      await sampleAnswers(scene);
      return undefined;
    case 'procedure':
      return runProcedure(scene, entry.procedure);
  }
}

/** Runs several negative cases of one and the same valid request, which is sent once as their twin. */
export async function runRefusals(
  scenes: readonly { readonly scene: Scene; readonly entry: RefusalCase }[],
): Promise<void> {
  const able = scenes.filter(({ scene, entry }) => {
    const lacking = entry.needs === undefined ? undefined : lacks(scene.state, entry.needs);
    if (lacking === undefined) return true;
    keep(scene, notApplicable(entry.requirements, entry.title, lacking));
    return false;
  });
  await refuse(able.map(({ scene, entry }) => ({ scene, request: badRequest(scene, entry) })));
}

function lacks({ settings }: State, need: Need): Text | undefined {
  const { username, token, other } = settings.credentials;
  const has = {
    BK_USERNAME: username !== undefined,
    BK_TOKEN: token !== undefined,
    'BK_USERNAME and BK_TOKEN': username !== undefined && token !== undefined,
    CMDB_OTHER_APP_CODE: other !== undefined,
  }[need];
  return has
    ? undefined
    : { en: `not configured: set ${need} to judge it`, zh: `未配置：设置 ${need} 后才能判断` };
}

async function accept(scene: Scene, wanted: Identity): Promise<void> {
  const { state } = scene;
  const { username, token } = state.settings.credentials;
  const possible = username !== undefined && token !== undefined;
  const identity = wanted === 'both' && !possible ? state.identity : wanted;
  const body = validRequest(state.settings, scene.slot, identity);
  const creation = await create(scene, body, 'request');
  await creation.remove();
}

/** The other identity than the twin of a round carries, or both: a valid one may be refused at times. */
async function acceptAnotherWay(scene: Scene, category: Case['category']): Promise<void> {
  const { state } = scene;
  const { username, token } = state.settings.credentials;
  if (isOver(state) || username === undefined || token === undefined) return;
  if (category === 'missing-field') await accept(scene, 'both');
  else if (category === 'bad-auth') {
    await accept(scene, state.identity === 'bk_username' ? 'bk_token' : 'bk_username');
  }
}

/** One success, one refusal about the request and one about the credentials, to judge by. */
async function sampleAnswers(scene: Scene): Promise<void> {
  const { state } = scene;
  if (state.sampled) return;
  state.sampled = true;
  for (const refusal of SAMPLE_REFUSALS) {
    if (state.ended === undefined) {
      await refuse([{ scene, request: badRequest(scene, refusal) }]);
    }
  }
}

async function runProcedure(
  scene: Scene,
  procedure: Extract<Case, { kind: 'procedure' }>['procedure'],
): Promise<Text | undefined> {
  switch (procedure) {
    case 'exact-ids':
      await exactIds(scene);
      break;
    case 'two-creations':
      await twoCreations(scene);
      break;
    case 'eight-at-once':
      await eightAtOnce(scene);
      break;
    case 'unknown-association':
      await unknownAssociation(scene);
      break;
    case 'source-never-existed':
      await neverExisted(scene, 'bk_inst_id');
      break;
    case 'target-never-existed':
      await neverExisted(scene, 'bk_asst_inst_id');
      break;
    case 'source-deleted':
      await justDeleted(scene, 'bk_inst_id');
      break;
    case 'target-deleted':
      await justDeleted(scene, 'bk_asst_inst_id');
      break;
    case 'swapped':
      await wrongModel(scene, 'swapped');
      break;
    case 'source-of-other-model':
      await wrongModel(scene, 'source');
      break;
    case 'target-of-other-model':
      await wrongModel(scene, 'target');
      break;
    case 'repeated':
      return repeated(scene);
  }
  return undefined;
}
