import type { Check } from '../../../record/diagnosis.js';
import type { Text } from '../../../text.js';
import { forecastSentence } from '../../console/forecast.js';
import { counted } from '../listed.js';

/** What a run would send, and how long that takes. */
export function forecast(check: Extract<Check, { kind: 'forecast' }>): Text {
  const { perSecond, seconds } = check;
  const rate =
    perSecond === undefined
      ? { en: 'as fast as they are answered', zh: '按应答速度发送' }
      : { en: `at most ${perSecond} in a second`, zh: `每秒至多 ${perSecond} 个` };
  const sent = (lang: 'en' | 'zh'): string => forecastSentence(check, lang);
  return {
    en: `${sent('en')}; ${rate.en}, which takes about ${duration(seconds).en}`,
    zh: `${sent('zh')}；${rate.zh}，约需 ${duration(seconds).zh}`,
  };
}

function duration(seconds: number): Text {
  if (seconds < 100) return { en: counted(seconds, 'second'), zh: `${seconds} 秒` };
  const minutes = Math.round(seconds / 60);
  return { en: counted(minutes, 'minute'), zh: `${minutes} 分钟` };
}
