import type { Text } from '../text.js';
import { quote } from './quote.js';
import type { WireFault, WireFaultKind } from '../http/exchange.js';

const CHINESE: Readonly<Record<WireFaultKind, string>> = {
  unreachable: '无法建立连接',
  reset: '连接在应答之前断开',
  timeout: '等待应答超时',
  broken: '不是完整、正确的 HTTP 应答',
  endless: '应答在规定时间内没有结束',
  'too-large': '应答超出大小限制',
  aborted: '已被中断',
};

/** A fault of the transport in words; the system's own words stay English. */
export function faultWords({ kind, message }: WireFault): Text {
  const words = quote(message, 300);
  return { en: words, zh: `${CHINESE[kind]}（${words}）` };
}
