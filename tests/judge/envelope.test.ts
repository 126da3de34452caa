import { shortenQuotes } from '../../src/judge/quote.js';
import { describe, expect, it } from 'vitest';
import { loadContract } from '../../src/cli/load-contract.js';
import type { JudgedAbout } from '../../src/judge/envelope.js';
import type { Finding } from '../../src/record/finding.js';
import { answered, objectOf } from './an-answer.js';
import type { Around } from './an-answer.js';

const IT = { en: 'it', zh: '它' };

const { envelope, requirements, support } = await loadContract();

const SUCCESS: Members = {
  result: 'true',
  code: '0',
  message: '""',
  data: '{"id":1038}',
  permission: 'null',
  request_id: '"r-1"',
};
const FAILURE: Members = {
  ...SUCCESS,
  result: 'false',
  code: '1306000',
  message: '"parameter bk_inst_id is required"',
  data: 'null',
};

/** Members of a body as JSON texts; undefined takes one out. */
type Members = Readonly<Record<string, string | undefined>>;

function bodyOf(members: Members): string {
  const parts = Object.entries(members).flatMap(([name, text]) =>
    text === undefined ? [] : [`"${name}":${text}`],
  );
  return `{${parts.join(',')}}`;
}

function judge(
  body: Uint8Array | string,
  about: Partial<JudgedAbout> = {},
  around: Around = {},
  seen = new Set<string>(),
): Finding[] {
  return envelope.judge(answered(body, around), { experiment: IT, success: true, ...about }, seen);
}

/** Requirements that failed, with their reasons. */
function failures(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ status }) => status === 'failed')
    .map(({ requirement, reason }) => shortenQuotes(`${requirement}: ${reason?.en ?? ''}`));
}

function failed(base: Members, change: Members, about: Partial<JudgedAbout> = {}): string[] {
  return failures(judge(bodyOf({ ...base, ...change }), about)).map(
    (text) => text.split(': ')[0] ?? '',
  );
}

const MEMBERS = ['result', 'code', 'message', 'data', 'permission', 'request_id'] as const;

describe('a right answer', () => {
  it('that is a success is judged on all that a success has to keep', () => {
    const findings = judge(bodyOf(SUCCESS));
    expect(findings.map(({ requirement }) => requirement)).toEqual([
      'response.body.json',
      'convention.json.duplicate_same',
      'convention.json.no_bom',
      'convention.content_type',
      ...MEMBERS.flatMap((member) => [`response.${member}.present`, `response.${member}.type`]),
      'response.data.id.present',
      'response.data.id.type',
      'response.code.meaning',
      'convention.json.integer_form',
      'convention.request_id.fresh',
    ]);
    for (const { status, experiment, evidence } of findings) {
      expect({ status, experiment, evidence }).toEqual({
        status: 'passed',
        experiment: IT,
        evidence: [7],
      });
    }
  });

  it('that is a failure is judged on all that a failure has to keep', () => {
    const about = { success: false, member: 'bk_inst_id' };
    const findings = judge(bodyOf(FAILURE), about);
    expect(findings.map(({ requirement }) => requirement)).toEqual([
      'response.body.json',
      'convention.json.duplicate_same',
      'convention.json.no_bom',
      'convention.content_type',
      ...MEMBERS.flatMap((member) => [
        `response.${member}.present_on_failure`,
        `response.${member}.type`,
      ]),
      'response.code.meaning',
      'response.message.nonempty_on_failure',
      'convention.message.says_something',
      'convention.message.names_parameter',
      'convention.failure.no_id',
      'convention.json.integer_form',
      'convention.request_id.fresh',
    ]);
    expect(failures(findings)).toEqual([]);
  });

  it.each([
    ['further members', { extra: '{"a":[1]}', data: '{"id":1038,"more":"x"}' }],
    ['permission as an object', { permission: '{"system_id":"bk_cmdb"}' }],
    ['a large id', { data: '{"id":9223372036854775807}' }],
    ['an id below 0', { data: '{"id":-9223372036854775808}' }],
    ['a message', { message: '"success"' }],
  ])('may have %s', (_name, change) => {
    expect(failed(SUCCESS, change)).toEqual([]);
  });

  it.each([
    ['data as an object', { data: '{}' }],
    ['data that lists', { data: '{"failed":[{"id":1}]}' }],
    ['permission as an object', { permission: '{"system_id":"bk_cmdb"}' }],
    ['any positive code', { code: '1' }],
  ])('of a failure may have %s', (_name, change) => {
    expect(failed(FAILURE, change)).toEqual([]);
  });
});

describe('presence', () => {
  it.each(MEMBERS)('of %s is judged on a success', (member) => {
    const missing = [`response.${member}.present`];
    if (member === 'data') missing.push('response.data.id.present');
    expect(failed(SUCCESS, { [member]: undefined })).toEqual(missing);
  });

  it.each(MEMBERS)('of %s is judged on a failure', (member) => {
    const about = { success: false };
    expect(failed(FAILURE, { [member]: undefined }, about)).toEqual([
      `response.${member}.present_on_failure`,
    ]);
  });

  it('of a member is said in words', () => {
    const [finding] = judge(bodyOf({ ...SUCCESS, permission: undefined })).filter(
      ({ status }) => status === 'failed',
    );
    expect(finding?.reason).toEqual({ en: 'permission is missing', zh: '缺少 permission' });
  });

  it('of no type is judged where the member is missing', () => {
    const findings = judge(bodyOf({ ...SUCCESS, permission: undefined }));
    expect(findings.map(({ requirement }) => requirement)).not.toContain(
      'response.permission.type',
    );
  });
});

const WRONG_TYPES: readonly (readonly [string, readonly string[]])[] = [
  ['result', ['"true"', '1', 'null', '[]', '{}']],
  ['code', ['"0"', 'null', 'true', '0.5', '[]', '{}']],
  ['message', ['5', 'null', 'true', '[]', '{}']],
  ['permission', ['"none"', '5', 'false', '[]']],
  ['request_id', ['5', 'null', 'true', '[]', '{}']],
];

describe('types', () => {
  it.each(WRONG_TYPES)('of %s are judged on success and failure', (member, texts) => {
    for (const text of texts) {
      expect(failed(SUCCESS, { [member]: text })).toContain(`response.${member}.type`);
      expect(failed(FAILURE, { [member]: text }, { success: false })).toContain(
        `response.${member}.type`,
      );
    }
  });

  it.each(['null', '"x"', '5', 'true', '[]'])('data %s is wrong on a success', (data) => {
    expect(failed(SUCCESS, { data })).toEqual(['response.data.type', 'response.data.id.present']);
  });

  it.each(['"x"', '5', 'true', '[]'])('data %s is wrong on a failure', (data) => {
    expect(failed(FAILURE, { data }, { success: false })).toEqual(['response.data.type']);
  });

  it('say what is wrong', () => {
    const [finding] = judge(bodyOf({ ...SUCCESS, message: '5' })).filter(
      ({ status }) => status === 'failed',
    );
    expect(finding?.reason).toEqual({
      en: 'message must be string',
      zh: 'message 类型不符（must be string）',
    });
    expect(failures(judge(bodyOf({ ...SUCCESS, code: '"0"' })))).toEqual([
      'response.code.type: code must be an integer',
    ]);
  });
});

describe('data.id', () => {
  it.each([
    ['"1038"'],
    ['null'],
    ['true'],
    ['1038.5'],
    ['[1038]'],
    ['{}'],
    ['9223372036854775808'],
    ['-9223372036854775809'],
    ['1e300'],
  ])('%s is no int64', (id) => {
    expect(failed(SUCCESS, { data: `{"id":${id}}` })).toEqual(['response.data.id.type']);
    const findings = judge(bodyOf({ ...SUCCESS, data: `{"id":${id}}` }));
    const [finding] = findings.filter(({ status }) => status === 'failed');
    expect(finding?.reason).toEqual({ en: 'data.id is no int64', zh: 'data.id 不是 int64' });
  });

  it.each(['{}', '{"ID":1}'])('is missing in %s', (data) => {
    const findings = judge(bodyOf({ ...SUCCESS, data }));
    expect(failures(findings)).toEqual(['response.data.id.present: data has no id']);
    expect(findings.map(({ requirement }) => requirement)).not.toContain('response.data.id.type');
  });

  it('is not to be in a failure', () => {
    const [finding] = judge(bodyOf({ ...FAILURE, data: '{"id":5}' }), { success: false }).filter(
      ({ status }) => status === 'failed',
    );
    expect(finding).toMatchObject({
      requirement: 'convention.failure.no_id',
      reason: { en: 'a failure has id 5 in data', zh: '失败应答的 data 中有 id 5' },
    });
  });
});

describe('an id in the data of a failure', () => {
  it.each([
    ['{"id":5}', true],
    ['{"id":"1038"}', true],
    ['{"id":1038.0}', true],
    ['{"id":92233720368547758080}', true],
    ['{"id":"bk_inst_id"}', false],
    ['{"id":"12 hosts"}', false],
    ['{"id":"host 12"}', false],
    ['{"id":null}', false],
    ['{}', false],
  ])('%s: %s', (data, isId) => {
    const names = failed(FAILURE, { data }, { success: false });
    expect(names.includes('convention.failure.no_id')).toBe(isId);
  });
});

describe('an answer without a usable result', () => {
  const either = { success: undefined };

  it('is judged as what it looks like where either may come', () => {
    const created = failed(SUCCESS, { result: undefined }, either);
    expect(created).toEqual(['response.result.present']);
    const refused = failed(FAILURE, { result: '"no"' }, either);
    expect(refused).toEqual(['response.result.type']);
    expect(failed(FAILURE, { result: undefined }, either)).toEqual([
      'response.result.present_on_failure',
    ]);
  });
});

describe('code', () => {
  it.each([
    ['0', 'true', []],
    ['1', 'true', ['response.code.meaning']],
    ['-1', 'true', ['response.code.meaning']],
    ['1', 'false', []],
    ['0', 'false', ['response.code.meaning']],
    ['-1', 'false', ['response.code.meaning']],
  ])('%s with result %s', (code, result, expected) => {
    const base = result === 'true' ? SUCCESS : FAILURE;
    expect(failed(base, { code, result })).toEqual(expected);
  });

  it('says what contradicts what', () => {
    const findings = judge(bodyOf({ ...SUCCESS, code: '1' }));
    expect(findings.find(({ status }) => status === 'failed')?.reason).toEqual({
      en: 'code 1 contradicts result true',
      zh: 'code 1 与 result true 矛盾',
    });
  });

  it('is not compared where it or result has no value to compare', () => {
    for (const change of [{ code: '"0"' }, { result: '"true"' }, { code: undefined }]) {
      const found = judge(bodyOf({ ...SUCCESS, ...change })).map(({ requirement }) => requirement);
      expect(found).not.toContain('response.code.meaning');
    }
  });
});

describe('what result does not say', () => {
  it('is judged as what had to come', () => {
    const body = bodyOf({ ...SUCCESS, result: '"yes"' });
    expect(failures(judge(body, { success: true }))).toEqual([
      'response.result.type: result must be boolean',
    ]);
    const other = judge(bodyOf({ ...FAILURE, result: '"no"' }), { success: false });
    expect(failures(other)).toEqual(['response.result.type: result must be boolean']);
    expect(other.map(({ requirement }) => requirement)).toContain(
      'response.message.nonempty_on_failure',
    );
  });

  it('is not judged against what result says', () => {
    const found = judge(bodyOf(FAILURE), { success: true }).map(({ requirement }) => requirement);
    expect(found).toContain('response.code.present_on_failure');
  });
});

describe('the message of a failure', () => {
  const about = { success: false, member: 'metadata.label.bk_biz_id' };
  const message = (text: string, more: Partial<JudgedAbout> = about) =>
    failures(judge(bodyOf({ ...FAILURE, message: JSON.stringify(text) }), more));

  it('may not be empty', () => {
    expect(message('', { success: false })).toEqual([
      'response.message.nonempty_on_failure: message is empty on a failure',
      'convention.message.says_something: message says nothing: ',
    ]);
  });

  it('has to say something', () => {
    expect(message('null', { success: false })).toEqual([
      'convention.message.says_something: message says nothing: null',
    ]);
  });

  it('names the last part of the member at fault', () => {
    expect(message('bk_biz_id is required')).toEqual([]);
    expect(message('label is required')).toEqual([
      'convention.message.names_parameter: message does not name bk_biz_id: label is required',
    ]);
  });

  it('is shown in short', () => {
    const shown = 'z'.repeat(120);
    expect(message(shown)).toEqual([
      `convention.message.names_parameter: message does not name bk_biz_id: ${shown}`,
    ]);
    expect(message(`${shown}z`)).toEqual([
      `convention.message.names_parameter: message does not name bk_biz_id: ${shown}…`,
    ]);
  });

  it('names nothing in particular where no member is at fault', () => {
    const found = judge(bodyOf(FAILURE), { success: false }).map(({ requirement }) => requirement);
    expect(found).not.toContain('convention.message.names_parameter');
  });

  it('is not judged on a success, nor where it is no text', () => {
    const success = judge(bodyOf(SUCCESS)).map(({ requirement }) => requirement);
    const noText = judge(bodyOf({ ...FAILURE, message: '5' }), about).map(
      ({ requirement }) => requirement,
    );
    for (const found of [success, noText]) {
      expect(found).not.toContain('response.message.nonempty_on_failure');
      expect(found).not.toContain('convention.message.says_something');
      expect(found).not.toContain('convention.message.names_parameter');
    }
    expect(success).not.toContain('convention.failure.no_id');
    expect(noText).toContain('convention.failure.no_id');
  });
});

describe('the form of integers', () => {
  it.each([
    ['data', '{"id":1038.0}', '1038.0'],
    ['data', '{"id":1.038e3}', '1.038e3'],
    ['code', '0.0', '0.0'],
    ['code', '-0', '-0'],
  ])('%s %s is a whole value in another form', (member, text, shown) => {
    const findings = judge(bodyOf({ ...SUCCESS, [member]: text }));
    expect(findings.find(({ status }) => status === 'failed')).toMatchObject({
      requirement: 'convention.json.integer_form',
      reason: { en: `an integer is written as ${shown}`, zh: `整数写成了 ${shown}` },
    });
    expect(failures(findings)).toHaveLength(1);
  });

  it('is listed for both', () => {
    expect(failures(judge(bodyOf({ ...SUCCESS, code: '0.0', data: '{"id":5.0}' })))).toEqual([
      'convention.json.integer_form: an integer is written as 0.0, 5.0',
    ]);
  });

  it('is not judged for a fraction, which is a wrong type', () => {
    expect(failed(SUCCESS, { data: '{"id":5.5}' })).toEqual(['response.data.id.type']);
  });
});

describe('request_id', () => {
  it('has to be fresh', () => {
    const seen = new Set<string>();
    const body = bodyOf(SUCCESS);
    expect(failures(judge(body, {}, {}, seen))).toEqual([]);
    expect(failures(judge(body, {}, {}, seen))).toEqual([
      'convention.request_id.fresh: request_id r-1 was given before',
    ]);
    expect(failures(judge(bodyOf({ ...SUCCESS, request_id: '"r-2"' }), {}, {}, seen))).toEqual([]);
    expect([...seen]).toEqual(['r-1', 'r-2']);
  });

  it('is not compared where it is no text', () => {
    const seen = new Set<string>();
    for (let time = 0; time < 2; time += 1) {
      expect(failures(judge(bodyOf({ ...SUCCESS, request_id: '5' }), {}, {}, seen))).toEqual([
        'response.request_id.type: request_id must be string',
      ]);
    }
    expect(seen.size).toBe(0);
  });
});

describe('the body', () => {
  it('may not have a key twice with different values', () => {
    const body = bodyOf(SUCCESS).replace('{', '{"code":5,"message":"x",');
    const findings = judge(body).filter(({ status }) => status === 'failed');
    expect(findings).toMatchObject([
      {
        requirement: 'response.body.json',
        reason: { en: 'key twice: code, message', zh: '键重复：code、message' },
      },
    ]);
  });

  it('is to have no key twice with the same value', () => {
    const body = bodyOf(SUCCESS).replace('{', '{"code":0,');
    expect(failures(judge(body))).toEqual(['convention.json.duplicate_same: key twice: code']);
  });

  it('is to have no byte order mark', () => {
    const findings = judge(`\ufeff${bodyOf(SUCCESS)}`).filter(({ status }) => status === 'failed');
    expect(findings).toMatchObject([
      {
        requirement: 'convention.json.no_bom',
        reason: { en: 'a byte order mark comes first', zh: '以字节顺序标记开头' },
      },
    ]);
  });

  it.each(['<html></html>', '', '[]', `${bodyOf(SUCCESS)},`])('%j is none', (body) => {
    const { answer } = answered(body);
    expect(judge(body)).toEqual([
      {
        requirement: 'response.body.json',
        status: 'failed',
        experiment: IT,
        evidence: [7],
        reason: answer.kind === 'broken' ? answer.why : undefined,
      },
    ]);
  });

  it('is not judged where nothing came', () => {
    const { sent } = answered('');
    const fault = { kind: 'reset', sent: true, answered: false, message: 'x' } as const;
    const answer = { kind: 'none', fault, why: { en: 'x', zh: 'x' } } as const;
    const about = { experiment: IT, success: true };
    expect(envelope.judge({ answer, sent }, about, new Set())).toEqual([]);
  });
});

describe('the content type', () => {
  const type = (value: string | undefined) =>
    failures(
      judge(
        bodyOf(SUCCESS),
        {},
        {
          headers:
            value === undefined
              ? []
              : [
                  ['x-a', 'text/html'],
                  ['content-TYPE', value],
                ],
        },
      ),
    );

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json ;charset=utf-8',
    'Application/JSON',
    'application/problem+json',
    'application/vnd.bk-cmdb.v3+json',
  ])('%s is JSON', (value) => {
    expect(type(value)).toEqual([]);
  });

  it.each([
    'text/html',
    'text/json',
    'application/jsonp',
    'application/json-seq',
    'application/javascript',
    'x-application/json',
    'application/+json',
  ])('%s is not', (value) => {
    expect(type(value)).toEqual([`convention.content_type: content type ${value}`]);
  });

  it('has to be there', () => {
    expect(type(undefined)).toEqual(['convention.content_type: content type missing']);
    const findings = judge(bodyOf(SUCCESS), {}, { headers: [] });
    expect(findings.find(({ status }) => status === 'failed')?.reason?.zh).toBe(
      'Content-Type 为 空',
    );
  });
});

describe('answers of the endpoints that the suite uses', () => {
  const ROW = '{"id":1,"bk_obj_asst_id":"a","bk_inst_id":1,"bk_asst_inst_id":2}';
  const supported = (endpoint: string, members: Members) =>
    envelope.support(endpoint, objectOf(bodyOf(members)), 9);

  it('work when they say so', () => {
    const works = {
      requirement: 'find_instance_association.works',
      status: 'passed',
      experiment: { en: 'support', zh: '辅助接口' },
      evidence: [9],
    };
    expect(supported('find_instance_association', { ...SUCCESS, data: `[${ROW},${ROW}]` })).toEqual(
      [works],
    );
  });

  it('are judged by their own documents, rows included', () => {
    const rows = `[${ROW},{"id":"x","bk_obj_asst_id":"a","bk_asst_inst_id":2}]`;
    expect(failures(supported('find_instance_association', { ...SUCCESS, data: rows }))).toEqual([
      'find_instance_association.response.data.id.type: data.id must be an integer',
      'find_instance_association.response.data.bk_inst_id.present: data.bk_inst_id is missing',
    ]);
    const [first, second] = supported('find_instance_association', { ...SUCCESS, data: rows });
    expect(first?.reason?.zh).toBe('data.id 类型不符');
    expect(second?.reason?.zh).toBe('缺少 data.bk_inst_id');
  });

  it('are judged on members that are missing, on success and on failure', () => {
    expect(
      failures(supported('delete_inst', { ...SUCCESS, data: 'null', code: undefined })),
    ).toEqual(['delete_inst.response.code.present: code is missing']);
    expect(failures(supported('delete_inst', { ...FAILURE, code: undefined }))).toEqual([
      'delete_inst.response.code.present_on_failure: code is missing',
    ]);
  });

  it('do not work when they are refusals', () => {
    expect(supported('delete_inst', FAILURE)).toEqual([]);
  });
});

it('judges nothing but requirements that exist', () => {
  const known = new Set([...requirements, ...support].map(({ id }) => id));
  const findings = [
    ...judge(bodyOf(SUCCESS)),
    ...judge(bodyOf(FAILURE), { success: false, member: 'bk_inst_id' }),
  ];
  for (const { requirement } of findings) expect(known).toContain(requirement);
});
