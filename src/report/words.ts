import type { Level } from '../contract/requirement.js';
import type { Text } from '../text.js';
import type { Purpose } from '../record/exchange.js';
import type { Category, Effort, Outcome, RequirementResult, RunRecord } from '../record/record.js';

/** The outcome of a run as a headline. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Text>> = {
  conformant: { en: 'Conformant', zh: '符合文档' },
  nonconformant: { en: 'Nonconformant', zh: '不符合文档' },
  incomplete: { en: 'Incomplete', zh: '结论不完整' },
};

/** How binding a requirement is. */
export const LEVEL_WORDS: Readonly<Record<Level, Text>> = {
  must: { en: 'must', zh: '必须' },
  should: { en: 'should', zh: '应当' },
};

/** The categories of cases. */
export const CATEGORY_WORDS: Readonly<Record<Category, Text>> = {
  success: { en: 'success', zh: '正常创建' },
  'missing-field': { en: 'missing field', zh: '缺少字段' },
  'wrong-type': { en: 'wrong type', zh: '类型错误' },
  'bad-auth': { en: 'bad credentials', zh: '凭证错误' },
  envelope: { en: 'envelope', zh: '返回结构' },
  semantics: { en: 'semantics', zh: '业务语义' },
  protocol: { en: 'protocol', zh: '协议' },
};

/** What a known defect of a document is called. */
export const ERRATUM_WORD: Text = { en: 'erratum', zh: '勘误' };

/** Why an exchange was made. */
export const PURPOSE_WORDS: Readonly<Record<Purpose, Text>> = {
  request: { en: 'request', zh: '被测请求' },
  twin: { en: 'twin', zh: '对照请求' },
  lookup: { en: 'lookup', zh: '查证' },
  setup: { en: 'setup', zh: '准备' },
  cleanup: { en: 'cleanup', zh: '清理' },
};

/** How much a run does for each case. */
export const EFFORT_WORDS: Readonly<Record<Effort, Text>> = {
  full: { en: 'full', zh: '完整' },
  quick: { en: 'quick', zh: '快速' },
};

/** What stands beside the figures of a run that was not a full one; nothing beside a full one's. */
export function effortBeside({ effort }: { readonly effort: Effort }): string {
  return effort === 'full' ? '' : ` · --effort ${effort}`;
}

/** What the CMDB that the suite brings along is called. */
export const EMBEDDED_WORDS: Text = { en: 'embedded CMDB', zh: '内置 CMDB' };

/** Where a setting came from. */
export const FROM_WORDS: Readonly<
  Record<RunRecord['settings']['variables'][number]['from'], Text>
> = {
  'command line': { en: 'command line', zh: '命令行' },
  environment: { en: 'environment', zh: '环境变量' },
  '.env': { en: '.env', zh: '.env' },
  default: { en: 'default', zh: '默认值' },
  embedded: EMBEDDED_WORDS,
};

/** How many of requirements are rules, and how many recommendations; neither where there is none. */
export function rulesWords(results: readonly Pick<RequirementResult, 'level'>[]): Text {
  const kinds = countsOf(results);
  return {
    en: kinds.map(({ count, en }) => `${count} ${en}${count === 1 ? '' : 's'}`).join(', '),
    zh: kinds.map(({ count, zh }) => `${count} 条${zh}`).join('、'),
  };
}

/** What is said of requirements that are broken for one cause, which stands before it. */
export function togetherWords(results: readonly Pick<RequirementResult, 'level'>[]): Text {
  const kinds = countsOf(results).map(
    ({ count, en, broken }) => `${count} ${en}${count === 1 ? ' is' : 's are'} ${broken}`,
  );
  return {
    en: `${kinds.join(' and ')} for this one reason:`,
    zh: `${rulesWords(results).zh}因同一原因未满足：`,
  };
}

const KINDS = {
  must: { en: 'rule', zh: '规则', broken: 'broken' },
  should: { en: 'recommendation', zh: '建议', broken: 'not kept' },
} as const;

function countsOf(
  results: readonly Pick<RequirementResult, 'level'>[],
): readonly ((typeof KINDS)[keyof typeof KINDS] & { readonly count: number })[] {
  const kinds = (['must', 'should'] as const).map((level) => ({
    ...KINDS[level],
    count: results.filter((result) => result.level === level).length,
  }));
  return kinds.filter(({ count }) => count > 0);
}

/** What is said of the failures that another one may explain. */
export function followWords(count: number): Text {
  return {
    en: `${count} more ${count === 1 ? 'rule is' : 'rules are'} broken by the same answers or for the same reason; they may follow from this one:`,
    zh: `另有 ${count} 条规则因同样的应答或同一原因未通过，可能由上述问题引起：`,
  };
}

/** A number of exchanges. */
export function exchangesWords(count: number): Text {
  return { en: count === 1 ? '1 exchange' : `${count} exchanges`, zh: `${count} 次交互` };
}
