import type { Check } from '../../record/diagnosis.js';
import { notesOf } from '../record/notes.js';
import type { Run } from '../run.js';

/** What had to be waited for, or never came. */
export function checkWeather(run: Run): Check {
  const ends = run.budget.ended();
  const notes = notesOf(run).filter(({ kind }) => kind === 'healed' || kind === 'rate-limited');
  if (ends !== undefined) return { kind: 'weather', result: 'wrong', notes, ends };
  return { kind: 'weather', result: notes.length > 0 ? 'warning' : 'ok', notes };
}
