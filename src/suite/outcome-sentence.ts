import type { Text } from '../text.js';
import type { Unreachable } from './preflight.js';
import type { Outcome, RequirementResult } from '../record/record.js';

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
    warnings === 0
      ? ''
      : ` ${plural(warnings, 'recommendation')} ${warnings === 1 ? 'is' : 'are'} not kept (${warnings === 1 ? 'a warning' : 'warnings'}).`;
  const warnedZh = warnings === 0 ? '' : `另有 ${warnings} 条建议未满足（警告）。`;
  switch (outcome) {
    case 'conformant':
      return {
        en: `${kept(count('must', 'passed'), count('must', 'not-applicable'))}.${warned}`,
        zh: `${keptZh(count('must', 'passed'), count('must', 'not-applicable'))}。${warnedZh}`,
      };
    case 'nonconformant': {
      const failed = count('must', 'failed');
      const open = count('must', 'inconclusive');
      const broken =
        failed === 0
          ? `${plural(warnings, 'recommendation')} not kept, and --strict makes that count`
          : `${plural(failed, 'rule')} of the document ${failed === 1 ? 'is' : 'are'} broken`;
      const brokenZh =
        failed === 0
          ? `${warnings} 条建议未满足（--strict 计入结论）`
          : `违反了 ${failed} 条文档规则`;
      const more = open === 0 ? '' : `; ${open} could not be judged`;
      const moreZh = open === 0 ? '' : `，另有 ${open} 条无法判定`;
      return {
        en: `${broken}${more}. Look at the first failure below: its evidence shows what was sent and what came back.`,
        zh: `${brokenZh}${moreZh}。请从下方第一条失败看起，证据中有发送与返回的内容。`,
      };
    }
    case 'incomplete': {
      const open = plural(count('must', 'inconclusive'), 'rule');
      const openZh = `${count('must', 'inconclusive')} 条规则无法判定`;
      if (ended !== undefined) {
        return {
          en: `The run ended early: ${ended.en}. ${open} could not be judged. Put that right and run again.`,
          zh: `运行提前结束：${ended.zh}。${openZh}。请排除该问题后重新运行。`,
        };
      }
      const next = fullCommand === undefined ? '' : ` For the full run: ${fullCommand}`;
      const nextZh = fullCommand === undefined ? '' : `完整运行：${fullCommand}`;
      return {
        en: `${open} could not be judged. Each says why below.${next}`,
        zh: `${openZh}，原因见下文。${nextZh}`,
      };
    }
  }
}

function kept(passed: number, notApplicable: number): string {
  return notApplicable === 0
    ? `All ${passed} rules of the document are kept`
    : `${passed} rules of the document are kept, ${notApplicable} not applicable here (each names the setting that would change it)`;
}

function keptZh(passed: number, notApplicable: number): string {
  return notApplicable === 0
    ? `文档的 ${passed} 条规则全部满足`
    : `满足文档的 ${passed} 条规则，另有 ${notApplicable} 条在当前配置下不适用（各条均注明可改变它的设置）`;
}

/** A count with its noun, in English. */
function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
