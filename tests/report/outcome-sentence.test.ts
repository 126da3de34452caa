import { describe, expect, it } from 'vitest';
import { outcomeSentence } from '../../src/report/sentences/outcome.js';
import type { Ending } from '../../src/record/ending.js';
import type { Outcome, RequirementResult, RunRecord, Status } from '../../src/record/record.js';
import { anIgnoringRecord } from './a-caused-record.js';
import { aRecord, aRequirement } from './a-record.js';

type Wanted = readonly (readonly [level: 'must' | 'should', status: Status])[];

function results(...wanted: Wanted): RequirementResult[] {
  return wanted.map(([level, status], n) => aRequirement({ id: `r${n}`, level, status }));
}

function say(
  outcome: Outcome,
  requirements: RequirementResult[],
  more: Pick<Partial<RunRecord>, 'ended' | 'partial'> = {},
): ReturnType<typeof outcomeSentence> {
  return outcomeSentence(aRecord({ outcome, requirements, ...more }));
}

const ENDED: Ending = { kind: 'limit-endless' };
const PARTIAL = { part: { kind: 'ended' }, command: 'npx it' } as const;

describe('the sentence on an outcome', () => {
  it('says that all is kept, and counts the warnings', () => {
    const kept = results(['must', 'passed'], ['must', 'passed']);
    expect(say('conformant', kept)).toEqual({
      en: 'All 2 rules of the document are kept.',
      zh: '文档的 2 条规则全部满足。',
    });
    expect(say('conformant', [...kept, ...results(['must', 'not-applicable'])])).toEqual({
      en: '2 rules of the document are kept, 1 not applicable here (each says why).',
      zh: '满足文档的 2 条规则，另有 1 条在当前配置下不适用（各条均注明原因）。',
    });
    const one = [...kept, ...results(['should', 'failed'], ['should', 'passed'])];
    expect(say('conformant', one)).toEqual({
      en: 'All 2 rules of the document are kept. 1 recommendation is not kept (a warning).',
      zh: '文档的 2 条规则全部满足。另有 1 条建议未满足（警告）。',
    });
    expect(say('conformant', [...one, ...results(['should', 'failed'])]).en).toContain(
      '2 recommendations are not kept (warnings)',
    );
  });

  it('counts the rules that are broken', () => {
    const broken = (...wanted: Wanted) => say('nonconformant', results(...wanted));
    expect(broken(['must', 'failed']).en).toMatch(/^1 rule of the document is broken\. Look at/);
    expect(broken(['must', 'failed']).zh).toMatch(/^违反了 1 条文档规则。/);
    expect(broken(['must', 'failed'], ['must', 'failed'], ['should', 'failed']).en).toMatch(
      /^2 rules of the document are broken\./,
    );
    const some = broken(['must', 'failed'], ['must', 'inconclusive'], ['must', 'inconclusive']);
    expect(some.en).toMatch(/^1 rule of the document is broken; 2 could not be judged\./);
    expect(some.zh).toMatch(/^违反了 1 条文档规则；另有 2 条无法判定。/);
    expect(broken(['should', 'failed']).en).toMatch(
      /^1 recommendation not kept, and --strict makes that count\./,
    );
    expect(broken(['should', 'failed']).zh).toMatch(/^1 条建议未满足（--strict 计入结论）。/);
  });

  it('names the causes of most of them', () => {
    const record = anIgnoringRecord();
    expect(outcomeSentence(record).en).toMatch(
      /^7 rules of the document are broken, 6 of them because the server ignores metadata\. Look/,
    );
    const only = record.requirements.filter(({ id }) => id.startsWith('request.'));
    const told = outcomeSentence({ ...record, requirements: only });
    expect(told.en).toMatch(/^6 rules .* are broken, because the server ignores metadata\. Look/);
    expect(told.zh).toMatch(/^违反了 6 条文档规则，原因是服务端忽略 metadata。/);
  });

  it('counts what is open, says why, and how to run it all', () => {
    const open = results(['must', 'inconclusive'], ['should', 'inconclusive']);
    const part = { part: { kind: 'chosen', cases: 3 }, command: 'npx it' } as const;
    expect(say('incomplete', open, { partial: part })).toEqual({
      en: '1 rule could not be judged. Each says why below. For the full run: npx it',
      zh: '1 条规则无法判定，原因见下文。完整运行：npx it',
    });
    expect(say('incomplete', open)).toEqual({
      en: '1 rule could not be judged. Each says why below.',
      zh: '1 条规则无法判定，原因见下文。',
    });
  });

  it('names the next step that fits the cause of an early end', () => {
    const open = results(['must', 'inconclusive'], ['must', 'inconclusive']);
    expect(say('incomplete', open, { ended: ENDED, partial: PARTIAL })).toEqual({
      en: 'The run ended early: the target keeps answering that requests come too fast. 2 rules could not be judged. Set CMDB_MAX_RATE to what the target allows in a second, and run again.',
      zh: '运行提前结束：目标持续返回“请求过于频繁”。2 条规则无法判定。请将 CMDB_MAX_RATE 设为目标每秒允许的请求数，然后重新运行。',
    });
    const ended: Ending = { kind: 'interrupted', by: 'SIGINT' };
    expect(say('incomplete', open, { ended, partial: PARTIAL })).toEqual({
      en: 'The run ended early: interrupted by SIGINT. 2 rules could not be judged. Run again.',
      zh: '运行提前结束：被 SIGINT 中断。2 条规则无法判定。请重新运行。',
    });
  });

  it('says what to look at where nothing could be asked', () => {
    const ended: Ending = { kind: 'no-connection', fault: 'unreachable', words: 'ECONNREFUSED' };
    expect(say('incomplete', [], { ended, partial: PARTIAL })).toEqual({
      en: 'Nothing could be judged: the target can’t be talked to: ECONNREFUSED. Check CMDB_BASE_URL (scheme, host and port), the network, the proxy (HTTPS_PROXY, NO_PROXY) and TLS (CMDB_CA_FILE).',
      zh: '无法判定：无法与目标通信：无法建立连接（ECONNREFUSED）。请检查 CMDB_BASE_URL（协议、主机与端口）、网络、代理（HTTPS_PROXY、NO_PROXY）与 TLS（CMDB_CA_FILE）。',
    });
    const refused: Ending = {
      kind: 'identities-refused',
      said: { code: '1306001', message: 'app error' },
    };
    const told = say('incomplete', [], { ended: refused, partial: PARTIAL });
    expect(told.en).toMatch(
      /^Nothing could be judged: every configured identity .*\(code 1306001, app error\)\. Check BK_APP_CODE, BK_APP_SECRET/,
    );
    expect(told.zh).toContain('请检查 BK_APP_CODE');
  });

  it.each<[Ending, RegExp]>([
    [
      {
        kind: 'not-the-api',
        answer: { what: 'redirect', status: 302, location: 'https://login.example/' },
      },
      /^Nothing could be judged: what answers at CMDB_BASE_URL is not the API, but a redirect \(HTTP 302, to https:\/\/login\.example\/\)\. Set CMDB_BASE_URL/,
    ],
    [
      { kind: 'permission', said: { code: '1306403', message: 'App has no permission' } },
      /^Nothing could be judged: a permission is lacking \(code 1306403, App has no permission\)\. In the developer/,
    ],
    [
      {
        kind: 'fixture-wrong',
        settings: ['CMDB_OBJ_ASST_ID'],
        missing: 'no_such',
        said: { code: '1199056', message: 'not found' },
      },
      /^Nothing could be judged: lookups do not show no_such, which CMDB_OBJ_ASST_ID names \(code 1199056, not found\)\. Set CMDB_OBJ_ASST_ID/,
    ],
    [
      { kind: 'misconfigured', variables: [{ variable: 'BK_APP_SECRET', what: 'placeholder' }] },
      /^Nothing could be judged: the configuration is wrong: BK_APP_SECRET is a word that stands for a missing value\. Set/,
    ],
  ])('says that nothing was judged after %j', (ended, told) => {
    expect(say('incomplete', [], { ended, partial: PARTIAL }).en).toMatch(told);
  });
});
