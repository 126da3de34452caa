import { describe, expect, it } from 'vitest';
import { CREATION, judgeCreation } from '../../src/judge/creation.js';
import type { CreationSeen, Row } from '../../src/judge/creation.js';
import type { Finding } from '../../src/record/finding.js';

const row: Row = { id: 7n, association: 'a', source: 1n, target: 2n };
const sound: CreationSeen = {
  association: 'a',
  source: 1n,
  target: 2n,
  id: 7n,
  row,
  others: [],
  idInUse: false,
  idUsedBefore: false,
  evidence: [3, 4],
};

function judged(seen: Partial<CreationSeen>): Finding[] {
  return judgeCreation({ ...sound, ...seen });
}

function on(requirement: string, seen: Partial<CreationSeen>): Finding | undefined {
  return judged(seen).find((finding) => finding.requirement === requirement);
}

function reasonOf(requirement: string, seen: Partial<CreationSeen>): string | undefined {
  const finding = on(requirement, seen);
  expect(finding?.status).toBe(finding?.reason === undefined ? 'passed' : 'failed');
  return finding?.reason?.en;
}

describe('judgeCreation', () => {
  it('passes what was created exactly as asked for', () => {
    const base = { status: 'passed', experiment: CREATION, evidence: [3, 4] };
    expect(judged({})).toEqual([
      { requirement: 'effect.created', ...base },
      { requirement: 'response.data.id.identity', ...base },
      { requirement: 'response.data.id.not_reused', ...base },
    ]);
  });
});

describe('effect.created', () => {
  const effect = (seen: Partial<CreationSeen>) => reasonOf('effect.created', seen);

  it.each([
    ['id 7: b 1 → 2', { association: 'b' }],
    ['id 7: a 9 → 2', { source: 9n }],
    ['id 7: a 1 → 9', { target: 9n }],
    ['id 7: a 2 → 1', { source: 2n, target: 1n }],
  ])('fails the row %s', (shown, wrong) => {
    expect(effect({ row: { ...row, ...wrong } })).toBe(
      `stored wrongly: asked for id 7: a 1 → 2, found ${shown}`,
    );
  });

  it('fails what was created besides', () => {
    const others = [
      { ...row, id: 8n },
      { ...row, id: 9n, association: 'b' },
    ];
    expect(effect({ others })).toBe(
      'more was created than asked for: id 8: a 1 → 2; id 9: b 1 → 2',
    );
  });

  it('fails when nothing was found', () => {
    expect(effect({ row: undefined })).toBe(
      'accepted, but no such association was found afterwards',
    );
  });

  it('passes what was stored under another id: that is another requirement', () => {
    expect(effect({ row: undefined, others: [{ ...row, id: 8n }] })).toBeUndefined();
  });

  it('fails two right rows under other ids', () => {
    const others = [
      { ...row, id: 8n },
      { ...row, id: 9n },
    ];
    expect(effect({ row: undefined, others })).toBe(
      'more was created than asked for: id 8: a 1 → 2; id 9: a 1 → 2',
    );
  });

  it('lists only what was not asked for, under another id', () => {
    const others = [
      { ...row, id: 8n },
      { ...row, id: 9n, source: 2n, target: 1n },
    ];
    expect(effect({ row: undefined, others })).toBe(
      'more was created than asked for: id 9: a 2 → 1',
    );
  });

  it('says the same in Chinese', () => {
    expect(on('effect.created', { row: undefined })?.reason?.zh).toBe(
      '返回成功，但之后查不到该关联关系',
    );
    expect(on('effect.created', { row: { ...row, source: 9n } })?.reason?.zh).toBe(
      '存储有误：请求 id 7: a 1 → 2，实际 id 7: a 9 → 2',
    );
    expect(on('effect.created', { others: [{ ...row, id: 8n }] })?.reason?.zh).toBe(
      '创建了多余的关联关系：id 8: a 1 → 2',
    );
  });
});

describe('response.data.id.identity', () => {
  const identity = (seen: Partial<CreationSeen>) => reasonOf('response.data.id.identity', seen);

  it('fails without an id', () => {
    expect(identity({ id: undefined, row: undefined })).toBe('the answer has no id');
  });

  it('fails an id that another association has', () => {
    expect(identity({ idInUse: true })).toBe(
      'id 7 is the id of another association that is still there',
    );
  });

  it('fails an id under which nothing was found', () => {
    expect(identity({ row: undefined })).toBe('id 7 was returned, but the id found is: none');
    const others = [
      { ...row, id: 8n },
      { ...row, id: 9n },
    ];
    expect(identity({ row: undefined, others })).toBe(
      'id 7 was returned, but the id found is: 8, 9',
    );
  });

  it('passes a row that has the id, even where it is wrong otherwise', () => {
    expect(identity({ row: { ...row, source: 9n } })).toBeUndefined();
    expect(identity({ idUsedBefore: true })).toBeUndefined();
  });

  it('says the same in Chinese', () => {
    const zh = (seen: Partial<CreationSeen>) => on('response.data.id.identity', seen)?.reason?.zh;
    expect(zh({ id: undefined })).toBe('应答中没有 id');
    expect(zh({ idInUse: true })).toBe('id 7 属于另一个仍然存在的关联关系');
    expect(zh({ row: undefined })).toBe('返回的 id 为 7，实际查到的 id 为：无');
  });
});

describe('response.data.id.not_reused', () => {
  it('fails an id that was given before and removed', () => {
    expect(on('response.data.id.not_reused', { idUsedBefore: true })).toEqual({
      requirement: 'response.data.id.not_reused',
      status: 'failed',
      experiment: CREATION,
      evidence: [3, 4],
      reason: {
        en: 'id 7 was given again after its deletion',
        zh: 'id 7 在删除后又被再次使用',
      },
    });
  });

  it('passes where there is no id', () => {
    expect(reasonOf('response.data.id.not_reused', { idUsedBefore: true, id: undefined })).toBe(
      undefined,
    );
  });
});

describe('exact ids', () => {
  const EDGE = 2n ** 53n;
  const exact = (source: bigint, target: bigint, found: Partial<Row> = {}) =>
    judged({ source, target, row: { ...row, source, target, ...found } })
      .slice(3)
      .map(({ requirement, status }) => `${requirement} ${status}`);

  it('are judged above 2^53 only, on each side for itself', () => {
    expect(exact(EDGE, EDGE)).toEqual([]);
    expect(exact(-EDGE, -EDGE)).toEqual([]);
    expect(exact(EDGE + 1n, 2n)).toEqual(['request.bk_inst_id.exact passed']);
    expect(exact(1n, EDGE + 1n)).toEqual(['request.bk_asst_inst_id.exact passed']);
    expect(exact(-EDGE - 1n, 2n)).toEqual(['request.bk_inst_id.exact passed']);
  });

  it('fail where another id was found', () => {
    const source = 9007199254740993n;
    expect(exact(source, 2n, { source: source - 1n })).toEqual(['request.bk_inst_id.exact failed']);
    expect(exact(1n, source, { target: source + 1n })).toEqual([
      'request.bk_asst_inst_id.exact failed',
    ]);
    const seen = { source, row: { ...row, source: source - 1n } };
    expect(on('request.bk_inst_id.exact', seen)?.reason).toEqual({
      en: 'sent 9007199254740993, found 9007199254740992',
      zh: '发送 9007199254740993，查到 9007199254740992',
    });
  });

  it('are not judged where no row was found', () => {
    expect(judged({ source: EDGE + 1n, row: undefined })).toHaveLength(3);
  });
});
