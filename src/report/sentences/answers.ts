import { commas, short } from './listed.js';
import type { ProblemSentences } from './problem-sentences.js';

/** What an answer holds. */
export const ANSWERS = {
  'member-missing': ({ at }) => ({ en: `${short(at)} is missing`, zh: `缺少 ${short(at)}` }),
  'wrong-type': ({ at, expected, found }) => ({
    en: `${short(at)} has to be ${short(expected)}, but is ${short(found)}`,
    zh: `${short(at)} 应为 ${short(expected)}，实际为 ${short(found)}`,
  }),
  contradiction: ({ code, result }) => ({
    en: `code ${short(code)} contradicts result ${result}`,
    zh: `code ${short(code)} 与 result ${result} 矛盾`,
  }),
  'message-empty': () => ({ en: 'message is empty on a failure', zh: '失败时 message 为空' }),
  'message-says-nothing': ({ message }) => ({
    en: `message says nothing: ${short(message)}`,
    zh: `message 没有内容：${short(message)}`,
  }),
  'message-lacks-name': ({ name, message }) => ({
    en: `message does not name ${short(name)}: ${short(message)}`,
    zh: `message 未指明 ${short(name)}：${short(message)}`,
  }),
  'id-in-failure': ({ at, id }) => ({
    en: `a failure has id ${short(id)} in ${short(at)}`,
    zh: `失败应答的 ${short(at)} 中有 id ${short(id)}`,
  }),
  'key-twice': ({ at }) => ({ en: `key twice: ${commas(at)}`, zh: `键重复：${commas(at)}` }),
  'byte-order-mark': () => ({ en: 'a byte order mark comes first', zh: '以字节顺序标记开头' }),
  'content-type': ({ found }) => ({
    en: `content type ${found === undefined ? 'missing' : short(found)}`,
    zh: `Content-Type 为 ${found === undefined ? '空' : short(found)}`,
  }),
  'integer-form': ({ written }) => ({
    en: `an integer is written as ${commas(written)}`,
    zh: `整数写成了 ${commas(written)}`,
  }),
  'request-id-again': ({ id }) => ({
    en: `request_id ${short(id)} was given before`,
    zh: `request_id ${short(id)} 重复出现`,
  }),
  'secret-repeated': ({ name }) => ({
    en: `the answer repeats <${short(name)}>`,
    zh: `应答中出现了 <${short(name)}>`,
  }),
} as const satisfies Partial<ProblemSentences>;
