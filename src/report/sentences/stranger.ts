import type { Ending, Stranger } from '../../record/ending.js';
import type { Text } from '../../text.js';
import { short } from './listed.js';
import { quoteSaid } from './said.js';

const WHAT: Readonly<Record<Stranger['what'], Text>> = {
  redirect: { en: 'a redirect', zh: '重定向' },
  page: { en: 'a page', zh: '网页' },
  'error-page': {
    en: 'an error page of a proxy or a web server',
    zh: '代理或 Web 服务器的错误页',
  },
  'other-service': { en: 'another service', zh: '其他服务' },
  'esb-not-found': {
    en: 'an ESB that has nothing at this address',
    zh: '在该地址上没有接口的 ESB',
  },
  'tls-port': {
    en: 'a port that speaks TLS, asked without it',
    zh: '使用 TLS 的端口（请求未使用 TLS）',
  },
};

/** What answers at an address where the API does not, without a full stop. */
export function strangerSentence(answer: Stranger): Text {
  const { en, zh } = WHAT[answer.what];
  const told = details(answer);
  return {
    en: `what answers at CMDB_BASE_URL is not the API, but ${en}${told.en && ` (${told.en})`}`,
    zh: `CMDB_BASE_URL 处应答的不是该 API，而是${zh}${told.zh && `（${told.zh}）`}`,
  };
}

/** Status, aim, title, code and message, as far as they came. */
function details({ status, location, title, said }: Stranger): Text {
  const quoted = said && quoteSaid(said);
  const parts: Text[] = [
    ...(status === undefined ? [] : [{ en: `HTTP ${status}`, zh: `HTTP ${status}` }]),
    ...(location === undefined
      ? []
      : [{ en: `to ${short(location)}`, zh: `跳转到 ${short(location)}` }]),
    ...(title === undefined ? [] : [{ en: `“${short(title)}”`, zh: `“${short(title)}”` }]),
    ...(quoted === undefined ? [] : [quoted]),
  ];
  return {
    en: parts.map(({ en }) => en).join(', '),
    zh: parts.map(({ zh }) => zh).join('，'),
  };
}

/** How to come to the API from there, without a full stop. */
export function wayToTheApi({
  answer,
  hasEndpointPath,
}: Extract<Ending, { kind: 'not-the-api' }>): Text {
  if (hasEndpointPath === true) {
    return {
      en: 'CMDB_BASE_URL holds the path of an endpoint, which the suite adds itself: set it to scheme and host alone, for example https://paas.example.com',
      zh: 'CMDB_BASE_URL 中含有接口路径，而路径由套件自行添加：请只保留协议与主机，例如 https://paas.example.com',
    };
  }
  switch (answer.what) {
    case 'esb-not-found':
      return {
        en: 'CMDB_BASE_URL seems to hold too much or too little: set it to scheme and host alone, for example https://paas.example.com',
        zh: 'CMDB_BASE_URL 似乎多写或少写了内容：请只保留协议与主机，例如 https://paas.example.com',
      };
    case 'tls-port':
      return {
        en: 'Write CMDB_BASE_URL with https://',
        zh: '请将 CMDB_BASE_URL 改为以 https:// 开头',
      };
    case 'error-page':
      return {
        en: 'Check that CMDB_BASE_URL is the address of the ESB, that what it leads to is up, and whether a proxy is in the way (HTTPS_PROXY, NO_PROXY)',
        zh: '请确认 CMDB_BASE_URL 是 ESB 的地址、其后的服务已启动，以及请求是否误经代理（HTTPS_PROXY、NO_PROXY）',
      };
    case 'redirect':
    case 'page':
    case 'other-service':
      return {
        en: 'Set CMDB_BASE_URL to where the API itself answers, scheme and host, for example https://paas.example.com',
        zh: '请将 CMDB_BASE_URL 设为 API 本身的地址（协议与主机），例如 https://paas.example.com',
      };
  }
}
