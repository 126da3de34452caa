import { commonArguments } from '../../target/identity.js';
import { integerOf, isObject, saidIn } from '../../judge/answer.js';
import type { MadeInstance, Scene } from '../state.js';
import { send } from './send.js';
import { keepSupport } from './support.js';

/**
 * Makes an instance of a model.
 *
 * @returns undefined when the target did not make one, with the reason kept as `whyNoneMade`
 */
export async function makeInstance(scene: Scene, model: string): Promise<MadeInstance | undefined> {
  const { state } = scene;
  const creation = state.ledger.nextCreation();
  const name = `cmdb-conformance-${state.runId}-${creation}`;
  const line = { kind: 'instance', of: model, creation, name } as const;
  state.ledger.append({ step: 'about-to-create', ...line });
  const { answer, sent } = await send(
    scene,
    'create_inst',
    {
      ...commonArguments(state.settings.credentials, state.identity),
      bk_obj_id: model,
      bk_inst_name: name,
    },
    'setup',
    { mayRepeat: () => Promise.resolve(false) },
  );
  keepSupport(scene, 'create_inst', answer, sent);
  if (answer.kind !== 'accepted') {
    if (answer.kind === 'refused') state.ledger.append({ step: 'not-created', ...line });
    const said = answer.kind === 'refused' ? saidIn(answer.body) : '';
    state.whyNoneMade ??=
      answer.kind === 'refused'
        ? {
            en: `create_inst does not make instances of ${model}: ${said}`,
            zh: `create_inst 无法创建 ${model} 的实例：${said}`,
          }
        : answer.why;
    return undefined;
  }
  const data = answer.body['data'];
  const id = isObject(data) ? integerOf(data['bk_inst_id']) : undefined;
  if (id === undefined) {
    state.whyNoneMade ??= {
      en: 'the answer of create_inst has no bk_inst_id',
      zh: 'create_inst 的应答中没有 bk_inst_id',
    };
    return undefined;
  }
  state.ledger.append({ step: 'created', ...line, id: id.toString() });
  return { model, id, creation };
}

/** Removes an instance that the suite made; true when the server said so. */
export async function removeInstance(scene: Scene, instance: MadeInstance): Promise<boolean> {
  const { state } = scene;
  const { answer, sent } = await send(
    scene,
    'delete_inst',
    {
      ...commonArguments(state.settings.credentials, state.identity),
      bk_obj_id: instance.model,
      bk_inst_id: instance.id,
    },
    'cleanup',
  );
  keepSupport(scene, 'delete_inst', answer, sent);
  if (answer.kind !== 'accepted') return false;
  const { model, id, creation } = instance;
  state.ledger.append({
    step: 'removed',
    kind: 'instance',
    of: model,
    creation,
    id: id.toString(),
  });
  return true;
}
