import type { Text } from '../text.js';

/** One environment variable: what it holds and what it takes. */
export interface Variable {
  readonly name: string;
  /** JSON Schema of its text. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** What it takes, for error messages and the README. */
  readonly takes: Text;
  readonly about: Text;
  /** Secrets are shown as `<name>` and never as they are. */
  readonly secret?: true;
  /** The default, where there is one. */
  readonly fallback?: string;
}

const text = { type: 'string', minLength: 1, maxLength: 4096 };
const int64 = { type: 'string', pattern: '^-?(0|[1-9][0-9]{0,18})$' };
const switched = { type: 'string', enum: ['0', '1'] };
const count = { type: 'string', pattern: '^[1-9][0-9]{0,11}$' };
/** A timer of Node that is set to 2^31 milliseconds or more goes off at once. */
const duration = { type: 'string', pattern: '^[1-9][0-9]{0,8}$' };

const aText: Text = { en: 'a text that is not empty', zh: '非空文本' };
const anInt64: Text = { en: 'an int64 in decimal digits', zh: '十进制 int64 整数' };
const aSwitch: Text = { en: '1 or 0', zh: '1 或 0' };
const milliseconds: Text = {
  en: 'whole milliseconds, 1 to 999999999',
  zh: '毫秒数，1 到 999999999',
};
const bytes: Text = { en: 'whole bytes, 1 or more', zh: '字节数，正整数' };

/** Every variable of the suite; the order is that of the README's table. */
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
    takes: aText,
    about: { en: 'the app', zh: '应用 ID' },
  },
  {
    name: 'BK_APP_SECRET',
    schema: text,
    takes: aText,
    secret: true,
    about: { en: 'the app’s secret', zh: '应用安全密钥' },
  },
  {
    name: 'BK_USERNAME',
    schema: text,
    takes: aText,
    about: {
      en: 'a user that this app may name without a login (the app is on the exemption list)',
      zh: '免登录态验证白名单应用可直接指定的用户名',
    },
  },
  {
    name: 'BK_TOKEN',
    schema: text,
    takes: aText,
    secret: true,
    about: {
      en: 'a login state that is accepted alone; at least one of the two',
      zh: '可单独使用的登录态；与 BK_USERNAME 至少设置一个',
    },
  },
  {
    name: 'CMDB_OTHER_APP_CODE',
    schema: text,
    takes: aText,
    about: { en: 'optional: a second registered app', zh: '可选：另一个已注册应用' },
  },
  {
    name: 'CMDB_OTHER_APP_SECRET',
    schema: text,
    takes: aText,
    secret: true,
    about: { en: 'its secret, to be refused for the first app', zh: '其密钥，用于验证串用被拒绝' },
  },
  {
    name: 'CMDB_OBJ_ASST_ID',
    schema: text,
    takes: aText,
    about: { en: 'the model association', zh: '模型关联关系的唯一 id' },
  },
  {
    name: 'CMDB_OBJ_ID',
    schema: text,
    takes: aText,
    about: { en: 'its source model', zh: '源模型 id' },
  },
  {
    name: 'CMDB_ASST_OBJ_ID',
    schema: text,
    takes: aText,
    about: { en: 'its target model', zh: '目标模型 id' },
  },
  {
    name: 'CMDB_INST_ID',
    schema: int64,
    takes: anInt64,
    about: { en: 'a source instance that may be associated', zh: '可被关联的源模型实例 id' },
  },
  {
    name: 'CMDB_ASST_INST_ID',
    schema: int64,
    takes: anInt64,
    about: { en: 'a target instance that may be associated', zh: '可被关联的目标模型实例 id' },
  },
  {
    name: 'CMDB_BIZ_ID',
    schema: text,
    takes: aText,
    about: {
      en: 'the business for metadata.label.bk_biz_id',
      zh: 'metadata.label.bk_biz_id 的业务 id',
    },
  },
  {
    name: 'CMDB_ALLOW_WRITES',
    schema: switched,
    takes: aSwitch,
    fallback: '0',
    about: {
      en: '1 is required before anything is written to a host that is not loopback',
      zh: '目标不是本机时必须设为 1 才允许写入',
    },
  },
  {
    name: 'CMDB_LOOKUP_WAIT_MS',
    schema: duration,
    takes: milliseconds,
    fallback: '3000',
    about: {
      en: 'how long a lookup may lag behind before “not created” is believed',
      zh: '查询结果最多允许滞后多久，超过才认定未创建',
    },
  },
  {
    name: 'CMDB_WRONG_TARGET_MS',
    schema: duration,
    takes: milliseconds,
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
    takes: milliseconds,
    fallback: '5000',
    about: { en: 'time to connect', zh: '连接超时' },
  },
  {
    name: 'CMDB_FIRST_BYTE_TIMEOUT_MS',
    schema: duration,
    takes: milliseconds,
    fallback: '10000',
    about: { en: 'time to the first byte of an answer', zh: '首字节超时' },
  },
  {
    name: 'CMDB_TOTAL_TIMEOUT_MS',
    schema: duration,
    takes: milliseconds,
    fallback: '15000',
    about: { en: 'time of one exchange in all', zh: '单次请求总超时' },
  },
  {
    name: 'CMDB_MAX_HEADER_BYTES',
    schema: count,
    takes: bytes,
    fallback: '65536',
    about: { en: 'headers of an answer', zh: '应答头上限' },
  },
  {
    name: 'CMDB_MAX_BODY_BYTES',
    schema: count,
    takes: bytes,
    fallback: '4194304',
    about: { en: 'body of an answer as sent', zh: '应答正文上限（传输时）' },
  },
  {
    name: 'CMDB_MAX_EXPANDED_BYTES',
    schema: count,
    takes: bytes,
    fallback: '16777216',
    about: { en: 'body of an answer expanded', zh: '应答正文上限（解压后）' },
  },
  {
    name: 'CMDB_CA_FILE',
    schema: text,
    takes: { en: 'a file of PEM certificates', zh: 'PEM 证书文件' },
    about: { en: 'own certificate authority for TLS', zh: '自有 CA 证书' },
  },
  {
    name: 'CMDB_INSECURE',
    schema: switched,
    takes: aSwitch,
    fallback: '0',
    about: {
      en: '1 leaves TLS certificates unverified; every report shows it',
      zh: '设为 1 不校验 TLS 证书，所有报告都会标明',
    },
  },
  {
    name: 'CMDB_REDACT_USERS',
    schema: switched,
    takes: aSwitch,
    fallback: '0',
    about: { en: '1 hides user names in all output', zh: '设为 1 时输出中隐去用户名' },
  },
];
