import type { Check, CheckKind } from '../../src/record/diagnosis.js';
import { ENDINGS } from './samples.js';

const SAID = { code: '1199048', message: 'no such thing here' };
const CERTIFICATE = {
  subject: 'cmdb.example',
  issuer: 'CN=An authority',
  validTo: 'Mar 10 12:00:00 2026 GMT',
  days: 59,
};
const ENDS = ENDINGS['no-connection'][0];
const TAKEN = ENDINGS['fixture-taken'][0];

type Of<K extends CheckKind> = Extract<Check, { readonly kind: K }>;

/** At least one sample of each kind of check: the compiler misses a kind that has none. */
export const CHECK_SAMPLES: {
  readonly [K in CheckKind]: readonly [Of<K>, ...Of<K>[]];
} = {
  configuration: [
    { kind: 'configuration', result: 'ok', variables: 13, doubts: [], notes: [] },
    {
      kind: 'configuration',
      result: 'warning',
      variables: 14,
      doubts: [{ en: 'BK_ONE ends with a quote.', zh: 'BK_ONE 末尾有引号。' }],
      notes: [{ kind: 'weak-secret', name: 'bk_token' }],
    },
    {
      kind: 'configuration',
      result: 'wrong',
      variables: 0,
      doubts: [],
      notes: [],
      told: {
        problem: { en: 'A variable is missing.', zh: '缺少变量。' },
        remedy: { en: 'Set it.', zh: '请设置。' },
      },
    },
  ],
  writes: [
    { kind: 'writes', result: 'ok', host: 'cmdb.example' },
    { kind: 'writes', result: 'wrong', host: 'cmdb.example' },
  ],
  name: [
    { kind: 'name', result: 'ok', host: 'cmdb.example', addresses: ['192.0.2.7', '192.0.2.8'] },
    { kind: 'name', result: 'ok', host: '192.0.2.7', addresses: ['192.0.2.7'] },
  ],
  tcp: [{ kind: 'tcp', result: 'ok', host: 'cmdb.example', port: 8443, ms: 3 }],
  tls: [
    { kind: 'tls', result: 'ok' },
    { kind: 'tls', result: 'ok', certificate: CERTIFICATE },
    { kind: 'tls', result: 'warning', certificate: { ...CERTIFICATE, days: 3 } },
    { kind: 'tls', result: 'warning', certificate: CERTIFICATE, isUnverified: true },
    { kind: 'tls', result: 'wrong', words: 'CERT_HAS_EXPIRED', ends: ENDS },
  ],
  proxy: [
    { kind: 'proxy', result: 'ok' },
    { kind: 'proxy', result: 'ok', address: 'proxy.example:3128' },
  ],
  address: [
    { kind: 'address', result: 'ok', url: 'https://cmdb.example', ms: 12 },
    { kind: 'address', result: 'unknown', url: 'https://cmdb.example', ms: 12 },
  ],
  app: [{ kind: 'app', result: 'ok', settings: ['BK_ONE', 'BK_TWO'] }],
  identity: [
    { kind: 'identity', result: 'ok', setting: 'BK_TOKEN' },
    { kind: 'identity', result: 'unknown', setting: 'BK_TOKEN' },
    { kind: 'identity', result: 'warning', setting: 'BK_TOKEN', said: SAID },
  ],
  permission: [
    { kind: 'permission', result: 'ok', endpoint: 'find_it', isRequired: true },
    {
      kind: 'permission',
      result: 'not-tried',
      endpoint: 'make_it',
      isRequired: true,
      untried: 'no-writes',
    },
    {
      kind: 'permission',
      result: 'not-tried',
      endpoint: 'make_it',
      isRequired: true,
      untried: 'not-shown-absent',
    },
    {
      kind: 'permission',
      result: 'warning',
      endpoint: 'make_it',
      isRequired: false,
      problem: { kind: 'permission', said: SAID, actions: ['action-a'] },
    },
    { kind: 'permission', result: 'warning', endpoint: 'a', isRequired: false, missing: SAID },
    { kind: 'permission', result: 'wrong', endpoint: 'b', isRequired: true, missing: SAID },
    {
      kind: 'permission',
      result: 'unknown',
      endpoint: 'find_it',
      isRequired: true,
      problem: { kind: 'weather', status: 503 },
    },
  ],
  clock: [
    { kind: 'clock', result: 'ok', aheadMs: 20 },
    { kind: 'clock', result: 'warning', aheadMs: 61_000 },
    { kind: 'clock', result: 'warning', aheadMs: -62_000 },
    { kind: 'clock', result: 'unknown' },
  ],
  fixture: [
    {
      kind: 'fixture',
      result: 'ok',
      setting: 'CMDB_ONE',
      value: 'it_is',
      facts: { mapping: 'n:n' },
      notes: [],
    },
    {
      kind: 'fixture',
      result: 'wrong',
      setting: 'CMDB_ONE',
      value: 'it_is',
      facts: {},
      notes: [],
      ends: ENDINGS['fixture-mismatched'][0],
    },
  ],
  free: [
    { kind: 'free', result: 'ok', settings: [], values: [], notes: [] },
    { kind: 'free', result: 'wrong', settings: [], values: [], notes: [] },
    { kind: 'free', result: 'ok', settings: ['CMDB_A', 'CMDB_B'], values: ['1', '2'], notes: [] },
    {
      kind: 'free',
      result: 'unknown',
      settings: ['CMDB_A', 'CMDB_B'],
      values: ['1', '2'],
      notes: [],
    },
    {
      kind: 'free',
      result: 'warning',
      settings: ['CMDB_ONE', 'CMDB_TWO'],
      values: ['31', '32'],
      notes: [TAKEN],
    },
  ],
  lookups: [
    { kind: 'lookups', result: 'ok' },
    { kind: 'lookups', result: 'wrong', ends: ENDINGS['lookups-unusable'][0] },
  ],
  weather: [
    { kind: 'weather', result: 'ok', notes: [] },
    { kind: 'weather', result: 'warning', notes: [{ kind: 'healed', times: 2, statuses: [503] }] },
  ],
  releases: [
    { kind: 'releases', result: 'unknown', family: 'cmdb' },
    { kind: 'releases', result: 'unknown', family: 'esb' },
    {
      kind: 'releases',
      result: 'ok',
      family: 'esb',
      fit: {
        ...{ family: 'esb', releases: ['b', 'c'] },
        because: [{ endpoint: 'find_it', case: 'success.it', said: SAID, has: 'permission' }],
      },
    },
  ],
  forecast: [
    { kind: 'forecast', result: 'ok', requests: 1900, creations: 130, seconds: 5 },
    { kind: 'forecast', result: 'ok', requests: 1900, creations: 130, perSecond: 7, seconds: 271 },
  ],
};
