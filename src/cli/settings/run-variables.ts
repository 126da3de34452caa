import { ConformanceError } from '../../error.js';

/** Options of commands that stand for variables. */
export interface VariableOptions {
  readonly baseUrl?: string;
  readonly timeout?: string;
  readonly release?: string;
  readonly esb?: string;
  readonly waivers?: string;
  readonly fixture?: 'auto';
  readonly insecure: boolean;
  readonly redactUsers: boolean;
}

/**
 * The variables that options stand for.
 *
 * @throws ConformanceError `usage` for a value that can't be used
 */
export function variablesOf(options: VariableOptions): Record<string, string> {
  const total = options.timeout === undefined ? undefined : seconds(options.timeout);
  if (options.baseUrl === '') throw noAddress();
  return {
    ...(options.baseUrl === undefined ? {} : { CMDB_BASE_URL: options.baseUrl }),
    ...(options.release === undefined ? {} : { CMDB_RELEASE: options.release }),
    ...(options.esb === undefined ? {} : { CMDB_ESB: options.esb }),
    ...(options.waivers === undefined ? {} : { CMDB_WAIVERS: options.waivers }),
    ...(options.fixture === undefined ? {} : { CMDB_FIXTURE: options.fixture }),
    ...(options.insecure ? { CMDB_INSECURE: '1' } : {}),
    ...(options.redactUsers ? { CMDB_REDACT_USERS: '1' } : {}),
    ...(total === undefined
      ? {}
      : {
          CMDB_TOTAL_TIMEOUT_MS: String(total),
          CMDB_FIRST_BYTE_TIMEOUT_MS: String(Math.min(total, 10_000)),
          CMDB_CONNECT_TIMEOUT_MS: String(Math.min(total, 5000)),
        }),
  };
}

/** @throws ConformanceError `usage` when it is no positive number of seconds */
function seconds(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0 && value <= 3600) return Math.ceil(value * 1000);
  throw new ConformanceError(
    'usage',
    {
      en: `--timeout takes seconds, more than 0 and at most 3600, but got ${JSON.stringify(text)}.`,
      zh: `--timeout 应为秒数，大于 0 且不超过 3600，实际为 ${JSON.stringify(text)}。`,
    },
    { en: 'For example: --timeout 15', zh: '例如：--timeout 15' },
  );
}

/** An empty variable counts as not set; an empty option would silently mean the embedded CMDB. */
function noAddress(): ConformanceError {
  return new ConformanceError(
    'usage',
    { en: '--base-url is empty.', zh: '--base-url 为空。' },
    {
      en: 'Give an address, as in --base-url https://paas.example.com, or leave the option out.',
      zh: '请给出地址，例如 --base-url https://paas.example.com，或去掉该选项。',
    },
  );
}
