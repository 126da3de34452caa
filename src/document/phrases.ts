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
import type { Text } from './text.js';

/** Where a phrase may stand: a sentence means something else in another table. */
export type Where = 'document' | 'common' | 'function' | 'request' | 'response';

/** A rule that stands in prose, understood. */
export type Rule =
  | 'support-document'
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
  /** Matches the whole clause; named groups are members that it speaks of. */
  readonly words: RegExp;
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
    words: /^本文档由 cmdb-conformance 编写$/u,
    rule: 'support-document',
    aside: OURS,
  },
  { where: 'document', words: /^说明套件自身用到的接口$/u, aside: OURS },

  { where: 'common', words: /^应用ID$/u, rule: 'app-verified' },
  { where: 'common', words: /^安全密钥\(应用 TOKEN\)$/u, rule: 'secret-verified' },
  {
    where: 'common',
    words: /^可以通过 蓝鲸智云开发者中心 -> 点击应用ID -> 基本信息 获取$/u,
    aside: WHERE_TO_GET_THE_SECRET,
  },
  { where: 'common', words: /^当前用户登录态$/u, rule: 'login-verified' },
  { where: 'common', words: /^(?<one>\w+)与(?<other>\w+)必须一个有效$/u, rule: 'one-identity' },
  { where: 'common', words: /^bk_token可以通过Cookie获取$/u, aside: TOKEN_FROM_COOKIE },
  { where: 'common', words: /^当前用户用户名$/u, aside: LABEL },
  {
    where: 'common',
    words: /^应用免登录态验证白名单中的应用$/u,
    rule: 'app-exempt',
    aside: WHICH_APP_IS_EXEMPT,
  },
  { where: 'common', words: /^用此字段指定当前用户$/u, rule: 'user-named' },

  { where: 'function', words: /^新增模型实例之间的关联关系$/u, rule: 'creates' },
  { where: 'function', words: /^新增模型实例$/u, rule: 'creates' },
  { where: 'function', words: /^查询模型实例之间的关联关系$/u, rule: 'finds' },
  { where: 'function', words: /^查询模型之间的关联关系$/u, rule: 'finds' },
  { where: 'function', words: /^删除模型实例之间的关联关系$/u, rule: 'deletes' },
  { where: 'function', words: /^删除模型实例$/u, rule: 'deletes' },

  { where: 'request', words: /^模型之间关联关系的唯一id$/u, rule: 'association-exists' },
  { where: 'request', words: /^源模型实例id$/u, rule: 'source-instance' },
  { where: 'request', words: /^目标模型实例id$/u, rule: 'target-instance' },
  { where: 'request', words: /^业务id$/u, rule: 'business' },
  { where: 'request', words: /^(?:meta data|标签信息)$/u, aside: LABEL },
  { where: 'request', words: /^(?:模型id|源模型id或目标模型id|源模型id)$/u, aside: LABEL },
  { where: 'request', words: /^(?:模型实例名称|模型实例id|实例关联关系id)$/u, aside: LABEL },
  { where: 'request', words: /^查询条件$/u, aside: LABEL },
  { where: 'request', words: /^(?:在同一模型内唯一|该实例下不能有关联关系)$/u, aside: CALLER },
  {
    where: 'request',
    words: /^按(?:模型之间关联关系的唯一id|源模型实例id|目标模型实例id|实例关联关系id)筛选$/u,
    aside: FILTER,
  },

  { where: 'response', words: /^请求成功与否$/u, aside: LABEL },
  { where: 'response', words: /^true[:：]?请求成功$/u, rule: 'result-true' },
  { where: 'response', words: /^false[:：]?请求失败$/u, rule: 'result-false' },
  { where: 'response', words: /^错误编码$/u, aside: LABEL },
  { where: 'response', words: /^0表示success$/u, rule: 'code-zero' },
  { where: 'response', words: /^>0表示失败错误$/u, rule: 'code-positive' },
  { where: 'response', words: /^请求失败返回的错误信息$/u, rule: 'message-on-failure' },
  { where: 'response', words: /^(?:请求返回的数据|权限信息|请求链id)$/u, aside: LABEL },
  { where: 'response', words: /^新增的实例(?:关联关系身份)?id$/u, rule: 'created-id' },
  {
    where: 'response',
    words: /^(?:实例关联关系id|模型之间关联关系的唯一id|源模型实例id|目标模型实例id)$/u,
    aside: LABEL,
  },
  { where: 'response', words: /^(?:源模型id|目标模型id|关联类型id|模型id)$/u, aside: LABEL },
  {
    where: 'response',
    words: /^(?:源模型与目标模型的对应方式|取值为1:1、1:n或n:n)$/u,
    aside: LABEL,
  },
];

/**
 * Looks a clause up.
 *
 * @param clause - the words of one clause
 * @param where - the part of the document that it stands in
 * @returns the clause explained, or undefined when no phrase explains it
 */
export function explain(clause: Quoted, where: Where): Clause | undefined {
  for (const phrase of PHRASES) {
    if (phrase.where !== where) continue;
    const match = phrase.words.exec(clause.quote);
    if (match === null) continue;
    return {
      ...clause,
      ...(phrase.rule === undefined ? {} : { rule: phrase.rule }),
      ...(phrase.aside === undefined ? {} : { aside: phrase.aside }),
      names: Object.values(match.groups ?? {}),
    };
  }
  return undefined;
}
