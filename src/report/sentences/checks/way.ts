import type { Certificate, Check } from '../../../record/diagnosis.js';
import type { Text } from '../../../text.js';
import type { About } from '../about.js';
import { counted, short } from '../listed.js';
import { noteSentence } from '../note.js';
import { joined, withoutStop } from './joined.js';

/** What the settings are. */
export function configuration(
  check: Extract<Check, { kind: 'configuration' }>,
  about: About,
): Text {
  if (check.told !== undefined) return withoutStop(check.told.problem);
  const set = {
    en: `${counted(check.variables, 'variable')} set`,
    zh: `已设置 ${check.variables} 个变量`,
  };
  const doubts = [
    ...check.doubts.map(withoutStop),
    ...check.notes.map((note) => noteSentence(note, about)),
  ];
  return joined([set, ...doubts]);
}

/** Whether TLS is spoken, and by which certificate. */
export function tls({ certificate, isUnverified }: Extract<Check, { kind: 'tls' }>): Text {
  if (certificate === undefined) return { en: 'not spoken: http', zh: '未使用（http）' };
  const { en, zh } = certificateSentence(certificate);
  return isUnverified === true
    ? {
        en: `${en}; it is not verified (--insecure)`,
        zh: `${zh}；未校验（--insecure）`,
      }
    : { en, zh };
}

/** For whom a certificate is, from whom, and until when. */
function certificateSentence({ subject, issuer, validTo, days }: Certificate): Text {
  const left =
    days < 0
      ? { en: `${counted(-days, 'day')} ago`, zh: `已过期 ${-days} 天` }
      : { en: `in ${counted(days, 'day')}`, zh: `剩余 ${days} 天` };
  return {
    en: `the certificate is for ${short(subject)}, by ${short(issuer)}; it expires ${short(validTo)} (${left.en})`,
    zh: `证书对象 ${short(subject)}，签发者 ${short(issuer)}，有效期至 ${short(validTo)}（${left.zh}）`,
  };
}

/** How far two clocks are apart. */
export function clock(aheadMs: number | undefined): Text {
  if (aheadMs === undefined) {
    return { en: 'the target’s answers tell no time', zh: '目标的应答不含时间' };
  }
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  if (seconds === 0) return { en: 'the target’s clock is ours', zh: '目标与本机时钟一致' };
  const way = aheadMs > 0 ? { en: 'ahead of', zh: '快' } : { en: 'behind', zh: '慢' };
  return {
    en: `the target’s clock is ${counted(seconds, 'second')} ${way.en} ours`,
    zh: `目标时钟比本机${way.zh} ${seconds} 秒`,
  };
}
