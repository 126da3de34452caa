import type { Said } from '../../record/problem.js';
import type { Text } from '../../text.js';

/** Whom to ask for what, by the code of the refusal: the API gateway's, and the ESB's. */
const WHOM: ReadonlyMap<string, Text> = new Map([
  [
    '1640302',
    {
      en: 'Have the administrator of the API gateway allow the address of this machine',
      zh: '请由 API 网关管理员将本机地址加入白名单',
    },
  ],
  [
    '1306405',
    {
      en: 'Have the administrator of the ESB switch the channel of this component on',
      zh: '请由 ESB 管理员启用该组件的通道',
    },
  ],
]);

/** What to do where nobody is let through, without a full stop. */
export function shutOutStep({ code = '' }: Said): Text {
  return (
    WHOM.get(code) ?? {
      en: 'Ask whoever runs what stands before the API',
      zh: '请联系 API 之前的网关或 ESB 的管理员',
    }
  );
}
