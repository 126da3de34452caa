import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Text } from '../contract/text.js';
import { ConformanceError } from '../error.js';
import type { WireLimits } from '../wire/exchange.js';
import { VARIABLES } from './variables.js';
import type { Variable } from './variables.js';

/** Where a value came from, strongest first. */
export type Origin = 'command line' | 'environment' | '.env' | 'default' | 'embedded';

/** Where a value came from, behind the name of its variable. */
export const ORIGINS: Readonly<Record<Origin, Text>> = {
  'command line': { en: ' (from the command line)', zh: '（来自命令行）' },
  environment: { en: ' (from the environment)', zh: '（来自环境变量）' },
  '.env': { en: ' (from the .env)', zh: '（来自 .env）' },
  default: { en: ' (from the default)', zh: '（默认值）' },
  embedded: { en: ' (from the embedded)', zh: '（来自内置 CMDB）' },
};

/** Variables by name, from one origin. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Who asks: the app and the identities that are configured. */
export interface Credentials {
  readonly appCode: string;
  readonly appSecret: string;
  readonly username?: string;
  readonly token?: string;
  readonly other?: { readonly appCode: string; readonly appSecret: string };
}

/** A model association with a source and a target instance that may be associated. */
export interface FixtureSettings {
  readonly association: string;
  readonly sourceModel: string;
  readonly targetModel: string;
  readonly source: bigint;
  readonly target: bigint;
  readonly business: string;
}

/** Everything that a run is told. */
export interface Settings {
  readonly baseUrl: string;
  readonly embedded: boolean;
  readonly credentials: Credentials;
  readonly fixture: FixtureSettings;
  readonly limits: WireLimits;
  readonly lookupWaitMs: number;
  /** Undefined: as the target's speed suggests. */
  readonly concurrency?: number;
  /** Requests in a second at most; undefined: as many as it takes. */
  readonly maxRate?: number;
  readonly caFile?: string;
  readonly insecure: boolean;
  readonly redactUsers: boolean;
  /** What was set and by whom; secrets as `<name>`. */
  readonly shown: readonly {
    readonly name: string;
    readonly value: string;
    readonly from: Origin;
  }[];
}

const REQUIRED = [
  'BK_APP_CODE',
  'BK_APP_SECRET',
  'CMDB_OBJ_ASST_ID',
  'CMDB_OBJ_ID',
  'CMDB_ASST_OBJ_ID',
  'CMDB_INST_ID',
  'CMDB_ASST_INST_ID',
  'CMDB_BIZ_ID',
] as const;

/** Variables that describe a target, and make no sense without its address. */
export const TARGET_VARIABLES = [
  ...REQUIRED,
  'BK_USERNAME',
  'BK_TOKEN',
  'CMDB_OTHER_APP_CODE',
  'CMDB_OTHER_APP_SECRET',
] as const;

const INT64_MAX = 9223372036854775807n;

/**
 * Settles the configuration of a run.
 *
 * @param sources - variables by origin; of two origins the stronger one wins. An empty text counts
 *   as not set, as a line `BK_TOKEN=` in a copied `.env.example` means it.
 * @param embedded - true when the values describe the embedded CMDB, so that the default of
 *   everything is its own
 * @throws ConformanceError `usage` that names every variable that is wrong or missing, what it got
 *   (secrets excepted) and what it takes
 */
export function readSettings(
  sources: readonly { readonly from: Origin; readonly variables: Variables }[],
  embedded: boolean,
): Settings {
  const values = new Map<string, { value: string; from: Origin }>();
  for (const variable of VARIABLES) {
    for (const { from, variables } of sources) {
      const value = variables[variable.name];
      if (value !== undefined && value !== '') {
        values.set(variable.name, { value, from });
        break;
      }
    }
    if (!values.has(variable.name) && variable.fallback !== undefined) {
      values.set(variable.name, { value: variable.fallback, from: 'default' });
    }
  }
  refuseMalformed(values);
  const get = (name: string): string | undefined => values.get(name)?.value;
  refuseIncomplete(get);
  const need = (name: string): string => get(name) ?? '';
  const username = get('BK_USERNAME');
  const token = get('BK_TOKEN');
  const otherCode = get('CMDB_OTHER_APP_CODE');
  const otherSecret = get('CMDB_OTHER_APP_SECRET');
  const concurrency = get('CMDB_CONCURRENCY');
  const caFile = get('CMDB_CA_FILE');
  const maxRate = rateOf(need('CMDB_MAX_RATE'), need('CMDB_BASE_URL'));
  const settings: Settings = {
    baseUrl: need('CMDB_BASE_URL').replace(/\/+$/, ''),
    embedded,
    credentials: {
      appCode: need('BK_APP_CODE'),
      appSecret: need('BK_APP_SECRET'),
      ...(username === undefined ? {} : { username }),
      ...(token === undefined ? {} : { token }),
      ...(otherCode === undefined || otherSecret === undefined
        ? {}
        : { other: { appCode: otherCode, appSecret: otherSecret } }),
    },
    fixture: {
      association: need('CMDB_OBJ_ASST_ID'),
      sourceModel: need('CMDB_OBJ_ID'),
      targetModel: need('CMDB_ASST_OBJ_ID'),
      source: BigInt(need('CMDB_INST_ID')),
      target: BigInt(need('CMDB_ASST_INST_ID')),
      business: need('CMDB_BIZ_ID'),
    },
    limits: {
      connectMs: Number(need('CMDB_CONNECT_TIMEOUT_MS')),
      firstByteMs: Number(need('CMDB_FIRST_BYTE_TIMEOUT_MS')),
      totalMs: Number(need('CMDB_TOTAL_TIMEOUT_MS')),
      headerBytes: Number(need('CMDB_MAX_HEADER_BYTES')),
      bodyBytes: Number(need('CMDB_MAX_BODY_BYTES')),
      expandedBytes: Number(need('CMDB_MAX_EXPANDED_BYTES')),
    },
    lookupWaitMs: Number(need('CMDB_LOOKUP_WAIT_MS')),
    ...(concurrency === undefined || concurrency === 'auto'
      ? {}
      : { concurrency: Number(concurrency) }),
    ...(maxRate === undefined ? {} : { maxRate }),
    ...(caFile === undefined ? {} : { caFile }),
    insecure: get('CMDB_INSECURE') === '1',
    redactUsers: get('CMDB_REDACT_USERS') === '1',
    shown: VARIABLES.flatMap((variable) => {
      const set = values.get(variable.name);
      return set === undefined
        ? []
        : [{ name: variable.name, value: show(variable, set.value), from: set.from }];
    }),
  };
  refuseUnasked(settings, get('CMDB_ALLOW_WRITES') === '1');
  return settings;
}

/** Below the 100 requests a second that the API gateway grants an app by default. */
const POLITE_RATE = 80;

function rateOf(value: string, baseUrl: string): number | undefined {
  if (value !== 'auto') return Number(value);
  return isLoopback(baseUrl) ? undefined : POLITE_RATE;
}

/** True for hosts that can only be this machine: `localhost`, 127.0.0.0/8 and `[::1]`. */
function isLoopback(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  return (
    hostname === 'localhost' || hostname === '[::1]' || /^127(\.[0-9]{1,3}){3}$/.test(hostname)
  );
}

function show(variable: Variable, value: string): string {
  return variable.secret === true ? `<${variable.name}>` : value;
}

function refuseMalformed(values: ReadonlyMap<string, { value: string; from: Origin }>): void {
  const ajv = new Ajv();
  addFormats.default(ajv, ['uri']);
  const problems = VARIABLES.flatMap((variable) => {
    const set = values.get(variable.name);
    if (set === undefined || isRight(ajv, variable, set.value)) return [];
    const { takes, name } = variable;
    const value = JSON.stringify(shown(set.value));
    const got =
      variable.secret === true
        ? { en: 'a value that is not shown', zh: '（不显示）' }
        : same(value);
    const { en, zh } = ORIGINS[set.from];
    return [
      {
        from: set.from,
        en: `${name}${en} takes ${takes.en}, but got ${got.en}`,
        zh: `${name}${zh} 应为${takes.zh}，实际为 ${got.zh}`,
      },
    ];
  });
  if (problems.length === 0) return;
  const isOption = problems.every(({ from }) => from === 'command line');
  throw new ConformanceError(
    'usage',
    {
      en: `The configuration is wrong: ${problems.map(({ en }) => en).join('; ')}.`,
      zh: `配置有误：${problems.map(({ zh }) => zh).join('；')}。`,
    },
    isOption
      ? {
          en: 'Correct the option, as in --base-url https://paas.example.com',
          zh: '请更正命令行选项，例如 --base-url https://paas.example.com',
        }
      : {
          en: 'Correct it in the environment or in .env; .env.example shows every variable.',
          zh: '请在环境变量或 .env 中更正；.env.example 列出了所有变量。',
        },
  );
}

function same(text: string): Text {
  return { en: text, zh: text };
}

/** An address may carry a password before its host, whatever else is wrong with it. */
function shown(value: string): string {
  return value.replace(/^([^@]*:\/\/)?[^@]*@/, '$1…@').slice(0, 200);
}

function isRight(ajv: Ajv, variable: Variable, value: string): boolean {
  if (!ajv.validate(variable.schema, value)) return false;
  if (variable.name === 'CMDB_BASE_URL') return isPlainAddress(value);
  if (variable.takes.en.includes('int64')) {
    const id = BigInt(value);
    return id <= INT64_MAX && id >= -INT64_MAX - 1n;
  }
  return true;
}

/** An address with user information would carry a password into every report. */
function isPlainAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

function refuseIncomplete(get: (name: string) => string | undefined): void {
  const missing = REQUIRED.filter((name) => get(name) === undefined).map(same);
  if (get('BK_USERNAME') === undefined && get('BK_TOKEN') === undefined) {
    missing.push({ en: 'BK_USERNAME or BK_TOKEN', zh: 'BK_USERNAME 或 BK_TOKEN' });
  }
  if ((get('CMDB_OTHER_APP_CODE') === undefined) !== (get('CMDB_OTHER_APP_SECRET') === undefined)) {
    missing.push({
      en: 'CMDB_OTHER_APP_CODE and CMDB_OTHER_APP_SECRET (both or none)',
      zh: 'CMDB_OTHER_APP_CODE 与 CMDB_OTHER_APP_SECRET（同时设置或都不设置）',
    });
  }
  if (missing.length > 0) {
    throw new ConformanceError(
      'usage',
      {
        en: `CMDB_BASE_URL is set, but these variables are missing: ${missing.map(({ en }) => en).join(', ')}.`,
        zh: `已设置 CMDB_BASE_URL，但缺少以下变量：${missing.map(({ zh }) => zh).join('、')}。`,
      },
      {
        en: 'Set them in the environment or in .env (copy .env.example); without CMDB_BASE_URL the embedded CMDB is used.',
        zh: '请在环境变量或 .env（复制 .env.example）中设置；不设置 CMDB_BASE_URL 则使用内置 CMDB。',
      },
    );
  }
}

function refuseUnasked(settings: Settings, allowed: boolean): void {
  if (!allowed && !isLoopback(settings.baseUrl)) {
    throw new ConformanceError(
      'usage',
      {
        en: `A run creates and removes associations and instances on ${settings.baseUrl}, which is not this machine.`,
        zh: `运行会在 ${settings.baseUrl} 上新增并删除关联关系与实例，而它不是本机。`,
      },
      {
        en: 'Set CMDB_ALLOW_WRITES=1 when you may write there.',
        zh: '确认可以写入后，请设置 CMDB_ALLOW_WRITES=1。',
      },
    );
  }
}
