import type { Quoted } from './quoted.js';
import {
  CALLER,
  FILTER,
  LABEL,
  OURS,
  TOKEN_FROM_COOKIE,
  WHERE_TO_GET_THE_SECRET,
  WHICH_APP_IS_EXEMPT,
} from './reasons.js';
import { spelling } from './spelling.js';
import type { Text } from '../text.js';

/** Where a phrase may stand: a sentence means something else in another table. */
export type Where = 'document' | 'common' | 'function' | 'request' | 'response';

/** A rule that stands in prose, understood. */
export type Rule =
  | 'ours'
  | 'app-verified'
  | 'secret-verified'
  | 'login-verified'
  | 'one-identity'
  | 'app-exempt'
  | 'user-named'
  | 'creates'
  | 'finds'
  | 'deletes'
  | 'association-exists'
  | 'source-instance'
  | 'target-instance'
  | 'business'
  | 'result-true'
  | 'result-false'
  | 'code-zero'
  | 'code-positive'
  | 'message-on-failure'
  | 'created-id';

/** What a clause says: a rule, or why it yields none. */
interface Phrase {
  readonly where: Where;
  /** The whole clause in any spelling; a pattern of the spelling where it names members, in its groups. */
  readonly words: string | RegExp;
  readonly rule?: Rule;
  readonly aside?: Text;
}

/** A clause of a description with the phrase that explains it. */
export interface Clause extends Quoted {
  readonly rule?: Rule;
  readonly aside?: Text;
  /** The members that the clause names, in its order. */
  readonly names: readonly string[];
}

/** The sentences of the documents, and what each of them means. The only place that reads prose. */
const PHRASES: readonly Phrase[] = [
  {
    where: 'document',
    words: '本文档由 cmdb-conformance 编写',
    rule: 'ours',
    aside: OURS,
  },
  { where: 'document', words: '说明套件自身用到的接口', aside: OURS },

  { where: 'common', words: '应用ID', rule: 'app-verified' },
  { where: 'common', words: '安全密钥(应用 TOKEN)', rule: 'secret-verified' },
  {
    where: 'common',
    words: '可以通过 蓝鲸智云开发者中心 -> 点击应用ID -> 基本信息 获取',
    aside: WHERE_TO_GET_THE_SECRET,
  },
  { where: 'common', words: '当前用户登录态', rule: 'login-verified' },
  { where: 'common', words: /^(\w+)与(\w+)必须一个有效$/u, rule: 'one-identity' },
  { where: 'common', words: 'bk_token可以通过Cookie获取', aside: TOKEN_FROM_COOKIE },
  ...said('common', LABEL, '当前用户用户名'),
  {
    where: 'common',
    words: '应用免登录态验证白名单中的应用',
    rule: 'app-exempt',
    aside: WHICH_APP_IS_EXEMPT,
  },
  { where: 'common', words: '用此字段指定当前用户', rule: 'user-named' },

  { where: 'function', words: '新增模型实例之间的关联关系', rule: 'creates' },
  { where: 'function', words: '新增模型实例', rule: 'creates' },
  { where: 'function', words: '查询模型实例之间的关联关系', rule: 'finds' },
  { where: 'function', words: '查询模型之间的关联关系', rule: 'finds' },
  { where: 'function', words: '查询模型实例', rule: 'finds' },
  { where: 'function', words: '查询模型的属性', rule: 'finds' },
  { where: 'function', words: '删除模型实例之间的关联关系', rule: 'deletes' },
  { where: 'function', words: '删除模型实例', rule: 'deletes' },

  { where: 'request', words: '模型之间关联关系的唯一id', rule: 'association-exists' },
  { where: 'request', words: '源模型实例id', rule: 'source-instance' },
  { where: 'request', words: '目标模型实例id', rule: 'target-instance' },
  { where: 'request', words: '业务id', rule: 'business' },
  ...said('request', LABEL, 'meta data', '标签信息', '查询条件'),
  ...said('request', LABEL, '模型id', '源模型id或目标模型id', '开发商账号'),
  ...said('request', LABEL, '模型实例名称', '模型实例id', '实例关联关系id'),
  ...said('request', LABEL, '以模型id为键', '值为条件列表', '分页参数', '记录开始位置'),
  ...said('request', LABEL, '每页限制条数', '排序字段'),
  ...said('request', CALLER, '最大200'),
  ...said('request', CALLER, '在同一模型内唯一', '该实例下不能有关联关系'),
  ...said('request', FILTER, '按模型之间关联关系的唯一id筛选', '按实例关联关系id筛选'),
  ...said('request', FILTER, '按源模型实例id筛选', '按目标模型实例id筛选', '按关联类型id筛选'),

  ...said('response', LABEL, '请求成功与否'),
  { where: 'response', words: /^true:?请求成功$/u, rule: 'result-true' },
  { where: 'response', words: /^false:?请求失败$/u, rule: 'result-false' },
  ...said('response', LABEL, '错误编码'),
  { where: 'response', words: '0表示success', rule: 'code-zero' },
  { where: 'response', words: '>0表示失败错误', rule: 'code-positive' },
  { where: 'response', words: '请求失败返回的错误信息', rule: 'message-on-failure' },
  ...said('response', LABEL, '请求返回的数据', '权限信息', '请求链id'),
  { where: 'response', words: '新增的实例关联关系身份id', rule: 'created-id' },
  { where: 'response', words: '新增的实例id', rule: 'created-id' },
  ...said('response', LABEL, '实例关联关系id', '模型之间关联关系的唯一id'),
  ...said('response', LABEL, '记录条数', '实例', '实例id', '实例名称'),
  ...said('response', LABEL, '源模型实例id', '目标模型实例id'),
  ...said('response', LABEL, '源模型id', '目标模型id', '关联类型id'),
  ...said('response', LABEL, '源模型与目标模型的对应方式', '取值为1:1、1:n或n:n'),
  ...said('response', LABEL, '属性id', '属性类型', '是否必填'),
];

/** Clauses that yield no rule, for one reason. */
function said(where: Where, aside: Text, ...clauses: readonly string[]): Phrase[] {
  return clauses.map((words) => ({ where, words, aside }));
}

const SPELLED = PHRASES.map((phrase) => {
  const { words } = phrase;
  return { ...phrase, words: typeof words === 'string' ? spelling(words) : words };
});

/**
 * Looks a clause up.
 *
 * @param clause - the words of one clause
 * @param where - the part of the document that it stands in
 * @returns the clause explained, or undefined when no phrase explains it
 */
export function explain(clause: Quoted, where: Where): Clause | undefined {
  const spelled = spelling(clause.quote);
  for (const { where: place, words, rule, aside } of SPELLED) {
    const names = place === where ? namesIn(spelled, words) : undefined;
    if (names === undefined) continue;
    return {
      ...clause,
      ...(rule === undefined ? {} : { rule }),
      ...(aside === undefined ? {} : { aside }),
      names,
    };
  }
  return undefined;
}

/** The members that a clause names; undefined for a clause of other words. */
function namesIn(clause: string, words: Phrase['words']): string[] | undefined {
  return typeof words === 'string'
    ? clause === words
      ? []
      : undefined
    : words.exec(clause)?.slice(1);
}
