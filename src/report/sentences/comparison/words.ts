import type {
  Cause,
  Change,
  Comparison,
  DocumentChange,
  Severity,
} from '../../../record/comparison/comparison.js';
import { COMPARISON_EXIT_CODES } from '../../../record/exit-code.js';
import type { Text } from '../../../text.js';

/** How clients feel a change. */
export const SEVERITY_WORDS: Readonly<Record<Severity, Text>> = {
  breaking: { en: 'breaking', zh: '破坏性' },
  risky: { en: 'risky', zh: '有风险' },
  additive: { en: 'additive', zh: '新增或改善' },
};

/** Who changed. */
export const CAUSE_WORDS: Readonly<Record<Cause, Text>> = {
  server: { en: 'the server', zh: '服务端' },
  document: { en: 'the document', zh: '文档' },
  suite: { en: 'the suite', zh: '套件' },
  configuration: { en: 'the configuration', zh: '配置' },
};

/** What became of a requirement. */
export const CHANGE_WORDS: Readonly<Record<Change, Text>> = {
  broken: { en: 'broken', zh: '变为未通过' },
  'found-failing': { en: 'found failing', zh: '新判定为未通过' },
  'no-longer-judged': { en: 'no longer judged', zh: '不再能判定' },
  gone: { en: 'gone', zh: '已移除' },
  'deviation-come': { en: 'deviation declared', zh: '新声明为偏差' },
  'deviation-gone': { en: 'deviation no more', zh: '不再是已声明偏差' },
  new: { en: 'new', zh: '新增' },
  'judged-now': { en: 'judged now', zh: '现已判定' },
  fixed: { en: 'fixed', zh: '已修复' },
  'still-failing': { en: 'still failing', zh: '仍未通过' },
  unchanged: { en: 'unchanged', zh: '无变化' },
};

/** What became of a statement of a document. */
export const DOCUMENT_CHANGE_WORDS: Readonly<Record<DocumentChange['change'], Text>> = {
  added: { en: 'added', zh: '新增' },
  removed: { en: 'removed', zh: '移除' },
  changed: { en: 'changed', zh: '改动' },
};

/** What a comparison came to, in a word or two. */
export function resultWords({ exitCode, incomparable }: Comparison): Text {
  if (incomparable !== undefined) return { en: 'Not comparable', zh: '无法比较' };
  if (exitCode === COMPARISON_EXIT_CODES.worse) return { en: 'Worse', zh: '变差' };
  if (exitCode === COMPARISON_EXIT_CODES.different) return { en: 'Different', zh: '有差异' };
  return { en: 'No difference that counts', zh: '没有计入的差异' };
}

/** What each rule for placeholders replaces. */
export const RULE_WORDS: Readonly<Record<string, Text>> = {
  variable: {
    en: 'values of variables that name something of the target, and the ids of what the suite made or chose in their place',
    zh: '指向目标上某物的变量取值，以及套件代为创建或选择之物的 id',
  },
  run: { en: 'the name of the run in what the suite makes', zh: '套件所建数据中的运行标识' },
  address: { en: 'the address of the target', zh: '目标地址' },
  'request-id': {
    en: 'UUIDs, and 16 or more hexadecimal digits',
    zh: 'UUID 与 16 位以上的十六进制串',
  },
  time: { en: 'points in time', zh: '时间' },
  sent: {
    en: 'numbers and texts of the request that is answered, by the names of their members',
    zh: '请求中发送的数字与文本，以字段名表示',
  },
  made: { en: 'ids that answers gave back', zh: '应答中返回的 id' },
};
