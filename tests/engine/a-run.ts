import { drive } from '../../src/cli/run/drive.js';
import { openRun } from '../../src/cli/run/open-run.js';
import type { OpenRun } from '../../src/cli/run/open-run.js';
import type { RunRequest } from '../../src/cli/run/prepare-run.js';
import { aHurriedWorld } from './a-hurried-world.js';
import type { CaseResult, RequirementResult, RunRecord, Status } from '../../src/record/record.js';

/** A whole run in this process, nothing written to disk; its waits are short. */
export function open(
  commandLine: RunRequest['commandLine'],
  more: Partial<RunRequest> = {},
): Promise<OpenRun> {
  return openRun({
    commandLine,
    environment: {},
    out: '',
    inMemory: true,
    world: aHurriedWorld(),
    only: [],
    strict: false,
    effort: 'full',
    endpoints: [],
    frontEnd: 'run',
    fullCommand: 'npx cmdb-conformance run',
    ...more,
  });
}

/** Runs all cases and closes. */
export async function runAll(
  commandLine: RunRequest['commandLine'],
  more: Partial<RunRequest> = {},
): Promise<RunRecord> {
  const run = await open(commandLine, more);
  try {
    return await drive(run.session, () => undefined);
  } finally {
    await run.close();
  }
}

/** The verdict on one requirement. */
export function verdictOn(record: RunRecord, id: string): RequirementResult {
  const found = record.requirements.find((requirement) => requirement.id === id);
  if (found === undefined) throw new Error(`no requirement ${id}`);
  return found;
}

/** What came of one case. */
export function caseOf(record: RunRecord, id: string): CaseResult {
  const found = record.cases.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
}

/** Ids of all requirements with a status. */
export function withStatus(record: RunRecord, status: Status): string[] {
  return record.requirements.filter((one) => one.status === status).map(({ id }) => id);
}

/** What a record notes, but for the releases that fit: what a part of a run shows fits some. */
export function notesOf(record: RunRecord): RunRecord['notes'] {
  return record.notes.filter(({ kind }) => kind !== 'releases-fit');
}
