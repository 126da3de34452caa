import { describe, expect, it } from 'vitest';
import { openAttributes } from '../../../src/effects/associations/attributes.js';
import { makeInstance } from '../../../src/effects/associations/instances.js';
import type { JsonValue } from '../../../src/json/json-value.js';
import type { Answer } from '../../../src/judge/answer.js';
import { accepted, fakeMeans, REFUSED } from './a-fixture.js';

const required = (id: JsonValue, type: JsonValue = 'singlechar', more: object = {}) => ({
  bk_property_id: id,
  bk_property_type: type,
  isrequired: true,
  ...more,
});

/** What a model requires by an answer. */
async function requiredBy(answer: Answer) {
  const { means, asked } = fakeMeans(() => answer);
  const attributes = openAttributes();
  const first = await attributes.requiredBy(means, 'switch');
  expect(await attributes.requiredBy(means, 'switch')).toEqual(first);
  // Asked once.
  expect(asked).toEqual([
    { endpoint: 'search_object_attribute', members: { bk_obj_id: 'switch' }, purpose: 'setup' },
  ]);
  return first;
}

describe('what a model requires', () => {
  it('is what is shown as required, but for the name and what CMDB gives itself', async () => {
    const rows = [
      required('bk_inst_name'),
      required('bk_asset_id', 'singlechar', { option: '^a' }),
      required('number', 'idrule'),
      { ...required('free'), isrequired: false },
      required('ports', 'int'),
    ];
    expect(await requiredBy(accepted(rows))).toEqual([
      { id: 'bk_asset_id', type: 'singlechar', option: '^a' },
      { id: 'ports', type: 'int', option: null },
    ]);
  });

  it.each<[string, Answer]>([
    ['a refusal', REFUSED],
    ['no list', accepted({ info: [] })],
    ['rows of another form', accepted([7n, null, required(7n), required('x', null)])],
  ])('is nothing by %s: the creation tells then', async (_, answer) => {
    expect(await requiredBy(answer)).toEqual([]);
  });
});

describe('an instance', () => {
  it('has what its model requires, and no attribute in the place of model, account or name', async () => {
    const attributes = ['bk_obj_id', 'bk_supplier_account', 'bk_inst_name', 'own'].map((id) => ({
      id,
      type: 'bool',
      option: null,
    }));
    const { means, asked } = fakeMeans(() => accepted({ bk_inst_id: 7n }));
    const maker = {
      attributes: { requiredBy: () => Promise.resolve(attributes) },
      account: '0',
      taken: new Map(),
    };
    expect((await makeInstance(means, 'switch', maker)).made).toMatchObject({ id: 7n });
    expect(asked).toMatchObject([
      {
        endpoint: 'create_inst',
        members: { bk_obj_id: 'switch', bk_supplier_account: '0', bk_inst_name: 'n', own: false },
      },
    ]);
  });

  it('of a built-in model is not even asked for', async () => {
    const { means, asked } = fakeMeans(() => accepted());
    const maker = { attributes: openAttributes(), account: '0', taken: new Map() };
    for (const model of ['host', 'biz', 'set', 'module', 'process', 'plat']) {
      expect((await makeInstance(means, model, maker)).why).toEqual({
        kind: 'built-in',
        of: model,
      });
    }
    expect(asked).toEqual([]);
  });
});
