import type { Check } from '../../record/diagnosis.js';
import type { Ending } from '../../record/ending.js';
import type { Run } from '../run.js';

/** Endings that say that the API is not at this address. */
const NOT_THERE: ReadonlySet<Ending['kind']> = new Set([
  'no-connection',
  'not-the-api',
  'shut-out',
]);

/** Whether the API answers at the address. */
export function checkAddress({ budget, weather, tools, journal }: Run): Check {
  const ended = budget.ended();
  const url = tools.settings.baseUrl;
  const ms = Math.round(journal.housekeeping[0]?.durationMs ?? 0);
  if (ended !== undefined && NOT_THERE.has(ended.kind)) {
    return { kind: 'address', result: 'wrong', url, ms, ends: ended };
  }
  return { kind: 'address', result: weather.hasApiAnswered ? 'ok' : 'unknown', url, ms };
}
