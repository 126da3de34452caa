import { ESB } from '../../../src/binding/bindings.js';
import type { Effect } from '../../../src/effects/effect.js';
import type { Effort, RunRecord } from '../../../src/record/record.js';
import { runSession } from '../run-session.js';
import { SETTINGS } from './behaviour.js';
import { noteContract } from './contract.js';
import type { NoteServer } from './note-server.js';
import { notes } from './notes.js';

const contract = noteContract();

/** Judges a server of notes, which knows nothing of the suite. */
export function judge(
  { baseUrl }: NoteServer,
  { effect = notes, effort = 'quick' }: { effect?: Effect; effort?: Effort } = {},
): Promise<RunRecord> {
  const variables = { ...SETTINGS, CMDB_BASE_URL: baseUrl };
  return runSession({ contract, effect, binding: ESB, variables, effort });
}
