import { integerOf } from '../../json/int64.js';
import { isObject } from '../../json/json-value.js';
import type { JsonObject } from '../../json/json-value.js';
import type { Answer } from '../../judge/answer.js';
import type { Needed } from '../effect.js';
import { freeId } from '../free-id.js';
import type { Means } from '../means.js';
import { liesOn } from '../slot.js';
import { deleteInstance } from './instances.js';
import type { Lookups } from './lookups.js';
import { ASSOCIATION, SOURCE } from './members.js';

/** The name of an association, or of a model, that there is not. */
export function unknownName(runId: string): string {
  return `cmdb_conformance_${runId}_unknown`;
}

/** Whether lookups show no association of that name, and none of a model of that name. */
export async function showsUnknown(means: Means): Promise<boolean> {
  const answer = await lookUnknown(means);
  if (answer.kind !== 'accepted') return false;
  const { data } = answer.body;
  return data === null || (Array.isArray(data) && data.length === 0);
}

/**
 * The endpoints that the suite uses to look, to remove, and to make instances of its own.
 *
 * @param removal - the one that removes associations
 * @param account - the supplier account, which one generation of the ESB requires
 */
export function neededBeside(
  lookups: Lookups,
  removal: string,
  account: string,
): readonly Needed[] {
  return [
    { endpoint: 'find_object_association', writes: false, isRequired: false, ask: lookUnknown },
    {
      endpoint: 'find_instance_association',
      writes: false,
      isRequired: true,
      ask: (means) =>
        means.send(
          'find_instance_association',
          {
            bk_obj_id: unknownName(means.runId),
            condition: { [ASSOCIATION]: unknownName(means.runId) },
          },
          'lookup',
        ),
    },
    {
      endpoint: removal,
      writes: true,
      isRequired: true,
      ask: async (means) => {
        const { id } = await freeId(async (one) =>
          (await lookups.look(means, { id: one })).rows?.some((row) => row.id === one),
        );
        if (id === undefined) return undefined;
        return means.send(removal, { bk_obj_id: unknownName(means.runId), id }, 'cleanup');
      },
    },
    {
      endpoint: 'search_object_attribute',
      writes: false,
      isRequired: false,
      ask: (means) =>
        means.send('search_object_attribute', { bk_obj_id: unknownName(means.runId) }, 'lookup'),
    },
    { endpoint: 'search_inst', writes: false, isRequired: false, ask: searchUnknown },
    {
      endpoint: 'create_inst',
      writes: true,
      isRequired: false,
      ask: (means) => makeOfUnknown(means, account),
    },
    {
      endpoint: 'delete_inst',
      writes: true,
      isRequired: false,
      ask: async (means) => {
        const { id } = await freeId(async (one) =>
          (await lookups.look(means, { [SOURCE]: one })).rows?.some(({ holds }) =>
            liesOn(holds, new Set([one])),
          ),
        );
        return id === undefined ? undefined : removeOfUnknown(means, id, account);
      },
    },
  ];
}

function lookUnknown(means: Means): Promise<Answer> {
  const name = unknownName(means.runId);
  const condition: JsonObject = { [ASSOCIATION]: name, bk_obj_id: name };
  return means.send('find_object_association', { condition }, 'lookup');
}

function searchUnknown(means: Means): Promise<Answer> {
  const model = unknownName(means.runId);
  const named = { field: 'bk_inst_name', operator: '$eq', value: model };
  const page = { start: 0n, limit: 1n };
  return means.send(
    'search_inst',
    { bk_obj_id: model, condition: { [model]: [named] }, page },
    'lookup',
  );
}

async function makeOfUnknown(means: Means, account: string): Promise<Answer> {
  const model = unknownName(means.runId);
  const { entry, name } = means.enterNamed({ kind: 'instance', of: model });
  const members = { bk_obj_id: model, bk_supplier_account: account, bk_inst_name: name };
  const answer = await means.send('create_inst', members, 'setup', false);
  const data = answer.kind === 'accepted' ? answer.body['data'] : undefined;
  const id = isObject(data) ? integerOf(data['bk_inst_id']) : undefined;
  if (id === undefined) {
    if (answer.kind !== 'none') entry.notCreated();
    return answer;
  }
  entry.created(id);
  if ((await removeOfUnknown(means, id, account)).kind === 'accepted') entry.removed();
  return answer;
}

function removeOfUnknown(means: Means, id: bigint, account: string): Promise<Answer> {
  return deleteInstance(means, unknownName(means.runId), id, account);
}
