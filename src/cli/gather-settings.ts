import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { ConformanceError } from '../error.js';
import { readSettings } from '../target/settings.js';
import type { Origin, Settings, Variables } from '../target/settings.js';

/** What is known of the embedded CMDB when it has to be started. */
export type StartEmbedded = () => Promise<Readonly<Record<string, string>>>;

/**
 * Settles the configuration: command line over environment over `.env` over defaults. Without a
 * base URL the embedded CMDB is started, and its own values are used.
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
  const embedded = { from: 'embedded' as const, variables: await startEmbedded() };
  return readSettings([embedded, ...own], true);
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
