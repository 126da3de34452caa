import type { Lang } from './lang.js';

/**
 * Says before a run begins what it is about to send.
 *
 * @param costs - about how many requests, and how many of them create something
 * @param lang - the language of the sentence
 */
export function forecastSentence(
  { requests, creations }: { readonly requests: number; readonly creations: number },
  lang: Lang,
): string {
  const [all, some] = [rounded(requests), rounded(creations)];
  return lang === 'zh'
    ? `将发送约 ${all} 个请求，其中约 ${some} 个会创建数据（创建的数据都会删除）`
    : `about ${all} requests will be sent; about ${some} of them create something, which is removed again`;
}

/** Two digits tell enough of what is only about right. */
function rounded(count: number): number {
  return Number(count.toPrecision(2));
}
