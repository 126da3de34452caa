import {
  A_SWITCH,
  A_TEXT,
  BYTES,
  count,
  duration,
  MILLISECONDS,
  switched,
  text,
} from './variable.js';
import type { Variable } from './variable.js';

/** Every variable that no effect has for itself; the order is that of the README's table. */
export const VARIABLES: readonly Variable[] = [
  {
    name: 'CMDB_BASE_URL',
    schema: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://[^\\s/?#]+(/[^\\s?#]*)?$',
      maxLength: 2048,
    },
    takes: {
      en: 'an http or https address without query, for example https://paas.example.com',
      zh: '不带查询串的 http/https 地址，例如 https://paas.example.com',
    },
    about: {
      en: 'where the ESB is; unset: the embedded CMDB is started',
      zh: 'ESB 地址；不设置则启动内置 CMDB',
    },
  },
  {
    name: 'BK_APP_CODE',
    schema: text,
    takes: A_TEXT,
    target: 'required',
    about: { en: 'the app', zh: '应用 ID' },
  },
  {
    name: 'BK_APP_SECRET',
    schema: text,
    takes: A_TEXT,
    target: 'required',
    secret: true,
    about: { en: 'the app’s secret', zh: '应用安全密钥' },
  },
  {
    name: 'BK_USERNAME',
    schema: text,
    takes: A_TEXT,
    target: 'optional',
    about: {
      en: 'a user that this app may name without a login (the app is on the exemption list)',
      zh: '免登录态验证白名单应用可直接指定的用户名',
    },
  },
  {
    name: 'BK_TOKEN',
    schema: text,
    takes: A_TEXT,
    target: 'optional',
    secret: true,
    about: {
      en: 'a login state that is accepted alone; at least one of the two',
      zh: '可单独使用的登录态；与 BK_USERNAME 至少设置一个',
    },
  },
  {
    name: 'CMDB_OTHER_APP_CODE',
    schema: text,
    takes: A_TEXT,
    target: 'optional',
    about: { en: 'optional: a second registered app', zh: '可选：另一个已注册应用' },
  },
  {
    name: 'CMDB_OTHER_APP_SECRET',
    schema: text,
    takes: A_TEXT,
    target: 'optional',
    secret: true,
    about: { en: 'its secret, to be refused for the first app', zh: '其密钥，用于验证串用被拒绝' },
  },
  {
    name: 'CMDB_ALLOW_WRITES',
    schema: switched,
    takes: A_SWITCH,
    fallback: '0',
    about: {
      en: '1 is required before anything is written to a host that is not loopback',
      zh: '目标不是本机时必须设为 1 才允许写入',
    },
  },
  {
    name: 'CMDB_RELEASE',
    schema: text,
    takes: { en: 'a known release, as in cmdb-3.12', zh: '已知版本，例如 cmdb-3.12' },
    target: 'optional',
    about: {
      en: 'the release of CMDB whose known deviations are declared',
      zh: '声明其已知偏差的 CMDB 版本',
    },
  },
  {
    name: 'CMDB_ESB',
    schema: text,
    takes: { en: 'a known generation: a, b, c or d', zh: '已知代次：a、b、c 或 d' },
    target: 'optional',
    about: {
      en: 'the generation of the ESB whose known deviations are declared',
      zh: '声明其已知偏差的 ESB 代次',
    },
  },
  {
    name: 'CMDB_WAIVERS',
    schema: text,
    takes: { en: 'a YAML file', zh: 'YAML 文件' },

    about: {
      en: 'a file of failures that are accepted; unset: cmdb-conformance.waivers.yaml, where there is one',
      zh: '豁免文件，列出可接受的失败；不设置则读取 cmdb-conformance.waivers.yaml（如有）',
    },
  },
  {
    name: 'CMDB_LOOKUP_WAIT_MS',
    schema: duration,
    takes: MILLISECONDS,
    fallback: '3000',
    about: {
      en: 'how long a lookup may lag behind before “not created” is believed',
      zh: '查询结果最多允许滞后多久，超过才认定未创建',
    },
  },
  {
    name: 'CMDB_WRONG_TARGET_MS',
    schema: duration,
    takes: MILLISECONDS,
    fallback: '47000',
    about: {
      en: 'time from the beginning of a run after which one that found the target wrong is ended',
      zh: '自运行开始起，已发现问题的运行超过多久即结束',
    },
  },
  {
    name: 'CMDB_CONCURRENCY',
    schema: { type: 'string', pattern: '^(auto|[1-8])$' },
    takes: { en: '1 to 8, or auto', zh: '1 到 8，或 auto' },
    fallback: 'auto',
    about: {
      en: 'cases at once; auto: one, and eight on a target that answers slowly',
      zh: '同时执行的用例数；auto：默认 1，目标较慢时为 8',
    },
  },
  {
    name: 'CMDB_MAX_RATE',
    schema: { type: 'string', pattern: '^(auto|[1-9][0-9]{0,4})$' },
    takes: { en: '1 to 99999, or auto', zh: '1 到 99999，或 auto' },
    fallback: 'auto',
    about: {
      en: 'requests in a second at most; auto: 80, and as many as it takes on this machine',
      zh: '每秒最多发送的请求数；auto：80，目标为本机时不限',
    },
  },
  {
    name: 'CMDB_CONNECT_TIMEOUT_MS',
    schema: duration,
    takes: MILLISECONDS,
    fallback: '5000',
    about: { en: 'time to connect', zh: '连接超时' },
  },
  {
    name: 'CMDB_FIRST_BYTE_TIMEOUT_MS',
    schema: duration,
    takes: MILLISECONDS,
    fallback: '10000',
    about: { en: 'time to the first byte of an answer', zh: '首字节超时' },
  },
  {
    name: 'CMDB_TOTAL_TIMEOUT_MS',
    schema: duration,
    takes: MILLISECONDS,
    fallback: '15000',
    about: { en: 'time of one exchange in all', zh: '单次请求总超时' },
  },
  {
    name: 'CMDB_MAX_HEADER_BYTES',
    schema: count,
    takes: BYTES,
    fallback: '65536',
    about: { en: 'headers of an answer', zh: '应答头上限' },
  },
  {
    name: 'CMDB_MAX_BODY_BYTES',
    schema: count,
    takes: BYTES,
    fallback: '4194304',
    about: { en: 'body of an answer as sent', zh: '应答正文上限（传输时）' },
  },
  {
    name: 'CMDB_MAX_EXPANDED_BYTES',
    schema: count,
    takes: BYTES,
    fallback: '16777216',
    about: { en: 'body of an answer expanded', zh: '应答正文上限（解压后）' },
  },
  {
    name: 'CMDB_CA_FILE',
    schema: text,
    takes: { en: 'a file of PEM certificates', zh: 'PEM 证书文件' },
    about: {
      en: 'own certificate authorities for TLS, trusted besides those that Node trusts',
      zh: '自有 CA 证书，在 Node 默认信任的 CA 之外追加',
    },
  },
  {
    name: 'CMDB_CLIENT_CERT_FILE',
    schema: text,
    target: 'optional',
    takes: {
      en: 'a file of PEM certificates, the client’s first',
      zh: 'PEM 证书文件，客户端证书在最前',
    },
    about: {
      en: 'client certificate, where the server asks for one',
      zh: '客户端证书，服务端要求时出示',
    },
  },
  {
    name: 'CMDB_CLIENT_KEY_FILE',
    schema: text,
    takes: { en: 'a file with a PEM private key, not locked', zh: '未加口令的 PEM 私钥文件' },
    target: 'optional',
    about: { en: 'its key', zh: '客户端证书的私钥' },
  },
  {
    name: 'CMDB_INSECURE',
    schema: switched,
    takes: A_SWITCH,
    fallback: '0',
    about: {
      en: '1 leaves TLS certificates unverified; every report shows it',
      zh: '设为 1 不校验 TLS 证书，所有报告都会标明',
    },
  },
  {
    name: 'CMDB_REDACT_USERS',
    schema: switched,
    takes: A_SWITCH,
    fallback: '0',
    about: { en: '1 hides user names in all output', zh: '设为 1 时输出中隐去用户名' },
  },
];

/** Variables of which one makes no sense without the other. */
export const PAIRS = [
  ['CMDB_OTHER_APP_CODE', 'CMDB_OTHER_APP_SECRET'],
  ['CMDB_CLIENT_CERT_FILE', 'CMDB_CLIENT_KEY_FILE'],
] as const;

/**
 * Every variable of the suite, in the order of the README's table.
 *
 * @param own - those that effects have for themselves; they stand behind the credentials
 */
export function allVariables(own: readonly Variable[]): readonly Variable[] {
  const end = VARIABLES.findIndex(({ target }, at) => at > 0 && target === undefined);
  return [...VARIABLES.slice(0, end), ...own, ...VARIABLES.slice(end)];
}
