import type { Text } from '../contract/text.js';
import type { Case, Need } from './case.js';
import { SAMPLE_REFUSALS } from './cases/envelope.js';
import { create } from './experiment/create.js';
import { observe } from './experiment/observe.js';
import { badRequest, refuse } from './experiment/refuse.js';
import { notApplicable } from './judge/finding.js';
import type { Finding } from './judge/finding.js';
import { eightAtOnce, exactIds, twoCreations } from './procedure/ids.js';
import {
  justDeleted,
  neverExisted,
  unknownAssociation,
  wrongModel,
} from './procedure/existence.js';
import { repeated } from './procedure/repeated.js';
import { validRequest } from './request.js';
import { keep } from './state.js';
import type { Scene, State } from './state.js';
import { isKnownToExist } from './preflight.js';

/**
 * Runs one case. Its findings are kept in the state.
 *
 * @returns what was observed, for a case without a verdict
 */
export async function runCase(scene: Scene, entry: Case): Promise<Text | undefined> {
  const { state } = scene;
  const lacking = entry.needs === undefined ? undefined : lacks(state, entry.needs);
  if (lacking !== undefined) {
    keep(scene, notApplicable(entry.requirements, entry.id, lacking));
    return undefined;
  }
  switch (entry.kind) {
    case 'refusal':
      await refuse(scene, [badRequest(scene, entry)]);
      return undefined;
    case 'round':
      await refuse(
        scene,
        entry.refusals.map((refusal) => badRequest(scene, refusal)),
      );
      await acceptEachIdentity(scene);
      return undefined;
    case 'acceptance':
      await accept(scene, entry);
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

async function accept(scene: Scene, entry: Extract<Case, { kind: 'acceptance' }>): Promise<void> {
  const { state } = scene;
  const { username, token } = state.settings.credentials;
  const possible = username !== undefined && token !== undefined;
  const identity = entry.identity === 'both' && !possible ? state.identity : entry.identity;
  const creation = await create(
    scene,
    validRequest(state.settings, scene.slot, identity),
    'request',
    { experiment: `accepted by ${identity}`, judged: true, success: true },
  );
  await creation.remove();
  const { answer, sent } = creation.reply;
  const own = entry.requirements.filter((requirement) => !JUDGED_BY_CREATION.has(requirement));
  keep(scene, await acceptance(scene, creation.accepted, answer, sent.exchange.n, own, identity));
}

/** What {@link create} itself judges. */
const JUDGED_BY_CREATION = new Set(['effect.created', 'response.data.id.identity']);

async function acceptance(
  scene: Scene,
  accepted: boolean,
  answer: Awaited<ReturnType<typeof create>>['reply']['answer'],
  n: number,
  requirements: readonly string[],
  identity: string,
): Promise<Finding[]> {
  const make = (status: Finding['status'], reason?: Text): Finding[] =>
    requirements.map((requirement) => ({
      requirement,
      status,
      experiment: `accepted by ${identity}`,
      evidence: [n],
      ...(reason === undefined ? {} : { reason }),
    }));
  if (accepted) return make('passed');
  if (answer.kind === 'none') return make('inconclusive', answer.why);
  if (answer.kind === 'broken' || answer.kind === 'malformed') return make('failed', answer.why);
  const said = answer.kind === 'refused' ? String(answer.body['message']).slice(0, 200) : '';
  const { state, slot } = scene;
  const trusted =
    slot.made || state.fixtureAccepted || state.settings.embedded || (await isKnownToExist(scene));
  return trusted
    ? make('failed', { en: `a valid request is refused: ${said}`, zh: `合法请求被拒绝：${said}` })
    : make('inconclusive', {
        en: `the fixture may be wrong; check CMDB_OBJ_ASST_ID, CMDB_INST_ID and CMDB_ASST_INST_ID. The target says: ${said}`,
        zh: `测试数据可能有误，请检查 CMDB_OBJ_ASST_ID、CMDB_INST_ID 与 CMDB_ASST_INST_ID。目标返回：${said}`,
      });
}

async function acceptEachIdentity(scene: Scene): Promise<void> {
  const { username, token } = scene.state.settings.credentials;
  const each = [
    ...(username === undefined ? [] : [['bk_username', 'auth.bk_username.accepted'] as const]),
    ...(token === undefined ? [] : [['bk_token', 'auth.bk_token.accepted'] as const]),
  ];
  for (const [identity, requirement] of each) {
    const { state } = scene;
    if (state.ended !== undefined) return;
    const creation = await create(
      scene,
      validRequest(state.settings, scene.slot, identity),
      'request',
      { experiment: `accepted by ${identity}`, judged: true, success: true },
    );
    await creation.remove();
    const { answer, sent } = creation.reply;
    const { accepted } = creation;
    keep(
      scene,
      await acceptance(scene, accepted, answer, sent.exchange.n, [requirement], identity),
    );
  }
}

/** One success, one refusal about the request and one about the credentials, to judge by. */
async function sampleAnswers(scene: Scene): Promise<void> {
  const { state } = scene;
  if (state.sampled) return;
  state.sampled = true;
  for (const refusal of SAMPLE_REFUSALS) {
    if (state.ended === undefined) await refuse(scene, [badRequest(scene, refusal)]);
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
