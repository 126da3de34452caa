import type { Stored } from '../../record/problem.js';
import { commas, listed, short } from './listed.js';
import type { ProblemSentences } from './problem-sentences.js';
import { quoteSaid } from './said.js';

/** What was stored, as lookups show it. */
export const STORED = {
  'not-created': (_, { thing }) => ({
    en: `accepted, but no such ${thing.en} was found afterwards`,
    zh: `返回成功，但之后查不到该${thing.zh}`,
  }),
  'stored-otherwise': ({ asked, found }) => ({
    en: `stored wrongly: asked for ${shown(asked)}, found ${shown(found)}`,
    zh: `存储有误：请求 ${shown(asked)}，实际 ${shown(found)}`,
  }),
  'created-more': ({ found }, { thing }) => {
    const list = found.map(shown).join('; ');
    return {
      en: `more was created than asked for: ${list}`,
      zh: `创建了多余的${thing.zh}：${list}`,
    };
  },
  vanished: ({ id, when }, { thing }) => {
    const en = `${thing.en} ${short(id)}`;
    const zh = `${thing.zh} ${short(id)}`;
    switch (when) {
      case 'before-removal':
        return {
          en: `${en} was found after its creation, and was gone before it was removed`,
          zh: `${zh} 创建后曾查到，但在删除之前已不存在`,
        };
      case 'by-the-end':
        return {
          en: `${en}, created at the beginning of the run, is gone at its end, though nobody removed it`,
          zh: `运行开始时创建的${zh} 到结束时已不存在，但并没有人删除它`,
        };
      case 'beside-another':
        return {
          en: `${en} was gone after another one was created beside it`,
          zh: `另外创建一个与之相邻的${thing.zh}后，${zh} 消失了`,
        };
      case 'by-a-refusal':
        return {
          en: `${en} was gone after another one like it was refused`,
          zh: `拒绝创建另一个相同的${thing.zh}后，${zh} 消失了`,
        };
    }
  },
  'value-changed': ({ at, sent, found }) => ({
    en: `${short(at)}: sent ${short(sent)}, found ${short(found)}`,
    zh: `${short(at)}：发送 ${short(sent)}，查到 ${short(found)}`,
  }),
  'lookup-refused': ({ endpoint, said }) => {
    const { en, zh } = quoteSaid(said);
    return { en: `${short(endpoint)} is refused: ${en}`, zh: `${short(endpoint)} 被拒绝：${zh}` };
  },
  'lookup-unreadable': ({ endpoint, members }) => {
    const { en, zh } = listed(members);
    return {
      en: `rows of ${short(endpoint)} lack what is needed of ${en}`,
      zh: `${short(endpoint)} 的结果缺少所需的成员：${zh}`,
    };
  },
  'not-filled': ({ of, at, type, rule }) => {
    const met = rule === undefined ? undefined : short(rule);
    return {
      en: `${short(of)} requires ${short(at)} of type ${short(type)}, for which the suite has no value${met === undefined ? '' : ` that meets ${met}`}`,
      zh: `${short(of)} 要求类型为 ${short(type)} 的 ${short(at)}，套件没有${met === undefined ? '可填的值' : `符合 ${met} 的值`}`,
    };
  },
  'none-fits': ({ endpoint, seen }) => ({
    en: `of ${seen} that ${short(endpoint)} shows, none is between models of which the suite can make instances`,
    zh: `${short(endpoint)} 查到 ${seen} 个，但没有一个的两端模型都能由套件创建实例`,
  }),
  'none-free': ({ ids }) => ({
    en: `no id is known to be free: lookups show something of ${commas(ids)}`,
    zh: `没有可确认空闲的 id：查询显示 ${commas(ids)} 均已存在`,
  }),
  'built-in': ({ of }) => ({
    en: `${short(of)} is a built-in model, of which create_inst makes no instances`,
    zh: `${short(of)} 是内置模型，create_inst 不能创建其实例`,
  }),
  'id-missing': () => ({ en: 'the answer has no id', zh: '应答中没有 id' }),
  'id-unknown': ({ id, found }) => ({
    en: `id ${short(id)} was returned, but the id found is: ${commas(found) || 'none'}`,
    zh: `返回的 id 为 ${short(id)}，实际查到的 id 为：${commas(found) || '无'}`,
  }),
  'id-in-use': ({ id }, { thing }) => ({
    en: `id ${short(id)} is the id of another ${thing.en} that is still there`,
    zh: `id ${short(id)} 属于另一个仍然存在的${thing.zh}`,
  }),
  'id-given-again': ({ id }) => ({
    en: `id ${short(id)} was given again after its deletion`,
    zh: `id ${short(id)} 在删除后又被再次使用`,
  }),
  'ids-equal': ({ ids }) => ({
    en: `ids are not distinct: ${commas(ids)}`,
    zh: `id 有重复：${commas(ids)}`,
  }),
} as const satisfies Partial<ProblemSentences>;

/** Something stored by its id and what it holds: `id 7 (bk_inst_id 11, bk_asst_inst_id 21)`. */
function shown({ id, holds }: Stored): string {
  const members = Object.entries(holds).map(([name, value]) => `${short(name)} ${short(value)}`);
  return `id ${short(id)}${members.length === 0 ? '' : ` (${members.join(', ')})`}`;
}
