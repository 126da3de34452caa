import type { Check } from '../../record/diagnosis.js';
import type { Ending, Note } from '../../record/ending.js';
import { meansOf } from '../exchange/means.js';
import type { Run, Scene } from '../run.js';

/**
 * What the settings name: whether it is there, of what kind, and free.
 *
 * @param permissions - what is known of the endpoints by now
 */
export async function* checkFixture(
  scene: Scene,
  permissions: readonly Check[],
): AsyncGenerator<Check> {
  const { subject, tools, journal } = scene.run;
  const { ground } = subject.effect;
  const [first = '', ...others] = ground.settings;
  const { missing, mismatch, facts } = ground.known();
  const value = tools.settings.setting(first);
  const ends: Ending | undefined = missing
    ? { kind: 'fixture-wrong', settings: [first], missing: value }
    : isOfOthers(mismatch)
      ? mismatch
      : undefined;
  const notes = journal.notes.filter(
    ({ kind }) => kind === 'fixture-not-shown' || kind === 'fixture-mismatched',
  );
  yield {
    kind: 'fixture',
    result: ends !== undefined ? 'wrong' : notes.length > 0 ? 'warning' : 'ok',
    setting: first,
    value,
    facts,
    notes: ends === undefined ? notes : [],
    ...(ends === undefined ? {} : { ends }),
  };
  if (ends !== undefined || !scene.run.knowledge.lookups.isUsed) return;
  yield await checkFree(scene, others, permissions);
}

/** What the settings leave out, where that ends a run before anything else can be looked at. */
export function fixtureInTheWay({ subject, tools, budget }: Run): Check | undefined {
  const { ground } = subject.effect;
  const ends = budget.ended();
  const { none, facts } = ground.known();
  if (ends === undefined || ends !== none) return undefined;
  const [setting = ''] = ground.settings;
  const value = tools.settings.setting(setting);
  return { kind: 'fixture', result: 'wrong', setting, value, facts, notes: [], ends };
}

/** Models that are only swapped are found all the same; by others nothing is. */
function isOfOthers(
  mismatch: Extract<Ending, { kind: 'fixture-mismatched' }> | undefined,
): boolean {
  const shown = new Set(mismatch?.mismatches.map((one) => one.shown));
  return mismatch?.mismatches.some(({ value }) => !shown.has(value)) === true;
}

async function checkFree(
  scene: Scene,
  settings: readonly string[],
  permissions: readonly Check[],
): Promise<Check> {
  const { subject, tools } = scene.run;
  const { ground } = subject.effect;
  const values = settings.map((name) => tools.settings.setting(name));
  const base = { kind: 'free', settings, values, notes: [] } as const;
  const mayMake = permissions.every(
    (check) => check.kind !== 'permission' || check.isRequired || check.result !== 'warning',
  );
  if (settings.length === 0) return { ...base, result: mayMake ? 'ok' : 'wrong' };
  const taken = await ground.taken(meansOf(scene));
  if (taken !== undefined) {
    const notes: Note[] = [{ kind: 'fixture-taken', taken }];
    if (mayMake) return { ...base, result: 'warning', notes };
    return { ...base, result: 'wrong', ends: { kind: 'fixture-taken', taken } };
  }
  const isSeen = await ground.isSeen(meansOf(scene));
  return { ...base, result: isSeen ? 'ok' : 'unknown' };
}
