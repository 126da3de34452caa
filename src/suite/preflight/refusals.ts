import type { Refusal } from '../../cases/case.js';
import { change } from '../../cases/faults.js';
import { badRequest } from '../experiment/bad-request.js';
import { provoke } from '../experiment/refuse.js';
import { refusalSignature } from '../../judge/signature.js';
import { validRequest } from '../request.js';
import type { Scene } from '../state.js';

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

/** Learns how the target refuses bad credentials of any kind, and an association that there is not. */
export async function learnRefusals(scene: Scene): Promise<void> {
  for (const refusal of CREDENTIAL_PROBES) {
    if (scene.state.ended === undefined) await provoke(scene, badRequest(scene, refusal));
  }
  await learnUnknownAssociation(scene);
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
    experiment: { en: 'unknown association', zh: '关联关系不存在' },
    about: 'request',
    requirements: ['request.bk_obj_asst_id.exists'],
  });
  if (reply.answer.kind === 'refused') {
    state.unknownAssociationRefusal = refusalSignature(reply.answer.body, bad);
  }
}
