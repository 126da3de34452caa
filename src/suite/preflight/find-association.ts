import { commonArguments } from '../../target/identity.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import { send } from '../experiment/send.js';
import { keepSupport } from '../experiment/support.js';
import { quote } from '../../judge/quote.js';
import { isObject } from '../../judge/answer.js';
import type { Scene } from '../state.js';

/** Looks the model association up; false when there is no connection at all. */
export async function findAssociation(scene: Scene): Promise<boolean> {
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
  if (answer.kind === 'none' && answer.fault?.kind === 'unreachable') {
    state.ended = answer.why;
    return false;
  }
  keepSupport(scene, 'find_object_association', answer, sent);
  const data = answer.kind === 'accepted' ? answer.body['data'] : undefined;
  const rows = Array.isArray(data) ? data.filter((row: JsonValue) => isObject(row)) : [];
  const row = rows.find((found) => found['bk_obj_asst_id'] === fixture.association);
  state.associationMissing = Array.isArray(data) && row === undefined;
  noteOtherModels(scene, row);
  const mapping = row?.['mapping'];
  if (typeof mapping === 'string') state.mapping = quote(mapping, 40);
  else {
    state.notes.push({
      en: `find_object_association does not show ${fixture.association}; its mapping is unknown (check CMDB_OBJ_ASST_ID)`,
      zh: `find_object_association 查不到 ${fixture.association}，映射关系未知（请检查 CMDB_OBJ_ASST_ID）`,
    });
  }
  return true;
}

/** Lookups by the wrong model may be blind: that is found out with the first creation. */
function noteOtherModels({ state }: Scene, row: JsonObject | undefined): void {
  const { association, sourceModel, targetModel } = state.settings.fixture;
  const wrong = (
    [
      ['CMDB_OBJ_ID', sourceModel, row?.['bk_obj_id']],
      ['CMDB_ASST_OBJ_ID', targetModel, row?.['bk_asst_obj_id']],
    ] as const
  ).flatMap(([variable, set, shown]) =>
    typeof shown === 'string' && shown !== set ? [{ variable, set, shown: quote(shown) }] : [],
  );
  if (wrong.length === 0) return;
  const en = wrong.map((one) => `${one.variable} is ${one.set}, but should be ${one.shown}`);
  const zh = wrong.map((one) => `${one.variable} 为 ${one.set}，应为 ${one.shown}`);
  state.otherModels = {
    en: `the target shows other models for ${association}: ${en.join('; ')}`,
    zh: `目标中 ${association} 的模型与配置不符：${zh.join('；')}`,
  };
  state.notes.push(state.otherModels);
}
