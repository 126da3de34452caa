import type { WireFaultKind } from '../../http/exchange.js';
import type { Said } from '../../record/problem.js';
import type { Text } from '../../text.js';
import { cut } from '../visible.js';

/** UTF-16 units of a message that are quoted. */
const MAX_MESSAGE = 200;
/** UTF-16 units of the system's words on a fault. */
const MAX_WORDS = 300;

/** What a target said, quoted with its code. */
export function quoteSaid({ code, message }: Said): Text {
  const quoted = cut(message, MAX_MESSAGE);
  if (code === undefined) return { en: quoted, zh: quoted };
  const shown = cut(code, 40);
  return quoted === ''
    ? { en: `code ${shown} without a message`, zh: `code ${shown}，没有 message` }
    : { en: `code ${shown}, ${quoted}`, zh: `code ${shown}，${quoted}` };
}

/** What a target said, in brackets behind what it is about; nothing where it said nothing. */
export function inBrackets(said: Said | undefined): Text {
  if (said === undefined) return { en: '', zh: '' };
  const { en, zh } = quoteSaid(said);
  return { en: ` (${en})`, zh: `（${zh}）` };
}

const CHINESE: Readonly<Record<WireFaultKind, string>> = {
  unreachable: '无法建立连接',
  reset: '连接在应答之前断开',
  timeout: '等待应答超时',
  broken: '不是完整、正确的 HTTP 应答',
  endless: '应答在规定时间内没有结束',
  'too-large': '应答超出大小限制',
  aborted: '已被中断',
};

/** A fault of the transport; the system's own words stay English. */
export function quoteFault(it: { readonly fault: WireFaultKind; readonly words: string }): Text {
  const words = cut(it.words, MAX_WORDS);
  return { en: words, zh: `${CHINESE[it.fault]}（${words}）` };
}
