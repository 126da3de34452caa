import type { Text } from '../../text.js';
import type { JsonObject } from '../../json/json-value.js';
import { look } from '../experiment/look.js';
import type { FoundRow } from '../experiment/look.js';
import type { Scene } from '../state.js';

/**
 * Why the fixture's pair can't be associated as things are on the target: it is associated already,
 * or an association that is there leaves no room for another by the mapping.
 *
 * @returns undefined where lookups show nothing that stands in the way
 */
export async function whyFixtureIsTaken(scene: Scene): Promise<Text | undefined> {
  const { source, target } = scene.state.fixture;
  const { mapping } = scene.state;
  const between = await under(scene, { bk_inst_id: source, bk_asst_inst_id: target });
  const [same] = between.filter((row) => row.source === source && row.target === target);
  if (same !== undefined) {
    return {
      en: `CMDB_INST_ID ${source} and CMDB_ASST_INST_ID ${target} are associated already (association ${same.id}); remove it, or choose two instances that are not`,
      zh: `CMDB_INST_ID ${source} 与 CMDB_ASST_INST_ID ${target} 已经关联（关联关系 ${same.id}），请先删除该关联，或换用尚未关联的两个实例`,
    };
  }
  const ofTarget =
    mapping === '1:1' || mapping === '1:n'
      ? (await under(scene, { bk_asst_inst_id: target })).find((row) => row.target === target)
      : undefined;
  if (ofTarget !== undefined) return noRoom('CMDB_ASST_INST_ID', target, ofTarget, mapping);
  const ofSource =
    mapping === '1:1'
      ? (await under(scene, { bk_inst_id: source })).find((row) => row.source === source)
      : undefined;
  return ofSource === undefined ? undefined : noRoom('CMDB_INST_ID', source, ofSource, mapping);
}

/** Rows under the fixture's association that meet a condition; none where lookups can't be used. */
async function under(scene: Scene, condition: JsonObject): Promise<FoundRow[]> {
  const { association } = scene.state.settings.fixture;
  const rows = await look(scene, { ...condition, bk_obj_asst_id: association });
  return (rows ?? []).filter((row) => row.association === association);
}

function noRoom(variable: string, id: bigint, row: FoundRow, mapping: string | undefined): Text {
  return {
    en: `${variable} ${id} is in an association already (${row.id}), and the mapping ${mapping ?? ''} leaves no room for another; choose an instance that is in none`,
    zh: `${variable} ${id} 已在关联关系 ${row.id} 中，映射 ${mapping ?? ''} 不允许再关联，请换用尚未关联的实例`,
  };
}
