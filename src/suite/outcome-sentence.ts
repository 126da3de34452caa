import type { Text } from '../contract/text.js';
import type { Unreachable } from './preflight.js';
import type { Outcome, RequirementResult } from './record.js';

/** One sentence on the outcome, and what to do next. */
export function outcomeSentence(
  outcome: Outcome,
  requirements: readonly RequirementResult[],
  ended: Text | undefined,
  unreachable: Unreachable | undefined,
  fullCommand: string | undefined,
): Text {
  if (unreachable === 'no connection') {
    return {
      en: `There is no connection to the target: ${ended?.en ?? ''}. Check CMDB_BASE_URL, the network, the proxy and TLS.`,
      zh: `无法连接目标：${ended?.zh ?? ''}。请检查 CMDB_BASE_URL、网络、代理与 TLS。`,
    };
  }
  if (unreachable === 'every identity refused') {
    return {
      en: `Nothing could be judged: ${ended?.en ?? ''}.`,
      zh: `无法判定：${ended?.zh ?? ''}。`,
    };
  }
  const count = (level: 'must' | 'should', status: RequirementResult['status']): number =>
    requirements.filter((one) => one.level === level && one.status === status).length;
  const warnings = count('should', 'failed');
  const warned =
    warnings === 0 ? '' : ` ${plural(warnings, 'recommendation')} not kept (warnings).`;
  const warnedZh = warnings === 0 ? '' : `另有 ${warnings} 条建议未满足（警告）。`;
  switch (outcome) {
    case 'conformant':
      return {
        en: `All ${count('must', 'passed')} rules of the document that could be judged are kept.${warned}`,
        zh: `可判定的 ${count('must', 'passed')} 条文档规则全部满足。${warnedZh}`,
      };
    case 'nonconformant': {
      const failed = count('must', 'failed');
      const broken =
        failed === 0
          ? `${plural(warnings, 'recommendation')} not kept, and --strict makes that count`
          : `${plural(failed, 'rule')} of the document broken`;
      const brokenZh =
        failed === 0
          ? `${warnings} 条建议未满足（--strict 计入结论）`
          : `违反了 ${failed} 条文档规则`;
      return {
        en: `${broken}. Look at the first failure below: its evidence shows what was sent and what came back.`,
        zh: `${brokenZh}。请从下方第一条失败看起，证据中有发送与返回的内容。`,
      };
    }
    case 'incomplete': {
      const open = count('must', 'inconclusive');
      const next = fullCommand === undefined ? '' : ` For the full run: ${fullCommand}`;
      const nextZh = fullCommand === undefined ? '' : `完整运行：${fullCommand}`;
      return {
        en: `${plural(open, 'rule')} could not be judged${ended === undefined ? '' : `: ${ended.en}`}. Each says why below.${next}`,
        zh: `${open} 条规则无法判定${ended === undefined ? '' : `：${ended.zh}`}，原因见下文。${nextZh}`,
      };
    }
  }
}

/** A count with its noun, in English. */
function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
