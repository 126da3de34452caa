import { describe, expect, it } from 'vitest';
import { ESB } from '../../src/binding/bindings.js';
import { noCredentialRefusals } from '../../src/judge/credential-refusals.js';
import type { CredentialRefusals } from '../../src/judge/credential-refusals.js';
import { judgeCause, judgeRefusal, tellsCausesApart } from '../../src/judge/refusal.js';
import type { RefusalSeen } from '../../src/judge/refusal.js';
import type { Finding } from '../../src/record/finding.js';
import type { Problem } from '../../src/record/problem.js';
import { answered, OTHER_ENVELOPE, sentWith, faulty } from './an-answer.js';
import { readAnswer } from '../../src/judge/answer.js';

const REFUSED = answered('{"result":false,"code":5,"message":"no host web-1"}').answer;
const ACCEPTED = answered('{"result":true}').answer;
const UNANSWERED = readAnswer(sentWith(faulty()).outcome, undefined, ESB.envelope);

const sound: RefusalSeen = {
  requirements: ['request.x.required'],
  trial: 'missing-field.x.absent',
  answer: REFUSED,
  sent: { host: 'web-1' },
  created: [],
  beside: [],
  twin: ACCEPTED,
  needsOwnCause: true,
  evidence: [3, 5],
};

function judged(seen: Partial<RefusalSeen>): Finding {
  const [finding, ...more] = judgeRefusal({ ...sound, ...seen }, ESB.envelope);
  if (finding === undefined || more.length > 0) throw new Error('not one finding');
  return finding;
}

function open(seen: Partial<RefusalSeen>): Problem | undefined {
  const { status, problem } = judged(seen);
  expect(status).toBe('inconclusive');
  return problem;
}

function failed(seen: Partial<RefusalSeen>): Problem | undefined {
  const { status, problem } = judged(seen);
  expect(status).toBe('failed');
  return problem;
}

describe('judgeRefusal', () => {
  it('passes a refusal that created nothing and whose twin was accepted', () => {
    expect(judgeRefusal(sound, ESB.envelope)).toEqual([
      {
        requirement: 'request.x.required',
        trial: 'missing-field.x.absent',
        evidence: [3, 5],
        status: 'passed',
        refusal: {
          signature: '5 no host *',
          said: { code: '5', message: 'no host web-1' },
        },
      },
    ]);
  });

  it('says the same of each requirement', () => {
    const findings = judgeRefusal(
      { ...sound, requirements: ['a', 'b'], created: ['8'] },
      ESB.envelope,
    );
    const rest = judged({ created: ['8'] });
    expect(findings).toEqual([
      { ...rest, requirement: 'a' },
      { ...rest, requirement: 'b' },
    ]);
    expect(judgeRefusal({ ...sound, requirements: [] }, ESB.envelope)).toEqual([]);
  });

  it('keeps nothing of a refusal about the credentials', () => {
    expect(judged({ needsOwnCause: false })).not.toHaveProperty('refusal');
  });

  it('fails whatever created something, though it was refused', () => {
    const problem = { kind: 'created-all-the-same', ids: ['8', '9'] };
    expect(failed({ created: ['8', '9'] })).toEqual(problem);
    // Even where nothing else could be judged.
    expect(failed({ created: ['8', '9'], twin: undefined, answer: UNANSWERED })).toEqual(problem);
    expect(failed({ created: ['8', '9'], beside: ['7'] })).toEqual(problem);
  });

  it('fails what was accepted', () => {
    const seen = { answer: ACCEPTED, created: undefined, twin: undefined };
    expect(failed(seen)).toEqual({ kind: 'accepted' });
    expect(judged(seen)).not.toHaveProperty('refusal');
  });

  it.each<[string, Problem]>([
    ['<html>', { kind: 'not-json', words: 'no JSON value', offset: 0 }],
    ['[]', { kind: 'not-an-object' }],
    ['{"result":false}', { kind: 'no-well-formed-failure', members: ['code', 'message'] }],
  ])('fails the answer %s', (body, problem) => {
    const { answer } = answered(body);
    expect(failed({ answer })).toEqual(problem);
    expect(judged({ answer })).not.toHaveProperty('refusal');
  });

  it('leaves open what had no answer', () => {
    expect(open({ answer: UNANSWERED })).toEqual({
      kind: 'no-answer',
      fault: 'reset',
      words: 'it ended',
    });
  });

  it('leaves open what can’t be looked up', () => {
    expect(open({ created: undefined })).toEqual({ kind: 'not-looked-up' });
  });

  it('leaves open what appeared beside the user’s own things', () => {
    expect(open({ beside: ['8', '9'] })).toEqual({ kind: 'appeared-beside', ids: ['8', '9'] });
  });

  it('leaves open what has a twin without an answer', () => {
    expect(open({ twin: undefined })).toEqual({ kind: 'twin-unanswered' });
    expect(open({ twin: UNANSWERED })).toEqual({ kind: 'twin-unanswered' });
  });

  it('leaves open what has no accepted twin, with what the target said to it', () => {
    expect(open({ twin: REFUSED })).toEqual({
      kind: 'twin-not-accepted',
      said: { code: '5', message: 'no host web-1' },
    });
    for (const body of ['<html>', '{"result":false}']) {
      expect(open({ twin: answered(body).answer })).toEqual({ kind: 'twin-not-accepted' });
    }
  });

  it('reads a refusal by the names of the binding', () => {
    const { answer } = answered(
      '{"answer":{"ok":false,"error":6,"text":"no host web-1"}}',
      {},
      OTHER_ENVELOPE,
    );
    expect(judgeRefusal({ ...sound, answer }, OTHER_ENVELOPE)).toMatchObject([
      { refusal: { signature: '6 no host *', said: { code: '6', message: 'no host web-1' } } },
    ]);
  });
});

/** Refusals that a target gives for wrong values of a credential. */
function wrong(...signatures: string[]): CredentialRefusals {
  const refusals = noCredentialRefusals();
  for (const signature of signatures) {
    refusals.note(signature, { role: 'secret', wrongValue: true });
  }
  return refusals;
}

describe('tellsCausesApart', () => {
  it('is seen by the refusal of something unknown', () => {
    const credentials = wrong('1 bad secret');
    expect(tellsCausesApart({ credentials, unknown: '2 unknown' })).toBe(true);
    expect(tellsCausesApart({ credentials, unknown: '1 bad secret' })).toBe(false);
    expect(tellsCausesApart({ credentials, unknown: undefined })).toBe(false);
  });

  it('is seen by different refusals of different credentials', () => {
    const credentials = wrong('1 bad secret', '1 bad app');
    expect(tellsCausesApart({ credentials, unknown: '1 bad secret' })).toBe(true);
    expect(tellsCausesApart({ credentials, unknown: undefined })).toBe(false);
  });
});

describe('judgeCause', () => {
  const passed = judged({});
  const apart = { credentials: wrong('5 no host *'), unknown: '2 unknown' };

  it('fails a refusal in the words for bad credentials', () => {
    expect(judgeCause(passed, apart)).toEqual({
      ...passed,
      status: 'failed',
      problem: { kind: 'wrong-cause', said: { code: '5', message: 'no host web-1' } },
    });
  });

  it('keeps what has other words', () => {
    expect(judgeCause(passed, { ...apart, credentials: wrong('1 bad secret') })).toBe(passed);
  });

  it('keeps what has them where one refusal does for everything', () => {
    expect(judgeCause(passed, { ...apart, unknown: '5 no host *' })).toBe(passed);
    expect(judgeCause(passed, { ...apart, unknown: undefined })).toBe(passed);
  });

  it('keeps what is not passed, or is about the credentials', () => {
    for (const seen of [{ created: ['8'] }, { twin: REFUSED }, { needsOwnCause: false }]) {
      const finding = judged(seen);
      expect(judgeCause(finding, apart)).toBe(finding);
    }
  });
});
