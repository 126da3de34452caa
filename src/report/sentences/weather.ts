import type { Text } from '../../text.js';

/** RFC 6585, 4: so many requests in so short a time. */
const TOO_MANY = 429;

/** What a gateway answered in the API's place. */
export function weatherSentence(status: number): Text {
  return status === TOO_MANY
    ? { en: `a limit took no more requests (HTTP ${status})`, zh: `请求被限流（HTTP ${status}）` }
    : {
        en: `a gateway answered in the API’s place (HTTP ${status})`,
        zh: `应答的是网关而非 API（HTTP ${status}）`,
      };
}

/** What to do about it, without a full stop. */
export function weatherStep(status: number): Text {
  return status === TOO_MANY
    ? SLOWER
    : {
        en: 'Wait until the target is back; where the gateway limits how fast requests may come, set CMDB_MAX_RATE to what it allows in a second',
        zh: '请等待目标恢复；如果网关限制请求频率，请将 CMDB_MAX_RATE 设为其每秒允许的请求数',
      };
}

/** What to do about a limit on how fast requests may come. */
export const SLOWER: Text = {
  en: 'Set CMDB_MAX_RATE to what the target allows in a second',
  zh: '请将 CMDB_MAX_RATE 设为目标每秒允许的请求数',
};
