import { describe, expect, it } from 'vitest';
import { caseReason, reasonOf } from '../../src/report/reason.js';
import { indexRecord } from '../../src/report/record-index.js';
import type { RequirementResult } from '../../src/record/record.js';
import { aRecord, aRequirement } from './a-record.js';
import { aCase } from './an-exchange.js';

const CASE = aCase({ title: { en: 'bk_inst_id is absent', zh: '缺少 bk_inst_id' } });
const SAME_ID = aCase({ ...CASE, endpoint: 'create_thing', title: { en: 'other', zh: '别的' } });
const INDEX = indexRecord(aRecord({ cases: [SAME_ID, CASE] }));

function say(over: Partial<RequirementResult>): ReturnType<typeof reasonOf> {
  return reasonOf(
    INDEX,
    aRequirement({ status: 'failed', problem: { kind: 'message-empty' }, ...over }),
  );
}

describe('the reason of a requirement', () => {
  it('begins with the title of the case that was tried, of the same endpoint', () => {
    expect(say({ trial: CASE.id })).toEqual({
      en: 'bk_inst_id is absent: message is empty on a failure',
      zh: '缺少 bk_inst_id：失败时 message 为空',
    });
    expect(say({ trial: CASE.id, endpoint: 'create_thing' })?.en).toMatch(/^other: /);
  });

  it.each(['valid', 'valid.bk_token', 'transport', 'exchange.17', undefined])(
    'is the problem alone for the trial %s',
    (trial) => {
      expect(say(trial === undefined ? {} : { trial })?.en).toBe('message is empty on a failure');
    },
  );

  it.each([
    ['semantics.bk_inst_id.that never existed', 'bk_inst_id that never existed'],
    ['missing-field.metadata.label.bk_biz_id.absent', 'metadata.label.bk_biz_id absent'],
    ['semantics.repeated', 'repeated'],
    ['unheard', 'unheard'],
  ])('names the trial %s, which is no case, as %s', (trial, name) => {
    expect(say({ trial })).toEqual({
      en: `${name}: message is empty on a failure`,
      zh: `${name}：失败时 message 为空`,
    });
  });

  it('says by which identity it was tried, where that is not the usual one', () => {
    expect(say({ trial: `${CASE.id} by bk_token` })).toEqual({
      en: 'bk_inst_id is absent by bk_token: message is empty on a failure',
      zh: '缺少 bk_inst_id（凭 bk_token）：失败时 message 为空',
    });
  });

  it('says how often it came up', () => {
    const problem = 'bk_inst_id is absent: message is empty on a failure';
    const trial = CASE.id;
    expect(say({ trial, times: { deciding: 1, judged: 9 } })?.en).toBe(problem);
    expect(say({ trial, times: { deciding: 3, judged: 9 } })).toEqual({
      en: `${problem} (and 2 more)`,
      zh: '缺少 bk_inst_id：失败时 message 为空（另有 2 处）',
    });
    expect(say({ trial, times: { deciding: 3, judged: 12 }, flaky: true })).toEqual({
      en: `flaky, 3 of 12 times: ${problem}`,
      zh: '时好时坏，12 次中有 3 次：缺少 bk_inst_id：失败时 message 为空',
    });
  });

  it('is none for what passed', () => {
    expect(reasonOf(INDEX, aRequirement())).toBeUndefined();
  });
});

describe('the reason of a case', () => {
  it('is its problem, or what was observed', () => {
    expect(caseReason(INDEX, aCase({ problem: { kind: 'accepted' } }))?.en).toBe(
      'it was accepted, but has to be refused',
    );
    const observed = { did: 'accepted', status: 200 } as const;
    expect(caseReason(INDEX, aCase({ status: 'observed', observed }))).toEqual({
      en: 'accepted (HTTP 200)',
      zh: '接受 (HTTP 200)',
    });
    expect(caseReason(INDEX, aCase())).toBeUndefined();
  });
});
