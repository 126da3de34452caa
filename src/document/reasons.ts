// Why a clause yields no requirement. Each is shown beside the clause, so that a reader can object.

import type { Text } from '../text.js';

export const LABEL: Text = {
  en: 'It says what the member is called; presence and type are requirements of their own.',
  zh: '仅说明字段的含义；是否必有及其类型另有要求。',
};
export const WHERE_TO_GET_THE_SECRET: Text = {
  en: 'Advice to the caller where the secret is to be found; nothing that an answer could show.',
  zh: '提示调用方在哪里获取密钥，无法从应答中检验。',
};
export const TOKEN_FROM_COOKIE: Text = {
  en: 'Advice to the caller where the token comes from. The token sent as a cookie is observed, not judged.',
  zh: '提示调用方如何取得 bk_token；以 Cookie 方式发送 bk_token 只观察、不判定。',
};
export const WHICH_APP_IS_EXEMPT: Text = {
  en: 'Which apps are on the list is configuration of the server, which the document does not state; setting BK_USERNAME claims that this one is.',
  zh: '哪些应用在白名单中属于服务端配置，文档没有说明；设置 BK_USERNAME 即表示该应用在白名单中。',
};
export const OURS: Text = {
  en: 'It says whose document this is: what this project states itself is at most a recommendation.',
  zh: '说明文档的来源：本项目自己编写的说明，其要求均为“应当”级。',
};
export const CALLER: Text = {
  en: 'A condition on what the suite itself sends; it keeps to it and does not test it.',
  zh: '对套件自身所发请求的约束；套件遵守该约束，不对其进行检验。',
};
export const FILTER: Text = {
  en: 'It says what the condition narrows; the suite checks the rows that it gets by id itself.',
  zh: '说明该条件的筛选作用；套件会自行按 id 核对返回的数据。',
};
