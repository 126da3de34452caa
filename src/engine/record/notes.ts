import { tellsCausesApart } from '../../judge/refusal.js';
import type { Note } from '../../record/ending.js';
import type { Run } from '../run.js';

/** What the reader of a record should know besides the verdicts. */
export function notesOf({ journal, knowledge, subject, weather, tools }: Run): Note[] {
  const { taken, fixtureRefusal, lookups } = knowledge;
  const refusals = {
    credentials: knowledge.credentialRefusals,
    unknown: knowledge.unknownRefusal,
  };
  const { ground } = subject.effect;
  const { whyNone, none } = ground.known();
  const healed = [...weather.healed];
  const isDoubtful = !knowledge.isFixtureAccepted && fixtureRefusal !== undefined;
  return [
    ...journal.notes,
    ...(refusals.unknown !== undefined && !tellsCausesApart(refusals)
      ? [{ kind: 'one-refusal' } as const]
      : []),
    ...(taken === undefined ? [] : [{ kind: 'fixture-taken', taken } as const]),
    ...(isDoubtful
      ? [{ kind: 'fixture-refused', settings: ground.settings, said: fixtureRefusal } as const]
      : []),
    // Where nothing was made at all, that is why the run ended.
    ...(whyNone === undefined || none !== undefined
      ? []
      : [{ kind: 'none-made', why: whyNone } as const]),
    ...(lookups.isLagging ? [{ kind: 'lookups-lag' } as const] : []),
    ...(weather.waited > 0 ? [{ kind: 'rate-limited', times: weather.waited } as const] : []),
    ...(healed.length === 0
      ? []
      : [
          {
            kind: 'healed',
            times: healed.reduce((sum, [, times]) => sum + times, 0),
            statuses: healed.map(([status]) => status),
          } as const,
        ]),
    ...(tools.settings.insecure ? [{ kind: 'insecure' } as const] : []),
  ];
}
