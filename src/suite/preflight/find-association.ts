import { commonArguments } from '../../target/identity.js';
import type { JsonValue } from '../../wire/json-value.js';
import { send } from '../experiment/send.js';
import { keepSupport } from '../experiment/support.js';
import { isObject } from '../judge/answer.js';
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
