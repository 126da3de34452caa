import type { Text } from '../text.js';
import type { CaseStatus, RequirementResult } from '../record/record.js';

/**
 * What a reader is told of a requirement or a case. It is the status, except that a failed `should`
 * is a warning (unless the run was strict), a deviation that a waiver declares is waived, and a case
 * may be only observed.
 */
export type Verdict = CaseStatus | 'warning' | 'waived';

/** What a verdict follows from. */
type Judged = Pick<RequirementResult, 'level' | 'waiver'> & { readonly status: CaseStatus };

/** All verdicts, the most urgent first: the order of every list, picture and filter. */
export const VERDICTS: readonly Verdict[] = [
  'failed',
  'warning',
  'inconclusive',
  'waived',
  'deviation',
  'not-applicable',
  'observed',
  'passed',
];

/** The verdicts that a requirement can have. */
export const REQUIREMENT_VERDICTS = VERDICTS.filter((verdict) => verdict !== 'observed');

/**
 * The verdict that a status amounts to (design: a failed `should` is a warning, strict makes it
 * count).
 *
 * @param result - a requirement's result
 * @param strict - whether the run was strict
 */
export function verdictOf(result: Judged, strict: boolean): Verdict {
  if (result.status === 'deviation' && result.waiver !== undefined) return 'waived';
  return result.status === 'failed' && result.level === 'should' && !strict
    ? 'warning'
    : result.status;
}

/**
 * The verdict that the status of a case amounts to: a failed case is a warning where all that failed
 * of what it exercises is a `should`, and one that deviates is waived where all of that is.
 *
 * @param of - the case
 * @param requirements - what came of each requirement, by id
 * @param strict - whether the run was strict
 */
export function caseVerdictOf(
  of: { readonly status: CaseStatus; readonly requirements: readonly string[] },
  requirements: ReadonlyMap<string, Judged>,
  strict: boolean,
): Verdict {
  const alike = of.requirements.flatMap((id) => {
    const result = requirements.get(id);
    return result?.status === of.status ? [verdictOf(result, strict)] : [];
  });
  const [first] = alike;
  const isBroken = of.status === 'failed' || of.status === 'deviation';
  return isBroken && first !== undefined && alike.every((one) => one === first) ? first : of.status;
}

/** One word for each verdict. */
export const VERDICT_WORDS: Readonly<Record<Verdict, Text>> = {
  failed: { en: 'failed', zh: '未通过' },
  warning: { en: 'warning', zh: '警告' },
  inconclusive: { en: 'inconclusive', zh: '无法判定' },
  waived: { en: 'waived', zh: '已豁免' },
  deviation: { en: 'declared deviation', zh: '已声明偏差' },
  'not-applicable': { en: 'not applicable', zh: '不适用' },
  observed: { en: 'observed', zh: '仅记录' },
  passed: { en: 'passed', zh: '通过' },
};

/** How each verdict is made, in one sentence. */
export const VERDICT_MEANINGS: Readonly<Record<Verdict, Text>> = {
  failed: {
    en: 'The target was seen to break the rule. One failed must makes the run nonconformant.',
    zh: '实测目标违反了这条规则。只要有一条“必须”未通过，整次运行即为不符合。',
  },
  warning: {
    en: 'A failed should: the document only implies the rule. With --strict it counts as failed.',
    zh: '一条“应当”未通过：文档只是隐含了这条规则。使用 --strict 时按未通过计。',
  },
  inconclusive: {
    en: 'It could not be judged; the reason is given. Nothing that was not exercised is ever green.',
    zh: '没能作出判定，原因已写明。没有实际验证过的内容绝不会显示为通过。',
  },
  waived: {
    en: 'It failed, and a waiver accepts that, for the reason it gives. It decides nothing.',
    zh: '未通过，但已按豁免文件中的理由接受，不影响结论。',
  },
  deviation: {
    en: 'It failed in exactly the form that is known of the chosen release. It decides nothing.',
    zh: '未通过，但其表现与所选版本的已知表现完全一致，不影响结论。',
  },
  'not-applicable': {
    en: 'This configuration gives no way to judge it; the reason names the setting that would.',
    zh: '当前配置下无从判定，原因中写明了需要哪项设置。',
  },
  observed: {
    en: 'What the server did is recorded, without a verdict.',
    zh: '只记录服务端的表现，不作判定。',
  },
  passed: {
    en: 'Every case that exercised it agreed: the twin accepted, the fault refused, the effect looked up.',
    zh: '所有相关用例结论一致：对照请求被接受、错误请求被拒绝、实际效果已查证。',
  },
};
