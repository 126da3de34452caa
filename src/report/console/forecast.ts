import type { Lang } from '../lang.js';

/**
 * Says before a run begins what it is about to send: nothing to an endpoint without an effect.
 *
 * @param costs - about how many requests, and how many of them create something
 * @param lang - the language of the sentence
 */
export function forecastSentence(
  { requests, creations }: { readonly requests: number; readonly creations: number },
  lang: Lang,
): string {
  if (requests === 0) {
    return lang === 'zh'
      ? '不会发送任何请求：套件不了解这些接口的请求会产生什么作用'
      : 'nothing will be sent: the suite does not know what requests of these endpoints do';
  }
  const [all, some] = [rounded(requests), rounded(creations)];
  return lang === 'zh'
    ? `将发送约 ${all} 个请求，其中约 ${some} 个会创建数据（创建的数据都会删除）`
    : `about ${all} requests will be sent; about ${some} of them create something, which is removed again`;
}

/** Two digits tell enough of what is only about right. */
function rounded(count: number): number {
  return Number(count.toPrecision(2));
}
