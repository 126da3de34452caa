import { checkId, checkText } from '../association-members.js';
import type { Call } from '../call.js';
import { CMDB_PARAMETER, isRefusal, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** Makes an instance. Its name is unique in its model; inner models have calls of their own. */
export function createInst(call: Call): Readonly<Record<string, unknown>> | Refusal {
  const { world, behaviour } = call.site;
  const model = checkModel(call);
  if (isRefusal(model)) return model;
  const name = checkText(call.members, 'bk_inst_name', 'bk_inst_name');
  if (isRefusal(name)) return name;
  for (const taken of model.instances.values()) {
    if (taken === name) {
      return refuse(
        'state',
        1199014,
        'duplicated instances exist, fields [bk_inst_name] duplicated',
      ).naming(name);
    }
  }
  const id = behaviour.nextInstanceId(world);
  model.instances.set(id, name);
  return { bk_inst_id: id, bk_obj_id: model.name, bk_inst_name: name, bk_supplier_account: '0' };
}

/** Removes an instance, unless it is associated; an unknown id is a success to CMDB. */
export function deleteInst(call: Call): null | Refusal {
  const { world } = call.site;
  const model = checkModel(call);
  if (isRefusal(model)) return model;
  const id = checkId(call.members, 'bk_inst_id');
  if (isRefusal(id)) return id;
  for (const row of world.rows.values()) {
    const isSource = row.bk_obj_id === model.name && row.bk_inst_id === id;
    const isTarget = row.bk_asst_obj_id === model.name && row.bk_asst_inst_id === id;
    if (isSource || isTarget) {
      return refuse('state', 1101075, 'There is an association under the instance').naming(
        String(id),
      );
    }
  }
  model.instances.delete(id);
  return null;
}

interface Model {
  readonly name: string;
  readonly instances: Map<bigint, string>;
}

function checkModel({ members, site: { world } }: Call): Model | Refusal {
  const name = checkText(members, 'bk_obj_id', 'bk_obj_id');
  if (isRefusal(name)) return name;
  if (world.innerModels.has(name)) {
    return refuse(
      'state',
      1199084,
      'forbidden to operate inner model instance with the common instance api',
    );
  }
  const instances = world.instances.get(name);
  return instances === undefined
    ? refuse(
        'state',
        CMDB_PARAMETER.illegal,
        `parameter bk_obj_id is illegal, no model ${name}`,
      ).naming('bk_obj_id')
    : { name, instances };
}
