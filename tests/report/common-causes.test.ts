import { describe, expect, it } from 'vitest';
import type { CommonCause } from '../../src/report/causes/common-cause.js';
import { commonCauses } from '../../src/report/causes/common-causes.js';
import { causeName, causeSentence } from '../../src/report/sentences/common-cause.js';
import type { Problem } from '../../src/record/problem.js';
import type { RequirementResult, RunRecord } from '../../src/record/record.js';
import { anIgnoringRecord, IGNORED, taken } from './a-caused-record.js';
import { aMixedRecord, aRecord, aRequirement } from './a-record.js';
import { aCase } from './an-exchange.js';

const ABOUT = { thing: { en: 'association', zh: '关联关系' } };
const NOT_JSON: Problem = { kind: 'not-json', words: 'no value', offset: 0 };

function causesOf(
  requirements: readonly RequirementResult[],
  cases: RunRecord['cases'] = [],
): readonly CommonCause[] {
  return commonCauses(aRecord({ requirements, cases }));
}

function names(causes: readonly CommonCause[]): string[] {
  return causes.map((cause) => causeName(cause).en);
}

/** Requirements of which each fails since something was accepted. */
function accepted(...ids: string[]): RequirementResult[] {
  return ids.map((id, at) => taken(id, at).result);
}

function failed(id: string, problem: Problem): RequirementResult {
  return aRequirement({ id, status: 'failed', problem });
}

describe('a member that is ignored', () => {
  it('is one cause, with all that it holds', () => {
    const causes = commonCauses(anIgnoringRecord());
    expect(names(causes)).toEqual(['the server ignores metadata']);
    expect(causes[0]?.results.map(({ id }) => id)).toEqual(IGNORED);
    expect(causes[0]?.cause.id).toBe('request.metadata.required');
  });

  it('is found whatever the kind of acceptance', () => {
    const [first, second] = accepted('request.a.required', 'request.a.type');
    if (first === undefined || second === undefined) throw new Error('two are needed');
    const kinds: Problem[] = [{ kind: 'accepted' }, { kind: 'appeared-later', id: '7' }];
    for (const problem of kinds) {
      expect(names(causesOf([first, { ...second, problem }]))).toEqual(['the server ignores a']);
    }
  });

  it('is only the inner one, where the outer is looked at', () => {
    const inner = accepted('request.a.b.required', 'request.a.b.type');
    const outer = aRequirement({ id: 'request.a.required' });
    expect(names(causesOf([outer, ...inner]))).toEqual(['the server ignores a.b']);
  });

  it('is called unchecked, where rules say what it is for', () => {
    const rules = accepted('request.a.required', 'request.a.type', 'request.a.exists');
    expect(names(causesOf(rules))).toEqual(['the server does not check a']);
  });

  it('is none where one of its rules was kept', () => {
    const kept = aRequirement({ id: 'request.a.c.type' });
    expect(causesOf([...accepted('request.a.required', 'request.a.type'), kept])).toEqual([]);
  });

  it('is none where a case about it alone was refused as it should', () => {
    const rules = accepted('request.a.required', 'request.a.type');
    const own = aCase({ id: 'wrong-type.a.as number', requirements: ['request.a.type'] });
    expect(causesOf(rules, [own])).toEqual([]);
    const shared = { ...own, requirements: ['request.a.type', 'request.b.type'] };
    expect(causesOf(rules, [shared])).toHaveLength(1);
  });

  it('is none where a failure is of another kind, flaky, or alone', () => {
    const [first, second] = accepted('request.a.required', 'request.a.type');
    if (first === undefined || second === undefined) throw new Error('two are needed');
    expect(causesOf([first, { ...second, problem: { kind: 'message-empty' } }])).toEqual([]);
    expect(causesOf([first, { ...second, flaky: true }])).toEqual([]);
    expect(causesOf([first])).toEqual([]);
  });

  it('is told of each endpoint by itself', () => {
    const rules = accepted('request.a.required', 'request.a.type');
    const others = rules.map((rule) => ({ ...rule, endpoint: 'create_thing' }));
    expect(causesOf([...rules, ...others]).map(({ endpoint }) => endpoint)).toEqual([
      'add_instance_association',
      'create_thing',
    ]);
    expect(causesOf([rules[0], others[1]].flatMap((rule) => rule ?? []))).toEqual([]);
  });
});

describe('credentials that are never checked', () => {
  const SECRET = ['required', 'type', 'verified'].map((rule) => `auth.bk_app_secret.${rule}`);

  it('are one cause', () => {
    const right = aRequirement({ id: 'auth.bk_app_secret.accepted' });
    const causes = causesOf([...accepted(...SECRET), right]);
    expect(names(causes)).toEqual(['the server never checks bk_app_secret']);
    expect(causes[0]?.results).toHaveLength(3);
  });

  it('are one cause together, with what follows from it', () => {
    const rules = accepted(
      ...SECRET,
      'auth.bk_token.type',
      'auth.bk_token.verified',
      'auth.identity.required',
      'auth.bk_username.type',
    );
    const causes = causesOf(rules);
    expect(names(causes)).toEqual(['the server never checks bk_app_secret and bk_token']);
    expect(causes[0]?.results).toHaveLength(7);
  });

  it('are not those of which wrong values are refused', () => {
    const verified = aRequirement({ id: 'auth.bk_app_secret.verified' });
    const [required, type] = accepted(...SECRET);
    expect(causesOf([required, type, verified].flatMap((rule) => rule ?? []))).toEqual([]);
    expect(causesOf(accepted('auth.bk_token.type', 'auth.identity.required'))).toEqual([]);
  });
});

describe('answers that are never the envelope', () => {
  const members = ['result', 'code', 'message'].map((name) =>
    aRequirement({
      id: `response.${name}.present`,
      status: 'inconclusive',
      problem: { kind: 'undecided' },
    }),
  );

  it('are one cause where no body can be read', () => {
    const causes = causesOf([
      failed('endpoint.method', NOT_JSON),
      failed('response.body.json', NOT_JSON),
      failed('request.a.type', { ...NOT_JSON, offset: 7 }),
      failed('request.b.type', { kind: 'accepted' }),
      ...members,
    ]);
    expect(causes.map((cause) => causeSentence(cause, ABOUT).en)).toEqual([
      'no answer has the documented form: the body is not JSON: no value (offset 0)',
    ]);
    expect(causes[0]?.cause.id).toBe('response.body.json');
    expect(causes[0]?.results).toHaveLength(3);
  });

  it('are one cause where no answer has the members', () => {
    const missing = members.map((member, at) =>
      failed(member.id, { kind: 'member-missing', at: ['result', 'code', 'message'][at] ?? '' }),
    );
    const body = aRequirement({ id: 'response.body.json' });
    expect(causesOf([body, ...missing]).map((cause) => causeSentence(cause, ABOUT).en)).toEqual([
      'no answer has the documented form: result, code and message are missing',
    ]);
  });

  it('are none where some answer had a member', () => {
    const rules = [failed('endpoint.method', NOT_JSON), failed('response.body.json', NOT_JSON)];
    expect(causesOf([...rules, aRequirement({ id: 'response.code.present' })])).toEqual([]);
  });
});

describe('a member that answers never have', () => {
  const [present, onFailure] = ['present', 'present_on_failure'].map((rule) =>
    failed(`response.permission.${rule}`, { kind: 'member-missing', at: 'permission' }),
  );
  const rules = [present, onFailure].flatMap((rule) => rule ?? []);
  const kept = aRequirement({ id: 'response.code.type' });

  it('is one cause', () => {
    expect(names(causesOf([...rules, kept]))).toEqual(['answers never have permission']);
  });

  it('is none where an answer had it', () => {
    const type = aRequirement({ id: 'response.permission.type' });
    expect(causesOf([...rules, type, kept])).toEqual([]);
  });
});

describe('sentences of common causes', () => {
  it('are there in both languages, without a full stop', () => {
    const causes = [
      ...commonCauses(anIgnoringRecord()),
      ...causesOf(accepted('request.a.type', 'request.a.exists')),
      ...causesOf(accepted('auth.x.required', 'auth.x.verified')),
      ...causesOf(accepted('auth.x.verified', 'auth.y.verified')),
      ...causesOf(['endpoint.method', 'response.body.json'].map((id) => failed(id, NOT_JSON))),
    ];
    expect(causes).toHaveLength(5);
    for (const cause of causes) {
      const { en, zh } = causeSentence(cause, ABOUT);
      expect(en.startsWith(causeName(cause).en)).toBe(true);
      expect(en).toMatch(/^[a-z].*[^.:\s]$/);
      expect(zh.startsWith(causeName(cause).zh)).toBe(true);
      expect(zh).toMatch(/\p{Script=Han}.*[^。：\s]$/u);
    }
  });
});

describe('a record without a common cause', () => {
  it('has none', () => {
    expect(commonCauses(aMixedRecord())).toEqual([]);
  });
});
