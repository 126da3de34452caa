import { describe, expect, it } from 'vitest';
import { openLookups } from '../../../src/effects/associations/lookups.js';
import { ExactNumber } from '../../../src/json/json-value.js';
import type { JsonValue } from '../../../src/json/json-value.js';
import type { Answer } from '../../../src/judge/answer.js';
import { accepted, ASSOCIATION, fakeMeans, REFUSED, row } from './a-fixture.js';

const ENDPOINT = 'find_instance_association';
const CONDITION = { bk_inst_id: 11n };

/** A row as the target writes it. */
const ROW = {
  id: 7n,
  bk_obj_asst_id: 'a',
  bk_inst_id: 11n,
  bk_asst_inst_id: 22n,
  bk_obj_id: 'switch',
};

/** What a lookup shows when the target answers this. */
function find(answer: Answer) {
  const { means } = fakeMeans(() => answer);
  return openLookups(() => ASSOCIATION).find(means, CONDITION);
}

describe('a lookup', () => {
  it('asks for the associations of the source model', async () => {
    const { means, asked } = fakeMeans(() => accepted([]));
    await openLookups(() => ASSOCIATION).find(means, CONDITION);
    expect(asked).toEqual([
      {
        endpoint: ENDPOINT,
        members: { bk_obj_id: 'switch', condition: CONDITION },
        purpose: 'lookup',
      },
    ]);
  });

  it('shows rows with their ids, sides, association and model', async () => {
    expect(await find(accepted([ROW, { ...ROW, id: 8n, more: 'x' }]))).toEqual({
      rows: [row(11n, 22n), row(11n, 22n, 'a', 8n)],
    });
    expect(await find(accepted([]))).toEqual({ rows: [] });
    expect(await find(accepted(null))).toEqual({ rows: [] });
  });

  it('reads integers in any form', async () => {
    const other = { ...ROW, bk_inst_id: new ExactNumber('1.1e1') };
    expect(await find(accepted([other]))).toEqual({ rows: [row(11n, 22n)] });
  });

  it('takes a side that is not there for zero, and the source model where none is told', async () => {
    const bare = { id: 7n, bk_obj_asst_id: 'a', bk_asst_inst_id: 22n };
    expect(await find(accepted([bare]))).toEqual({ rows: [row(0n, 22n)] });
    expect(await find(accepted([{ id: 7n, bk_obj_asst_id: 'a' }]))).toEqual({
      rows: [row(0n, 0n)],
    });
  });

  it.each<[string, JsonValue | undefined]>([
    ['a row without an id', [ROW, { ...ROW, id: null }]],
    ['an id as a text that is none', [{ ...ROW, id: '7a' }]],
    ['a side as an empty text', [{ ...ROW, bk_inst_id: '' }]],
    ['the other side above int64', [{ ...ROW, bk_asst_inst_id: '9223372036854775808' }]],
    ['no association', [{ id: 7n, bk_inst_id: 11n, bk_asst_inst_id: 22n }]],
    ['a row that is none', ['7']],
    ['no list', { info: [ROW] }],
    ['no data', undefined],
  ])('can’t be used with %s', async (_, data) => {
    expect(await find(accepted(data))).toEqual({
      why: {
        kind: 'lookup-unreadable',
        endpoint: ENDPOINT,
        members: ['id', 'bk_obj_asst_id', 'bk_inst_id', 'bk_asst_inst_id'],
      },
    });
  });

  it('shows rows whose ids are text', async () => {
    const large = 9007199254740993n;
    const texts = { ...ROW, id: String(large), bk_inst_id: '11', bk_asst_inst_id: '-22' };
    expect(await find(accepted([texts]))).toEqual({ rows: [row(11n, -22n, 'a', large)] });
  });

  it('can’t be used where it is refused, and says by what', async () => {
    expect(await find(REFUSED)).toEqual({
      why: { kind: 'lookup-refused', endpoint: ENDPOINT, said: { code: '5', message: 'no' } },
      refusal: '5 no',
    });
  });

  it('can’t be used without an answer that says something', async () => {
    const why = { kind: 'not-an-object' } as const;
    expect(await find({ kind: 'broken', why })).toEqual({ why });
  });
});

describe('a target that takes no lookup without an association', () => {
  it('is asked with one from then on', async () => {
    const { means, asked } = fakeMeans((condition) =>
      'bk_obj_asst_id' in condition ? accepted([ROW]) : REFUSED,
    );
    const lookups = openLookups(() => ASSOCIATION);
    expect(await lookups.find(means, CONDITION)).toEqual({ rows: [row(11n, 22n)] });
    expect(await lookups.find(means, { bk_obj_asst_id: 'b' })).toEqual({ rows: [row(11n, 22n)] });
    expect(asked.map(({ members }) => members['condition'])).toEqual([
      CONDITION,
      { bk_obj_asst_id: 'a', ...CONDITION },
      { bk_obj_asst_id: 'b' },
    ]);
  });

  it('is not thought to be one that refuses this too', async () => {
    const { means, asked } = fakeMeans(() => REFUSED);
    const lookups = openLookups(() => ASSOCIATION);
    await lookups.find(means, CONDITION);
    await lookups.find(means, CONDITION);
    expect(asked.map(({ members }) => members['condition'])).toEqual([
      CONDITION,
      { bk_obj_asst_id: 'a', ...CONDITION },
      CONDITION,
      { bk_obj_asst_id: 'a', ...CONDITION },
    ]);
  });

  it('is not thought to be one that answered a lookup before', async () => {
    let isDown = false;
    const { means, asked } = fakeMeans(() => (isDown ? REFUSED : accepted([])));
    const lookups = openLookups(() => ASSOCIATION);
    await lookups.find(means, CONDITION);
    isDown = true;
    expect(await lookups.find(means, CONDITION)).toMatchObject({ refusal: '5 no' });
    expect(asked).toHaveLength(2);
  });
});

describe('a look at a place', () => {
  it('goes both ways, and has each row once', async () => {
    const there = { ...ROW };
    const back = { ...ROW, id: 8n, bk_inst_id: 22n, bk_asst_inst_id: 11n };
    const { means, asked } = fakeMeans(() => accepted([there, back]));
    const looked = await openLookups(() => ASSOCIATION).look(means, {
      bk_inst_id: 11n,
      bk_asst_inst_id: 22n,
    });
    expect(looked).toEqual({ rows: [row(11n, 22n), row(22n, 11n, 'a', 8n)] });
    expect(asked.map(({ members }) => members['condition'])).toEqual([
      { bk_inst_id: 11n, bk_asst_inst_id: 22n },
      { bk_inst_id: 22n, bk_asst_inst_id: 11n },
    ]);
  });

  it('keeps two rows of one id that hold different things', async () => {
    const { means } = fakeMeans(() =>
      accepted([ROW, { ...ROW, bk_obj_asst_id: 'b' }, { ...ROW, bk_inst_id: 12n }]),
    );
    const { rows } = await openLookups(() => ASSOCIATION).look(means, CONDITION);
    expect(rows).toHaveLength(3);
  });

  it('can’t be used where one way can’t', async () => {
    const { means } = fakeMeans((condition) =>
      condition['bk_inst_id'] === 11n ? accepted([ROW]) : REFUSED,
    );
    const looked = await openLookups(() => ASSOCIATION).look(means, {
      bk_inst_id: 11n,
      bk_asst_inst_id: 22n,
    });
    expect(looked).toMatchObject({ why: { kind: 'lookup-refused' } });
  });
});
