import { ConformanceError } from '../../error.js';
import { ORIGINS } from '../../config/origin.js';
import type { Origin, Variables } from '../../config/origin.js';
import { readSettings } from '../../config/settings.js';
import type { Settings } from '../../config/settings.js';
import type { Variable } from '../../config/variable.js';
import { readDotenv } from './read-dotenv.js';

/** What is known of the embedded CMDB when it has to be started. */
export type StartEmbedded = () => Promise<Readonly<Record<string, string>>>;

/**
 * Settles the configuration: command line over environment over `.env` over defaults. Without a
 * base URL the embedded CMDB is started, and its own values are used; values that describe another
 * target are refused then.
 *
 * @param commandLine - variables that options stand for
 * @param environment - `process.env`
 * @param folder - where `.env` is sought; undefined: nowhere
 * @param variables - all that there are
 * @throws ConformanceError `usage`
 */
export async function gatherSettings(
  commandLine: Variables,
  environment: Variables,
  folder: string | undefined,
  variables: readonly Variable[],
  startEmbedded: StartEmbedded,
): Promise<Settings> {
  const own: { from: Origin; variables: Variables }[] = [
    { from: 'command line', variables: commandLine },
    { from: 'environment', variables: environment },
    { from: '.env', variables: folder === undefined ? {} : readDotenv(`${folder}/.env`) },
  ];
  const hasTarget = own.some((source) => Boolean(source.variables['CMDB_BASE_URL']));
  if (hasTarget) return readSettings(own, false, variables);
  refuseForgottenAddress(own, variables);
  const embedded = { from: 'embedded' as const, variables: await startEmbedded() };
  return readSettings([embedded, ...own], true, variables);
}

/** A forgotten address must not become a green run against the embedded CMDB. */
function refuseForgottenAddress(
  sources: readonly { readonly from: Origin; readonly variables: Variables }[],
  variables: readonly Variable[],
): void {
  const set = variables.flatMap(({ name, target }) => {
    if (target === undefined) return [];
    const source = sources.find((one) => Boolean(one.variables[name]));
    return source === undefined ? [] : [{ name, from: source.from }];
  });
  if (set.length === 0) return;
  const list = (lang: 'en' | 'zh', between: string): string =>
    set.map(({ name, from }) => `${name}${ORIGINS[from][lang]}`).join(between);
  throw new ConformanceError(
    'usage',
    {
      en: `CMDB_BASE_URL is not set, but variables that describe a target are: ${list('en', ', ')}.`,
      zh: `没有设置 CMDB_BASE_URL，却设置了描述目标的变量：${list('zh', '、')}。`,
    },
    {
      en: 'Set CMDB_BASE_URL too, or unset them to run against the embedded CMDB.',
      zh: '请同时设置 CMDB_BASE_URL；若要检验内置 CMDB，请取消这些变量。',
    },
  );
}
