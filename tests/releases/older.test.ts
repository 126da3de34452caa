import { describe, expect, it } from 'vitest';
import type { CmdbName } from '../../src/embedded/releases/cmdb.js';
import type { ObservedRequest } from './observed-rows.js';
import { replay } from './replay.js';

const UNSIGNED = 'BSON has no uint64 type, and value is too large to fit correctly in an int64';
const UNMARSHAL =
  'unmarshal {"bk_asst_inst_id":213,"bk_inst_id":"x","bk_obj_asst_id":"bk_switch_default_bk_router"} failed: json: cannot unmarshal string into Go struct field CreateAssociationInstRequest.bk_inst_id of type int64';
const UNREADABLE = 'Deserializing JSON data failed';

/** What releases answered that no observed pair has: case, change, and by release code and text. */
const ROWS: readonly (readonly [
  string,
  Readonly<Record<string, string>>,
  Readonly<Partial<Record<CmdbName, readonly [number, string]>>>,
])[] = [
  [
    'an id that is a text',
    { bk_inst_id: '"x"' },
    { 'cmdb-3.6': [1199006, UNMARSHAL], 'cmdb-3.8': [1199006, UNREADABLE] },
  ],
  [
    'an id with a point',
    { bk_inst_id: '113.0' },
    { 'cmdb-3.4': [0, 'success'], 'cmdb-3.8': [1199006, UNREADABLE] },
  ],
  [
    'an id above 2^53',
    { bk_inst_id: '9223372036854775807' },
    {
      'cmdb-3.4': [
        1199006,
        UNMARSHAL.replace('"x"', '9223372036854776000').replace(
          'string',
          'number 9223372036854776000',
        ),
      ],
      'cmdb-3.8': [1109002, 'take audit log snapshot failed'],
    },
  ],
  [
    'a negative id',
    { bk_inst_id: '-1' },
    { 'cmdb-3.6': [-1, UNSIGNED], 'cmdb-3.8': [1109002, 'take audit log snapshot failed'] },
  ],
  [
    'a target that is not there',
    { bk_asst_inst_id: '900000001' },
    {
      'cmdb-3.6': [1101074, 'the  inst to asst  is not exist'],
      'cmdb-3.8': [1109002, 'take audit log snapshot failed'],
    },
  ],
  [
    'metadata that is a text',
    { metadata: '"x"' },
    {
      'cmdb-3.6': [1199000, UNREADABLE],
      'cmdb-3.8': [1199006, UNREADABLE],
      'cmdb-3.9': [0, 'success'],
    },
  ],
  [
    'a business that is no number',
    { metadata: '{"label":{"bk_biz_id":"abc"}}' },
    { 'cmdb-3.6': [1199003, 'invalid input parameter'], 'cmdb-3.8': [0, 'success'] },
  ],
  [
    'a number that is none',
    { foo: 'NaN' },
    { 'cmdb-3.6': [1199000, UNREADABLE], 'cmdb-3.13': [1199006, UNREADABLE] },
  ],
];

const CASES = ROWS.flatMap(([name, set, answers]) =>
  Object.entries(answers).map(([release, answer]) => ({ name, set, release, answer })),
);

function isCmdb(name: string): name is CmdbName {
  return name.startsWith('cmdb-');
}

describe('releases that no observed pair has', () => {
  it.each(CASES)('$release: $name', async ({ name, set, release, answer: [code, message] }) => {
    if (!isCmdb(release)) throw new Error(release);
    const request: ObservedRequest = { section: '', case: name, set };
    const [answer] = await replay({ cmdb: release, esb: 'b' }, [request]);
    expect(answer?.status).toBe(200);
    expect(JSON.parse(answer?.text ?? '')).toMatchObject({ result: code === 0, code, message });
  });

  it('refuse to delete what is associated with another code up to 3.8', async () => {
    const where = { section: '', case: '' };
    const set = { bk_obj_id: '"bk_switch"', bk_inst_id: '113' };
    const [, answer] = await replay({ cmdb: 'cmdb-3.8', esb: 'b' }, [
      { ...where, keep: true },
      { ...where, to: 'delete_inst', set, headers: { 'Blueking-Language': 'zh-cn' } },
    ]);
    expect(JSON.parse(answer?.text ?? '')).toMatchObject({
      code: 1101036,
      message: '实例 [实例ID: 113] 已经被关联,不允许删除或归档',
    });
  });
});
