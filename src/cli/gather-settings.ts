import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { ConformanceError } from '../error.js';
import { readSettings, TARGET_VARIABLES } from '../target/settings.js';
import type { Origin, Settings, Variables } from '../target/settings.js';

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
 * @throws ConformanceError `usage`
 */
export async function gatherSettings(
  commandLine: Variables,
  environment: Variables,
  folder: string | undefined,
  startEmbedded: StartEmbedded,
): Promise<Settings> {
  const own: { from: Origin; variables: Variables }[] = [
    { from: 'command line', variables: commandLine },
    { from: 'environment', variables: environment },
    { from: '.env', variables: folder === undefined ? {} : readDotenv(`${folder}/.env`) },
  ];
  const hasTarget = own.some(({ variables }) => Boolean(variables['CMDB_BASE_URL']));
  if (hasTarget) return readSettings(own, false);
  refuseForgottenAddress(own);
  const embedded = { from: 'embedded' as const, variables: await startEmbedded() };
  return readSettings([embedded, ...own], true);
}

/** A forgotten address must not become a green run against the embedded CMDB. */
function refuseForgottenAddress(
  sources: readonly { readonly from: Origin; readonly variables: Variables }[],
): void {
  const set = TARGET_VARIABLES.flatMap((name) => {
    const source = sources.find(({ variables }) => Boolean(variables[name]));
    return source === undefined ? [] : [`${name} (from the ${source.from})`];
  });
  if (set.length === 0) return;
  throw new ConformanceError(
    'usage',
    `CMDB_BASE_URL is not set, but variables that describe a target are: ${set.join(', ')}.`,
    'Set CMDB_BASE_URL too, or unset them to run against the embedded CMDB.',
  );
}

function readDotenv(path: string): Variables {
  if (!existsSync(path)) return {};
  try {
    return parse(readFileSync(path));
  } catch (cause) {
    throw new ConformanceError(
      'usage',
      `${path} can’t be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'Make it readable, or remove it and set the variables in the environment.',
      cause,
    );
  }
}
