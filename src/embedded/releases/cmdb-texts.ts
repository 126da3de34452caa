import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Cmdb, Words } from './cmdb.js';

/** The language of a text: English for `en` alone, Chinese for anything else. */
export type Language = keyof Words;

/** CMDB's texts by code. `%s` is what a refusal names, and stays where it names nothing. */
const TEXTS: Readonly<Record<number, Words>> = {
  1101036: {
    en: 'the instance [instance ID: %s] has been associated, could not be delete or archived',
    zh: '实例 [实例ID: %s] 已经被关联,不允许删除或归档',
  },
  1101046: { en: 'object association does not exist.', zh: '模型的关联关系不存在' },
  1101052: {
    en: 'can not create multiple instance association for a 1:1 association.',
    zh: '关联关系为1:1的，不能同时关联多个实例',
  },
  1101061: {
    en: 'The relationship is 1:n, and multiple source model instances cannot be associated at the same time.',
    zh: '关联关系为1:n的，不能同时关联多个源模型实例',
  },
  1101073: { en: 'the association inst is not exist', zh: '关联实例不存在' },
  // The double spaces are CMDB's.
  1101074: { en: 'the  inst to asst  is not exist', zh: '被关联实例不存在' },
  1101075: { en: 'the inst has association', zh: '实例下有关联关系' },
  1109002: { en: 'take audit log snapshot failed', zh: '创建操作审计快照失败' },
  1199000: { en: 'Deserializing JSON data failed', zh: '反序列化JSON数据失败' },
  1199003: { en: 'invalid input parameter', zh: '输入参数无效' },
  // The code of one thing with the text of another.
  1199006: { en: 'Deserializing JSON data failed', zh: '反序列化JSON数据失败' },
  1199007: { en: "'%s' must be a string type" },
  1199009: { en: "'%s' parameters must be integral", zh: "'%s' 参数必须是整型" },
  1199010: { en: "'%s' unassigned", zh: "'%s' 未赋值" },
  1199011: {
    en: "'%s' the parameter is invalid or does not exist",
    zh: "'%s' 参数无效或不存在",
  },
  1199014: {
    en: 'duplicated instances exist, fields [%s] duplicated',
    zh: '数据唯一性校验失败， %s 重复',
  },
  1199015: { en: 'Data out of bounds%!(EXTRA string=%s)' },
  1199019: { en: 'No relevant data found', zh: '未找到相关数据' },
  1199084: { en: 'forbidden operate inner model instance with common instance API' },
};

/** A refusal with the code and in the words of a release; that of the ESB stays as it is. */
export function inItsWords(refusal: Refusal, cmdb: Cmdb, language: Language): Refusal {
  const { refused, status, names } = refusal;
  const code = cmdb.instead[refusal.code] ?? refusal.code;
  const words = code in cmdb.texts ? cmdb.texts[code] : TEXTS[code];
  if (words === undefined || words === null) return refusal;
  const text = words[language] ?? words.en;
  const message = names === undefined ? text : text.replace('%s', () => names);
  return refuse(refused, code, message, status);
}
