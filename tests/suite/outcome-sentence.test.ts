import { describe, expect, it } from 'vitest';
import { outcomeSentence } from '../../src/suite/outcome-sentence.js';
import type { RequirementResult, Status } from '../../src/record/record.js';

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
    const kept = results(['must', 'passed'], ['must', 'passed']);
    expect(outcomeSentence('conformant', kept, undefined, undefined, undefined)).toEqual({
      en: 'All 2 rules of the document are kept.',
      zh: '文档的 2 条规则全部满足。',
    });
    const less = [...kept, ...results(['must', 'not-applicable'])];
    expect(outcomeSentence('conformant', less, undefined, undefined, undefined)).toEqual({
      en: '2 rules of the document are kept, 1 not applicable here (each names the setting that would change it).',
      zh: '满足文档的 2 条规则，另有 1 条在当前配置下不适用（各条均注明可改变它的设置）。',
    });
    const one = [...kept, ...results(['should', 'failed'], ['should', 'passed'])];
    expect(outcomeSentence('conformant', one, undefined, undefined, undefined)).toEqual({
      en: 'All 2 rules of the document are kept. 1 recommendation is not kept (a warning).',
      zh: '文档的 2 条规则全部满足。另有 1 条建议未满足（警告）。',
    });
    const two = [...one, ...results(['should', 'failed'])];
    expect(outcomeSentence('conformant', two, undefined, undefined, undefined).en).toContain(
      '2 recommendations are not kept (warnings)',
    );
  });

  it('counts the rules that are broken', () => {
    const say = (...broken: Wanted) =>
      outcomeSentence('nonconformant', results(...broken), undefined, undefined, undefined);
    expect(say(['must', 'failed']).en).toMatch(/^1 rule of the document is broken\. Look at/);
    expect(say(['must', 'failed']).zh).toMatch(/^违反了 1 条文档规则。/);
    expect(say(['must', 'failed'], ['must', 'failed'], ['should', 'failed']).en).toMatch(
      /^2 rules of the document are broken\./,
    );
    const some = say(['must', 'failed'], ['must', 'inconclusive'], ['must', 'inconclusive']);
    expect(some.en).toMatch(/^1 rule of the document is broken; 2 could not be judged\./);
    expect(some.zh).toMatch(/^违反了 1 条文档规则，另有 2 条无法判定。/);
    expect(say(['should', 'failed']).en).toMatch(
      /^1 recommendation not kept, and --strict makes that count\./,
    );
    expect(say(['should', 'failed']).zh).toMatch(/^1 条建议未满足（--strict 计入结论）。/);
  });

  it('counts what is open, says why, and how to run it all', () => {
    const open = results(['must', 'inconclusive'], ['should', 'inconclusive']);
    expect(outcomeSentence('incomplete', open, ended, undefined, 'npx it')).toEqual({
      en: 'The run ended early: it ended. 1 rule could not be judged. Put that right and run again.',
      zh: '运行提前结束：已结束。1 条规则无法判定。请排除该问题后重新运行。',
    });
    expect(outcomeSentence('incomplete', open, undefined, undefined, 'npx it')).toEqual({
      en: '1 rule could not be judged. Each says why below. For the full run: npx it',
      zh: '1 条规则无法判定，原因见下文。完整运行：npx it',
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
