import type { WireLimits } from '../http/exchange.js';
import type { Text } from '../text.js';
import { doubtfulValues } from './doubtful-values.js';
import { isLoopback } from './loopback.js';
import type { Origin, Variables } from './origin.js';
import { wrongValues } from './misconfigured.js';
import type { WrongValue } from '../record/ending.js';
import { refuseIncomplete, refuseMalformed } from './refuse-settings.js';
import type { Variable } from './variable.js';

/** Who asks: the app and the identities that are configured. */
export interface Credentials {
  readonly appCode: string;
  readonly appSecret: string;
  readonly username?: string;
  readonly token?: string;
  readonly other?: { readonly appCode: string; readonly appSecret: string };
}

/** Everything that a run is told. */
export interface Settings {
  readonly baseUrl: string;
  readonly embedded: boolean;
  /** Whether something may be written there: on this machine, or where the user says so. */
  readonly mayWrite: boolean;
  readonly credentials: Credentials;
  /** The text of a variable; empty where it is not set. */
  readonly setting: (variable: string) => string;
  readonly limits: WireLimits;
  readonly lookupWaitMs: number;
  /** Milliseconds from the beginning after which a run that found the target wrong is ended. */
  readonly wrongTargetMs: number;
  /** Undefined: as the target's speed suggests. */
  readonly concurrency?: number;
  /** Requests in a second at most; undefined: as many as it takes. */
  readonly maxRate?: number;
  readonly caFile?: string;
  /** A certificate that says to the target's TLS who asks. */
  readonly client?: { readonly certificateFile: string; readonly keyFile: string };
  readonly insecure: boolean;
  readonly redactUsers: boolean;
  /** Values that nobody can have meant: nothing is sent with them. */
  readonly misconfigured: readonly WrongValue[];
  /** Values that may not be what was meant; to be told before anything is sent. */
  readonly warnings: readonly Text[];
  /** What was set and by whom; secrets as `<name>`. */
  readonly shown: readonly {
    readonly name: string;
    readonly value: string;
    readonly from: Origin;
  }[];
}

/**
 * Settles the configuration of a run.
 *
 * @param sources - variables by origin; of two origins the stronger one wins. An empty text counts
 *   as not set, as a line `BK_TOKEN=` in a copied `.env.example` means it.
 * @param variables - all that there are
 * @param embedded - true when the values describe the embedded CMDB, so that the default of
 *   everything is its own
 * @throws ConformanceError `usage` that names every variable that is wrong or missing, what it got
 *   (secrets excepted) and what it takes
 */
export function readSettings(
  sources: readonly { readonly from: Origin; readonly variables: Variables }[],
  embedded: boolean,
  variables: readonly Variable[],
): Settings {
  const values = new Map<string, { value: string; from: Origin }>();
  for (const variable of variables) {
    for (const { from, variables: given } of sources) {
      const value = given[variable.name];
      if (value !== undefined && value !== '') {
        values.set(variable.name, { value, from });
        break;
      }
    }
    if (!values.has(variable.name) && variable.fallback !== undefined) {
      values.set(variable.name, { value: variable.fallback, from: 'default' });
    }
  }
  refuseMalformed(values, variables);
  const get = (name: string): string | undefined => values.get(name)?.value;
  refuseIncomplete(get, variables);
  const need = (name: string): string => get(name) ?? '';
  const username = get('BK_USERNAME');
  const token = get('BK_TOKEN');
  const otherCode = get('CMDB_OTHER_APP_CODE');
  const otherSecret = get('CMDB_OTHER_APP_SECRET');
  const concurrency = get('CMDB_CONCURRENCY');
  const caFile = get('CMDB_CA_FILE');
  const certificateFile = get('CMDB_CLIENT_CERT_FILE');
  const keyFile = get('CMDB_CLIENT_KEY_FILE');
  const maxRate = rateOf(need('CMDB_MAX_RATE'), need('CMDB_BASE_URL'));
  return {
    baseUrl: need('CMDB_BASE_URL').replace(/\/+$/, ''),
    embedded,
    mayWrite: isLoopback(need('CMDB_BASE_URL')) || get('CMDB_ALLOW_WRITES') === '1',
    credentials: {
      appCode: need('BK_APP_CODE'),
      appSecret: need('BK_APP_SECRET'),
      ...(username === undefined ? {} : { username }),
      ...(token === undefined ? {} : { token }),
      ...(otherCode === undefined || otherSecret === undefined
        ? {}
        : { other: { appCode: otherCode, appSecret: otherSecret } }),
    },
    setting: need,
    limits: {
      connectMs: Number(need('CMDB_CONNECT_TIMEOUT_MS')),
      firstByteMs: Number(need('CMDB_FIRST_BYTE_TIMEOUT_MS')),
      totalMs: Number(need('CMDB_TOTAL_TIMEOUT_MS')),
      headerBytes: Number(need('CMDB_MAX_HEADER_BYTES')),
      bodyBytes: Number(need('CMDB_MAX_BODY_BYTES')),
      expandedBytes: Number(need('CMDB_MAX_EXPANDED_BYTES')),
    },
    lookupWaitMs: Number(need('CMDB_LOOKUP_WAIT_MS')),
    wrongTargetMs: Number(need('CMDB_WRONG_TARGET_MS')),
    ...(concurrency === undefined || concurrency === 'auto'
      ? {}
      : { concurrency: Number(concurrency) }),
    ...(maxRate === undefined ? {} : { maxRate }),
    ...(caFile === undefined ? {} : { caFile }),
    ...(certificateFile === undefined || keyFile === undefined
      ? {}
      : { client: { certificateFile, keyFile } }),
    insecure: get('CMDB_INSECURE') === '1',
    redactUsers: get('CMDB_REDACT_USERS') === '1',
    warnings: doubtfulValues(values),
    misconfigured: wrongValues(values),
    shown: variables.flatMap((variable) => {
      const set = values.get(variable.name);
      return set === undefined
        ? []
        : [{ name: variable.name, value: show(variable, set.value), from: set.from }];
    }),
  };
}

/** Below the 100 requests a second that the API gateway grants an app by default. */
const POLITE_RATE = 80;

function rateOf(value: string, baseUrl: string): number | undefined {
  if (value !== 'auto') return Number(value);
  return isLoopback(baseUrl) ? undefined : POLITE_RATE;
}

function show(variable: Variable, value: string): string {
  return variable.secret === true ? `<${variable.name}>` : value;
}
