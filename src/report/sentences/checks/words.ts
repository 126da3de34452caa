import type { CheckKind } from '../../../record/diagnosis.js';
import type { Text } from '../../../text.js';

/** What is looked at. */
export const CHECK_WORDS: Readonly<Record<CheckKind, Text>> = {
  configuration: { en: 'configuration', zh: '配置' },
  writes: { en: 'writing', zh: '写入许可' },
  name: { en: 'name', zh: '域名解析' },
  tcp: { en: 'TCP', zh: 'TCP' },
  tls: { en: 'TLS', zh: 'TLS' },
  proxy: { en: 'proxy', zh: '代理' },
  address: { en: 'address', zh: '地址' },
  app: { en: 'app', zh: '应用' },
  identity: { en: 'identity', zh: '身份' },
  permission: { en: 'permission', zh: '权限' },
  clock: { en: 'clock', zh: '时钟' },
  fixture: { en: 'fixture', zh: '测试数据' },
  free: { en: 'instances', zh: '实例' },
  lookups: { en: 'lookups', zh: '查询' },
  weather: { en: 'waiting', zh: '等待' },
  releases: { en: 'releases', zh: '版本' },
  forecast: { en: 'a run', zh: '运行' },
};
