import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADD, idOf, SOURCE, startSubject, TARGET, toMembers } from './client.js';
import type { Members, Subject } from './client.js';

let cmdb: Subject;
beforeEach(async () => {
  cmdb = await startSubject();
});
afterEach(() => cmdb.close());

const find = (bk_obj_id: unknown, condition?: Members): Promise<Members> =>
  cmdb.call('find_instance_association', { bk_obj_id, condition });

const idsIn = (answer: Members): unknown[] =>
  Array.isArray(answer['data']) ? answer['data'].map((row) => toMembers(row)['id']) : [];

describe('find_instance_association', () => {
  it.each<[string, string, Members | undefined, bigint[]]>([
    ['by nothing', 'host', undefined, [1015n, 1019n]],
    ['by association', 'bk_switch', { bk_obj_asst_id: 'bk_switch_connect_host' }, [1015n]],
    ['from the other side', 'bk_router', { bk_asst_inst_id: 201n }, [1003n, 1007n]],
    ['by several ids', 'bk_switch', { id: { $in: [1003n, 1015n, 5n] } }, [1003n, 1015n]],
    [
      'by kind and model',
      'bk_switch',
      { bk_asst_id: 'group', bk_asst_obj_id: 'bk_router' },
      [1008n, 1031n, 1033n],
    ],
    ['for a model without any', 'bk_x', undefined, []],
    ['by a rounded id', 'bk_switch', { bk_inst_id: 101.5 }, []],
    ['by a member that rows do not have', 'bk_switch', { constructor: 'x' }, []],
  ])('finds %s', async (_, model, condition, ids) => {
    expect(idsIn(await find(model, condition))).toEqual(ids);
  });

  it('refuses a missing model and an unknown operator', async () => {
    expect(await find(undefined)).toMatchObject({ code: 1199010n, data: null });
    expect(await find('bk_switch', { id: { $gt: 1n } })).toMatchObject({ code: 1199006n });
    expect(
      await cmdb.call('find_instance_association', { bk_obj_id: 'x', condition: 'y' }),
    ).toMatchObject({ result: false, code: 1199006n });
  });
});

describe('find_object_association', () => {
  it('finds by id and by models', async () => {
    const one = await cmdb.call('find_object_association', {
      condition: { bk_obj_asst_id: 'bk_switch_default_bk_router' },
    });
    expect(one['data']).toMatchObject([
      {
        bk_obj_id: 'bk_switch',
        bk_asst_obj_id: 'bk_router',
        bk_asst_id: 'default',
        mapping: 'n:n',
      },
    ]);
    const two = await cmdb.call('find_object_association', {
      condition: { bk_obj_id: 'bk_switch', bk_asst_obj_id: 'bk_router' },
    });
    expect(two['data']).toHaveLength(2);
  });

  it.each([[undefined], [{}]])('refuses the condition %o', async (condition) => {
    const answer = await cmdb.call('find_object_association', { condition });
    expect(answer).toMatchObject({ result: false, code: 1199011n, data: null });
  });
});

describe('instances', () => {
  it('are made, associated, kept while associated, and removed', async () => {
    const before = cmdb.snapshot();
    const made = await cmdb.call('create_inst', { bk_obj_id: 'bk_switch', bk_inst_name: 'sw-1' });
    const { bk_inst_id } = toMembers(made['data']);
    expect(made['data']).toMatchObject({ bk_obj_id: 'bk_switch', bk_inst_name: 'sw-1' });
    expect(bk_inst_id).toBeLessThan(2n ** 53n);
    const { body } = await cmdb.send(ADD, { ...cmdb.valid, bk_inst_id });
    const drop = { bk_obj_id: 'bk_switch', bk_inst_id };
    expect(await cmdb.call('delete_inst', drop)).toMatchObject({ result: false, code: 1101075n });
    await cmdb.call('delete_instance_association', { bk_obj_id: 'bk_router', id: idOf(body) });
    expect(await cmdb.call('delete_inst', drop)).toMatchObject({ result: true, data: null });
    expect(await cmdb.call('delete_inst', drop)).toMatchObject({ result: true, data: null });
    expect(cmdb.snapshot()).toBe(before);
  });

  it('have unique names, known models that are not inner ones', async () => {
    const create = (bk_obj_id: string, bk_inst_name?: string): Promise<Members> =>
      cmdb.call('create_inst', { bk_obj_id, bk_inst_name });
    expect(await create('bk_switch', 'switch-a1')).toMatchObject({ code: 1199014n });
    expect(await create('bk_router', 'switch-a1')).toMatchObject({ result: true });
    expect(await create('host', 'x')).toMatchObject({ code: 1199084n });
    expect(await create('bk_x', 'x')).toMatchObject({ code: 1199011n });
    expect(await create('bk_switch')).toMatchObject({ code: 1199010n });
    expect(await cmdb.call('delete_inst', { bk_obj_id: 'bk_switch' })).toMatchObject({
      code: 1199010n,
    });
  });
});

describe('a model that requires attributes', () => {
  const right = { bk_asset_id: 'LB-1', port_count: 8n, bk_status: '2' };
  const create = (members: Members): Promise<Members> =>
    cmdb.call('create_inst', { bk_obj_id: 'bk_load_balance', bk_inst_name: 'lb-1', ...members });

  it('shows them, and of every model the name', async () => {
    const attributes = async (bk_obj_id?: string): Promise<Members> =>
      cmdb.call('search_object_attribute', { bk_obj_id });
    const shown = (answer: Members): unknown =>
      Array.isArray(answer['data'])
        ? answer['data'].map((row) => {
            const { bk_property_id, bk_property_type, isrequired } = toMembers(row);
            return [bk_property_id, bk_property_type, isrequired];
          })
        : undefined;
    const name = ['bk_inst_name', 'singlechar', true];
    expect(shown(await attributes('bk_switch'))).toEqual([name]);
    expect(shown(await attributes('bk_load_balance'))).toEqual([
      name,
      ['bk_asset_id', 'singlechar', true],
      ['port_count', 'int', true],
      ['bk_status', 'enum', true],
    ]);
    expect(shown(await attributes('bk_x'))).toEqual([]);
    expect(await attributes()).toMatchObject({ code: 1199010n });
  });

  it('refuses an instance that lacks one, or has a wrong or a taken value', async () => {
    const before = cmdb.snapshot();
    for (const id of Object.keys(right)) {
      const answer = await create({ ...right, [id]: undefined });
      expect(answer).toMatchObject({ code: 1199010n, message: `'${id}' unassigned` });
    }
    for (const wrong of [{ bk_asset_id: 1n }, { port_count: 513n }, { bk_status: '3' }]) {
      expect(await create({ ...right, ...wrong })).toMatchObject({ code: 1199007n });
    }
    expect(await create({ ...right, bk_asset_id: 'LB-0501' })).toMatchObject({ code: 1199014n });
    expect(cmdb.snapshot()).toBe(before);
  });

  it('frees a value that was taken with the instance', async () => {
    for (let round = 0; round < 2; round += 1) {
      const made = await create(right);
      expect(made['data']).toMatchObject(right);
      const { bk_inst_id } = toMembers(made['data']);
      await cmdb.call('delete_inst', { bk_obj_id: 'bk_load_balance', bk_inst_id });
    }
  });
});

describe('delete_instance_association', () => {
  it('needs both members, and succeeds where there is nothing to remove', async () => {
    const before = cmdb.snapshot();
    const remove = (members: Members): Promise<Members> =>
      cmdb.call('delete_instance_association', members);
    expect(await remove({ id: 1003n })).toMatchObject({ code: 1306406n });
    expect(await remove({ bk_obj_id: 'bk_switch' })).toMatchObject({ code: 1306406n });
    expect(await remove({ bk_obj_id: 'bk_switch', id: 'x' })).toMatchObject({ code: 1199006n });
    expect(await remove({ bk_obj_id: 'bk_switch', id: 5n })).toMatchObject({
      result: true,
      data: null,
    });
    expect(await remove({ bk_obj_id: 'host', id: 1003n })).toMatchObject({ result: true });
    expect(cmdb.snapshot()).toBe(before);
    expect(await remove({ bk_obj_id: 'bk_router', id: 1003n })).toMatchObject({ result: true });
    expect(cmdb.snapshot()).not.toBe(before);
  });
});

describe('the store', () => {
  it('starts the same each time, with no instance id in two models', async () => {
    const other = await startSubject();
    expect(other.snapshot()).toBe(cmdb.snapshot());
    await other.close();
    const ids = [...cmdb.snapshot().matchAll(/^instance \S+ (\d+)/gm)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([String(SOURCE), String(TARGET)]));
  });

  it('gives eight ids to eight at once', async () => {
    const pairs = [101n, 102n, SOURCE, 9007199254740995n].flatMap((source) =>
      [202n, TARGET].map((target) => ({ bk_inst_id: source, bk_asst_inst_id: target })),
    );
    const answers = await Promise.all(
      pairs.map((pair) => cmdb.send(ADD, { ...cmdb.valid, ...pair })),
    );
    expect(new Set(answers.map(({ body }) => idOf(body))).size).toBe(8);
  });

  it('ends at once, also with a connection open', async () => {
    const { baseUrl, close } = await startSubject();
    await fetch(baseUrl);
    await close();
    await expect(fetch(baseUrl)).rejects.toThrow();
  });
});
