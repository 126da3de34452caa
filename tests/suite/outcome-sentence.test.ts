import { describe, expect, it } from 'vitest';
import { outcomeSentence } from '../../src/suite/outcome-sentence.js';
import type { RequirementResult, Status } from '../../src/suite/record.js';

type Wanted = readonly (readonly [level: 'must' | 'should', status: Status])[];

function results(...wanted: Wanted): RequirementResult[] {
  return wanted.map(([level, status], n) => ({
    id: `r${n}`,
    level,
    status,
    title: { en: 'R', zh: 'R' },
    source: { path: 'docs/api/x.md', line: 1, quote: 'x' },
    cases: [],
    evidence: [],
  }));
}

const ended = { en: 'it ended', zh: '已结束' };

describe('the sentence on an outcome', () => {
  it('says that all is kept, and counts the warnings', () => {
    const kept = results(['must', 'passed'], ['must', 'passed'], ['must', 'not-applicable']);
    expect(outcomeSentence('conformant', kept, undefined, undefined, undefined)).toEqual({
      en: 'All 2 rules of the document that could be judged are kept.',
      zh: '可判定的 2 条文档规则全部满足。',
    });
    const one = [...kept, ...results(['should', 'failed'], ['should', 'passed'])];
    expect(outcomeSentence('conformant', one, undefined, undefined, undefined)).toEqual({
      en: 'All 2 rules of the document that could be judged are kept. 1 recommendation not kept (warnings).',
      zh: '可判定的 2 条文档规则全部满足。另有 1 条建议未满足（警告）。',
    });
    const two = [...one, ...results(['should', 'failed'])];
    expect(outcomeSentence('conformant', two, undefined, undefined, undefined).en).toContain(
      '2 recommendations not kept',
    );
  });

  it('counts the rules that are broken', () => {
    const say = (...broken: Wanted) =>
      outcomeSentence('nonconformant', results(...broken), undefined, undefined, undefined);
    expect(say(['must', 'failed']).en).toMatch(/^1 rule of the document broken\. Look at/);
    expect(say(['must', 'failed']).zh).toMatch(/^违反了 1 条文档规则。/);
    expect(say(['must', 'failed'], ['must', 'failed'], ['should', 'failed']).en).toMatch(
      /^2 rules of the document broken\./,
    );
    expect(say(['should', 'failed']).en).toMatch(
      /^1 recommendation not kept, and --strict makes that count\./,
    );
    expect(say(['should', 'failed']).zh).toMatch(/^1 条建议未满足（--strict 计入结论）。/);
  });

  it('counts what is open, says why, and how to run it all', () => {
    const open = results(['must', 'inconclusive'], ['should', 'inconclusive']);
    expect(outcomeSentence('incomplete', open, ended, undefined, 'npx it')).toEqual({
      en: '1 rule could not be judged: it ended. Each says why below. For the full run: npx it',
      zh: '1 条规则无法判定：已结束，原因见下文。完整运行：npx it',
    });
    expect(outcomeSentence('incomplete', open, undefined, undefined, undefined)).toEqual({
      en: '1 rule could not be judged. Each says why below.',
      zh: '1 条规则无法判定，原因见下文。',
    });
  });

  it('says what to look at where nothing could be asked', () => {
    expect(outcomeSentence('incomplete', [], ended, 'no connection', 'npx it')).toEqual({
      en: 'There is no connection to the target: it ended. Check CMDB_BASE_URL, the network, the proxy and TLS.',
      zh: '无法连接目标：已结束。请检查 CMDB_BASE_URL、网络、代理与 TLS。',
    });
    expect(outcomeSentence('incomplete', [], undefined, 'no connection', undefined).en).toContain(
      'target: . Check',
    );
    expect(outcomeSentence('incomplete', [], ended, 'every identity refused', 'npx it')).toEqual({
      en: 'Nothing could be judged: it ended.',
      zh: '无法判定：已结束。',
    });
  });
});
