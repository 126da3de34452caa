import { describe, expect, it } from 'vitest';
import { ESB } from '../../src/binding/bindings.js';
import { lackingPermission } from '../../src/judge/permission.js';
import type { Lacking } from '../../src/judge/permission.js';
import { answered } from './an-answer.js';

/** What a refusal of this code and with these details of a permission says. */
function lacking(code: number, permission: unknown = null): Lacking | undefined {
  const { answer } = answered(JSON.stringify({ result: false, code, message: 'no', permission }));
  if (answer.kind !== 'refused') throw new Error('not refused');
  return lackingPermission(answer, ESB);
}

describe('a refusal for lack of a permission', () => {
  it.each([1306403, 1640301, 9900403])('has the code %i', (code) => {
    expect(lacking(code)).toEqual({ actions: [] });
  });

  it('tells the actions to apply for', () => {
    const actions = [
      { id: 'edit_comobj_15', name: '实例编辑', related_resource_types: [] },
      { id: 'view' },
      { name: '查看' },
      'odd',
      {},
    ];
    expect(lacking(9900403, { system_id: 'bk_cmdb', actions })?.actions).toEqual([
      '实例编辑 edit_comobj_15',
      'view',
      '查看',
    ]);
  });

  it('may have any code where it has details', () => {
    expect(lacking(1199047, { actions: [] })).toEqual({ actions: [] });
  });

  it('tells ten actions at most', () => {
    const actions = Array.from({ length: 50 }, (_, id) => ({ id: `a${id}` }));
    expect(lacking(9900403, { actions })?.actions).toHaveLength(10);
  });

  it.each([null, {}, [], 'none', undefined])('is none with another code and %j', (permission) => {
    expect(lacking(1199006, permission)).toBeUndefined();
  });
});
