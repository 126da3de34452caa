import { noCredentialRefusals } from '../../src/judge/credential-refusals.js';
import type { CredentialRefusals } from '../../src/judge/credential-refusals.js';
import { shortenQuotes } from '../../src/judge/quote.js';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/record/finding.js';
import { judgeCause, judgeRefusal, tellsCausesApart } from '../../src/judge/refusal.js';
import type { RefusalSeen } from '../../src/judge/refusal.js';
import { answered } from './an-answer.js';

const REFUSED = answered('{"result":false,"code":5,"message":"no host web-1"}').answer;

const sound: RefusalSeen = {
  requirements: ['request.x.required'],
  experiment: { en: 'x absent', zh: '缺少 x' },
  answer: REFUSED,
  sent: { host: 'web-1' },
  created: [],
  beside: [],
  twinAccepted: true,
  needsOwnCause: true,
  evidence: [3, 5],
};

function judged(seen: Partial<RefusalSeen>): Finding {
  const [finding] = judgeRefusal({ ...sound, ...seen });
  if (finding === undefined) throw new Error('nothing was found');
  return finding;
}

describe('judgeRefusal', () => {
  it('passes a refusal that created nothing and whose twin was accepted', () => {
    expect(judgeRefusal(sound)).toEqual([
      {
        requirement: 'request.x.required',
        experiment: { en: 'x absent', zh: '缺少 x' },
        evidence: [3, 5],
        status: 'passed',
        signature: '5 no host *',
      },
    ]);
  });

  it('says the same of each requirement, with the experiment in Chinese', () => {
    const findings = judgeRefusal({
      ...sound,
      requirements: ['a', 'b'],
      created: ['8'],
    });
    expect(findings.map(({ requirement }) => requirement)).toEqual(['a', 'b']);
    for (const finding of findings) {
      expect(finding).toMatchObject({
        status: 'failed',
        experiment: { en: 'x absent', zh: '缺少 x' },
      });
    }
  });

  it('keeps no signature of a refusal about the credentials', () => {
    expect(judged({ needsOwnCause: false })).not.toHaveProperty('signature');
  });

  it('fails whatever created something, though it was refused', () => {
    expect(judged({ created: ['8', '9'] })).toMatchObject({
      status: 'failed',
      reason: {
        en: 'an association was created all the same (id 8, 9)',
        zh: '仍然创建了关联关系（id 8, 9）',
      },
    });
    // Even where nothing else could be judged.
    expect(judged({ created: ['8'], twinAccepted: false }).status).toBe('failed');
  });

  it('fails what was accepted', () => {
    const { answer } = answered('{"result":true}');
    const finding = judged({ answer, created: undefined, twinAccepted: false });
    expect(finding).toMatchObject({
      status: 'failed',
      reason: {
        en: 'it was accepted, but has to be refused',
        zh: '请求被接受，但应当被拒绝',
      },
    });
    expect(finding).not.toHaveProperty('signature');
  });

  it.each(['<html>', '[]', '{"result":false}'])('fails the answer %s', (body) => {
    const { answer } = answered(body);
    if (answer.kind !== 'broken' && answer.kind !== 'malformed') throw new Error(answer.kind);
    const finding = judged({ answer });
    expect(finding).toMatchObject({ status: 'failed', reason: answer.why });
    expect(finding).not.toHaveProperty('signature');
  });

  it('leaves open what had no answer', () => {
    const why = { en: 'no answer: reset', zh: '没有应答' };
    const fault = { kind: 'reset', sent: true, answered: false, message: 'reset' } as const;
    const finding = judged({ answer: { kind: 'none', fault, why } });
    expect(finding).toMatchObject({ status: 'inconclusive', reason: why });
  });

  it('leaves open what can’t be looked up', () => {
    expect(judged({ created: undefined })).toMatchObject({
      status: 'inconclusive',
      reason: {
        en: 'it was refused, but lookups can’t be used to see that nothing was created',
        zh: '请求被拒绝，但查询接口不可用，无法确认没有创建',
      },
    });
  });

  it('leaves open what has a twin without an answer', () => {
    expect(judged({ twinAccepted: undefined })).toMatchObject({
      status: 'inconclusive',
      reason: {
        en: 'it was refused, but the same request without the fault has no answer',
        zh: '请求被拒绝，但去掉该错误后的同一请求没有应答',
      },
    });
  });

  it('leaves open what has no accepted twin', () => {
    expect(judged({ twinAccepted: false })).toMatchObject({
      status: 'inconclusive',
      reason: {
        en: 'it was refused, but so was the same request without the fault',
        zh: '请求被拒绝，但去掉该错误后的同一请求同样未成功',
      },
    });
  });
});

/** Refusals that a target gives for wrong values of a credential. */
function wrong(...signatures: string[]): CredentialRefusals {
  const refusals = noCredentialRefusals();
  for (const signature of signatures) {
    refusals.note(signature, { member: 'bk_app_secret', wrongValue: true });
  }
  return refusals;
}

describe('tellsCausesApart', () => {
  it('is seen by the refusal of an unknown association', () => {
    const credentials = wrong('1 bad secret');
    expect(tellsCausesApart({ credentials, unknownAssociation: '2 unknown' })).toBe(true);
    expect(tellsCausesApart({ credentials, unknownAssociation: '1 bad secret' })).toBe(false);
    expect(tellsCausesApart({ credentials, unknownAssociation: undefined })).toBe(false);
  });

  it('is seen by different refusals of different credentials', () => {
    const credentials = wrong('1 bad secret', '1 bad app');
    expect(tellsCausesApart({ credentials, unknownAssociation: '1 bad secret' })).toBe(true);
    expect(tellsCausesApart({ credentials, unknownAssociation: undefined })).toBe(false);
  });
});

it('leaves open what appeared beside the user’s own pair', () => {
  const { status, reason } = judged({ beside: ['8', '9'] });
  expect(status).toBe('inconclusive');
  expect(reason?.en).toContain('association 8, 9 appeared meanwhile');
  expect(reason?.zh).toContain('关联关系 8, 9');
  expect(judged({ beside: ['8'], created: ['9'] }).status).toBe('failed');
});

describe('judgeCause', () => {
  const passed = judged({});
  const apart = {
    credentials: wrong('5 no host *'),
    unknownAssociation: '2 unknown',
  };

  it('fails a refusal in the words for bad credentials', () => {
    expect(judgeCause(passed, apart)).toEqual({
      ...passed,
      status: 'failed',
      reason: {
        en: 'it was refused with the words for bad credentials (5 no host *), though the credentials are right and this server tells other causes apart',
        zh: '凭证正确，却以凭证错误的原因拒绝（5 no host *），而该服务器能区分其他原因',
      },
    });
  });

  it('shows the beginning of long words only', () => {
    const signature = `5 ${'x'.repeat(300)}`;
    const refusals = { ...apart, credentials: wrong(signature) };
    const { reason } = judgeCause({ ...passed, signature }, refusals);
    expect(shortenQuotes(reason?.en ?? '')).toContain(`(5 ${'x'.repeat(198)}…)`);
    expect(shortenQuotes(reason?.zh ?? '')).toContain(`（5 ${'x'.repeat(198)}…）`);
  });

  it('keeps what has other words', () => {
    const refusals = { ...apart, credentials: wrong('1 bad secret') };
    expect(judgeCause(passed, refusals)).toBe(passed);
  });

  it('keeps what has them where one refusal does for everything', () => {
    expect(judgeCause(passed, { ...apart, unknownAssociation: '5 no host *' })).toBe(passed);
    expect(judgeCause(passed, { ...apart, unknownAssociation: undefined })).toBe(passed);
  });

  it('keeps what is not passed, or is about the credentials', () => {
    const failed = judged({ created: ['8'] });
    expect(judgeCause(failed, apart)).toBe(failed);
    const own = judged({ needsOwnCause: false });
    expect(judgeCause(own, apart)).toBe(own);
  });
});
