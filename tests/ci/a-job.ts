import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import type { Embedded } from '../../src/embedded/start.js';
import { afterThisFile } from '../given-back.js';

/** Has the script of the jobs send each case once. */
export const QUICK = { CONFORMANCE_OPTIONS: '--effort quick' };

/** Without what the package manager that runs the tests put there. */
export const PATH = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(delimiter);

/** A right target and one that breaks a rule, until the tests of the file are over. */
export async function startTargets(): Promise<{
  readonly sound: Embedded;
  readonly broken: Embedded;
}> {
  const sound = await startEmbedded();
  afterThisFile(() => sound.close());
  const broken = await startEmbedded({ defect: 'message-missing-on-parameters' });
  afterThisFile(() => broken.close());
  return { sound, broken };
}

/** The secrets of a target. */
export function secretsOf({ settings }: Embedded): string[] {
  const names = ['BK_APP_SECRET', 'BK_TOKEN', 'CMDB_OTHER_APP_SECRET'];
  const values = names.flatMap((name) => settings[name] ?? []);
  expect(values).toHaveLength(names.length);
  return values;
}

/** The record of the last good run that a job kept in its folder. */
export async function lastGood(folder: string): Promise<string> {
  return readFile(join(folder, 'runs', 'last-good', 'results.json'), 'utf8');
}
