import type { Effect } from '../../effects/effect.js';
import type { Entry } from '../../effects/means.js';
import type { Remnant, Shown } from '../../effects/remnant.js';
import type { Answer } from '../../judge/answer.js';
import type { Ending } from '../../record/ending.js';
import type { Planned } from '../../record/planned.js';
import type { Leftover } from '../../record/record.js';
import { openBudget } from '../pace/budget.js';
import { elsewhere } from '../stock/elsewhere.js';
import { endAtStranger, endShutOut, endWithoutLookups } from '../preflight/endings.js';
import { groundIn } from '../stock/ground-in.js';
import type { JudgedEndpoint } from '../judged-endpoint.js';
import type { LedgerLine } from './ledger.js';
import { learnRefusalsByLooking } from '../preflight/look-as.js';
import { meansOf } from '../exchange/means.js';
import { newRun, newTools } from '../new-run.js';
import { openLookups } from '../preflight/preflight.js';
import { isOver } from '../run.js';
import type { Run, Scene } from '../run.js';
import type { SessionOptions } from '../session-options.js';
import { survey } from '../preflight/survey.js';
import { fairWeather } from '../pace/weather.js';
import { findWayOfRemoval } from '../preflight/way-of-removal.js';
import { withoutSecrets } from '../exchange/without-secrets.js';

/** So often a removal is asked for that is refused or not answered. */
const ATTEMPTS = 3;
const PAUSE_MS = 250;

/** What is to be cleaned up: what a ledger keeps, or what carries the suite's mark. */
export type CleanupOf =
  | { readonly lines: readonly LedgerLine[] }
  /** @param isMeant - true for a name that is old enough */
  | { readonly isMeant: (name: string) => boolean };

/** Finishes what other runs left on a target. */
export interface Cleanup {
  /** Looks what of it is there, in the order of removal; touches nothing. */
  readonly look: () => Promise<readonly Planned[]>;
  /** Removes what was found, and only that. */
  readonly remove: () => Promise<void>;
  /** What is there still, or may be. */
  readonly left: () => readonly Leftover[];
  /** Why it ended early, and whether anything of the API ever answered. */
  readonly ended: () => { readonly why: Ending | undefined; readonly hasApiAnswered: boolean };
  /** The name of a secret that a text contains. */
  readonly leak: (text: string) => string | undefined;
}

/** One creation of the ledger, or all that was sought by its name; and what is there of it. */
interface Item {
  readonly entry?: { readonly line: LedgerLine; readonly own: Entry };
  readonly look: () => Promise<Shown>;
  shown: readonly Remnant[];
  /** Undefined where nothing is left of it. */
  left: Leftover['why'] | undefined;
}

/** Nothing is known of a thing before it is looked for. */
const UNSEEN: Pick<Item, 'shown' | 'left'> = {
  shown: [],
  left: { kind: 'not-looked-up', why: { kind: 'run-ended' } },
};

/**
 * Opens a cleanup; nothing is sent yet. It asks as a run does: by the same client, as patiently.
 *
 * @param judged - the endpoint whose effect finds and removes what is left
 */
export function openCleanup(
  options: SessionOptions,
  { effect, ...judged }: JudgedEndpoint & { readonly effect: Effect },
  what: CleanupOf,
): Cleanup {
  const budget = openBudget(options.world, options.settings.maxRate);
  const { tools, secrets } = newTools(options, budget);
  const weather = fairWeather();
  const run = newRun({ ...judged, effect, tools, budget, weather }, effect);
  const items = itemsOf(run, what);
  const clean = <T>(data: T): T => withoutSecrets(data, tools.redactor);

  return {
    async look() {
      if (!isOver(run)) await reach(run);
      if (isOver({ budget })) return [];
      for (const item of items) await see(item);
      const unsure = items.filter(isUnsure);
      if (unsure.length > 0) {
        // What was under way when the run was cut off may have been done since.
        await tools.world.sleep(options.settings.lookupWaitMs);
        for (const item of unsure) await see(item);
      }
      for (const { entry, shown, left } of items) {
        if (shown.length === 0 && left === undefined) close(entry);
      }
      return clean(inOrder(items).map(plannedOf));
    },
    async remove() {
      const there = inOrder(items);
      // Who may not remove what the effect stores can still remove what it would have lain on.
      const isStored = there.some(({ kind }) => kind === run.subject.kind);
      const none = isStored ? await findWayOfRemoval(sceneOf(run)) : undefined;
      if (none !== undefined) budget.end(none);
      if (isOver({ budget })) return;
      for (const remnant of there) await removeRemnant(run, items, remnant);
      for (const item of items) if (item.shown.length > 0) await seeThatGone(run, item);
    },
    left: () =>
      clean(
        items.flatMap((item) =>
          item.left === undefined && item.shown.length === 0 ? [] : leftoversOf(item),
        ),
      ),
    ended: () => {
      const why = budget.ended();
      return {
        why: why === undefined ? undefined : clean(why),
        hasApiAnswered: weather.hasApiAnswered,
      };
    },
    leak: (text) => secrets.leak(text),
  };
}

function itemsOf(run: Run, what: CleanupOf): Item[] {
  const { remnants } = run.subject.effect;
  const means = meansOf(sceneOf(run));
  if ('isMeant' in what) return [{ look: () => remnants.marked(means, what.isMeant), ...UNSEEN }];
  const ground = groundIn(what.lines, run.subject.kind);
  return what.lines.map((line) => {
    const id = line.id === undefined ? undefined : BigInt(line.id);
    return {
      entry: { line, own: run.tools.ledger.resume(line) },
      look: () => remnants.of(means, line, id, ground),
      ...UNSEEN,
    };
  });
}

function sceneOf(run: Run): Scene {
  const slot = run.subject.effect.ground.opening();
  return { run, slot, caseId: 'cleanup', trail: run.journal.housekeeping };
}

/** Finds the identity whose lookups can be used; without one nothing can be done. */
async function reach(run: Run): Promise<void> {
  const { knowledge, weather, budget } = run;
  // What the settings leave out, models for example, is looked up.
  await survey(sceneOf(run));
  await openLookups(sceneOf(run));
  if (isOver(run) || knowledge.lookups.isUsed) return;
  endShutOut(sceneOf(run));
  // A refusal says whose fault it is beside those of bad credentials.
  if (knowledge.lookups.refusals.size > 0) await learnRefusalsByLooking(sceneOf(run));
  if (isOver(run)) return;
  const why = knowledge.lookups.unusable;
  if (weather.hasApiAnswered) endWithoutLookups(sceneOf(run));
  else if (why?.kind === 'no-answer') budget.end({ ...why, kind: 'no-connection' });
  else endAtStranger(sceneOf(run));
}

async function see(item: Item): Promise<void> {
  const { remnants, elsewhere: other, why } = await item.look();
  item.shown = remnants ?? [];
  if (why !== undefined) item.left = { kind: 'not-looked-up', why };
  else item.left = other && elsewhere(other);
}

function isUnsure({ entry, shown, left }: Item): boolean {
  return entry?.line.step === 'about-to-create' && shown.length === 0 && left === undefined;
}

function close(entry: Item['entry']): void {
  if (entry?.line.step === 'about-to-create') entry.own.notCreated();
  else entry?.own.removed();
}

/** Each thing once; what lies between others first. */
function inOrder(items: readonly Item[]): Remnant[] {
  const things = new Map<string, Remnant>();
  for (const one of items.flatMap(({ shown }) => shown)) things.set(`${one.kind} ${one.id}`, one);
  const all = [...things.values()];
  const isBetween = ({ between }: Remnant): boolean => between !== undefined;
  return [...all.filter(isBetween), ...all.filter((one) => !isBetween(one))];
}

function plannedOf({ kind, of, id, name, between }: Remnant): Planned {
  return {
    ...{ kind, of, id: id.toString() },
    ...(name === undefined ? {} : { name }),
    ...(between === undefined ? {} : { between }),
  };
}

async function removeRemnant(run: Run, items: readonly Item[], remnant: Remnant): Promise<void> {
  let answer: Answer | undefined;
  for (let attempt = 0; attempt < ATTEMPTS && !isOver(run); attempt += 1) {
    if (attempt > 0) await run.tools.world.sleep(PAUSE_MS);
    answer = await remnant.remove(meansOf(sceneOf(run)), run.knowledge.wayOfRemoval);
    if (answer.kind === 'accepted') return;
  }
  const said = answer?.kind === 'refused' ? { said: answer.said } : {};
  for (const item of items) {
    if (item.shown.some(({ kind, id }) => kind === remnant.kind && id === remnant.id)) {
      item.left = { kind: 'not-removed', ...said };
    }
  }
}

/** What was said to be removed has to be gone, also from lookups that lag behind. */
async function seeThatGone(run: Run, item: Item): Promise<void> {
  const { world, settings } = run.tools;
  const { left } = item;
  const end = world.now() + settings.lookupWaitMs;
  for (;;) {
    await see(item);
    if (item.shown.length === 0 && item.left === undefined) {
      close(item.entry);
      return;
    }
    if (left !== undefined || isOver(run) || world.now() >= end) break;
    await world.sleep(PAUSE_MS);
  }
  item.left ??= left ?? { kind: 'still-shown', endpoint: run.subject.effect.removal.endpoint };
}

function leftoversOf({ entry, shown, left }: Item): Leftover[] {
  const why = left ?? { kind: 'not-removed' };
  if (shown.length === 0 && entry !== undefined) {
    const { kind, of, id } = entry.line;
    return [{ kind, of, ...(id === undefined ? {} : { id }), why }];
  }
  return shown.map(({ kind, of, id }) => ({ kind, of, id: id.toString(), why }));
}
