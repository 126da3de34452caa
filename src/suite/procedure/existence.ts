import type { Text } from '../../text.js';
import type { JsonObject } from '../../json/json-value.js';
import { makeInstance, removeInstance } from '../experiment/instances.js';
import { look } from '../experiment/look.js';
import { refuse } from '../experiment/refuse.js';
import type { BadRequest } from '../experiment/bad-request.js';
import { NEVER_GIVEN } from '../../cases/faults.js';
import { notApplicable } from '../../record/finding.js';
import { refusalSignature } from '../../judge/signature.js';
import { validRequest } from '../request.js';
import { keep } from '../state.js';
import type { Scene, Slot } from '../state.js';

const STRIDE = 1_000_003n;
const ATTEMPTS = 5;

type Side = 'bk_inst_id' | 'bk_asst_inst_id';

async function refuseWith(
  scene: Scene,
  requirement: string,
  experiment: Text,
  difference: JsonObject,
): Promise<void> {
  const valid = validRequest(scene.state.settings, scene.slot, scene.state.identity);
  const bad = { ...valid, ...difference };
  const [reply] = await refuse([
    {
      scene,
      request: {
        valid,
        bad,
        differsIn: Object.keys(difference),
        requirements: [requirement],
        experiment,
        about: 'request',
      },
    },
  ]);
  if (requirement === 'request.bk_obj_asst_id.exists' && reply?.answer.kind === 'refused') {
    scene.state.unknownAssociationRefusal ??= refusalSignature(reply.answer.body, bad);
  }
}

/** An association that never existed: no model association has that id. */
export function unknownAssociation(scene: Scene): Promise<void> {
  return refuseWith(
    scene,
    'request.bk_obj_asst_id.exists',
    { en: 'association never existed', zh: '关联关系从未存在' },
    {
      bk_obj_asst_id: `cmdb_conformance_${scene.state.runId}_never`,
    },
  );
}

/** An instance that never existed, on one side; lookups show first that its id is free. */
export async function neverExisted(scene: Scene, side: Side): Promise<void> {
  let id = NEVER_GIVEN;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const rows = await look(scene, { [side]: id });
    if (rows === undefined || rows.length === 0) break;
    id += STRIDE;
  }
  await refuseWith(
    scene,
    `request.${side}.exists`,
    { en: `${side} never existed`, zh: `${side} 从未存在` },
    { [side]: id },
  );
}

/** An instance that was just deleted, on one side. */
export async function justDeleted(scene: Scene, side: Side): Promise<void> {
  const { state } = scene;
  const { sourceModel, targetModel } = state.settings.fixture;
  const experiment: Text = { en: `${side} just deleted`, zh: `${side} 刚被删除` };
  const instance = await makeInstance(scene, side === 'bk_inst_id' ? sourceModel : targetModel);
  const removed = instance !== undefined && (await removeInstance(scene, instance));
  if (instance === undefined || !removed) {
    if (instance !== undefined) state.instances.push(instance);
    const why = state.whyNoneMade ?? { en: 'delete_inst failed', zh: 'delete_inst 失败' };
    keep(
      scene,
      notApplicable([`request.${side}.exists`], experiment, {
        en: `it takes an instance that the suite makes and deletes: ${why.en}`,
        zh: `需要由套件创建并删除一个实例：${why.zh}`,
      }),
    );
    return;
  }
  await refuseWith(scene, `request.${side}.exists`, experiment, {
    [side]: instance.id,
  });
}

const WRONG_MODEL = {
  swapped: { en: 'source and target swapped', zh: '源与目标互换' },
  source: { en: 'source of the wrong model', zh: '源实例属于其他模型' },
  target: { en: 'target of the wrong model', zh: '目标实例属于其他模型' },
} as const satisfies Readonly<Record<string, Text>>;

const SIDE = { source: 'bk_inst_id', target: 'bk_asst_inst_id' } as const;

/** Instances of the wrong model: source and target swapped, or one side of the other's model. */
export async function wrongModel(scene: Scene, which: keyof typeof WRONG_MODEL): Promise<void> {
  const requirements =
    which === 'swapped'
      ? ['request.bk_inst_id.model', 'request.bk_asst_inst_id.model']
      : [`request.${SIDE[which]}.model`];
  const slot = pairOfOneModelEach(scene);
  if (slot === undefined) {
    keep(
      scene,
      notApplicable(requirements, WRONG_MODEL[which], {
        en: 'it takes two models, and instances of which lookups and ids show that they are of one model only',
        zh: '需要两个不同的模型，并且能确认实例 id 只属于其中一个模型',
      }),
    );
    return;
  }
  const valid = validRequest(scene.state.settings, slot, scene.state.identity);
  const difference = {
    ...(which === 'target' ? {} : { bk_inst_id: slot.target }),
    ...(which === 'source' ? {} : { bk_asst_inst_id: slot.source }),
  };
  const bad = { ...valid, ...difference };
  const differsIn = Object.keys(difference);
  const request: BadRequest = {
    valid,
    bad,
    differsIn,
    requirements,
    experiment: WRONG_MODEL[which],
    about: 'request',
  };
  await refuse([{ scene: { ...scene, slot }, request }]);
}

/**
 * A pair whose ids are of one model only. Ids of a model grow, so an id that lies above all ids
 * that the other model had given before, and is none of those it gave later, is not the other's.
 */
function pairOfOneModelEach(scene: Scene): Slot | undefined {
  const { state } = scene;
  const { sourceModel, targetModel } = state.settings.fixture;
  if (sourceModel === targetModel) return undefined;
  return state.made.find((slot, at) => {
    const before = state.made[at - 1];
    return before !== undefined && before.target < slot.source && slot.source < slot.target;
  });
}
