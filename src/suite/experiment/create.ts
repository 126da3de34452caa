import type { JsonObject } from '../../json/json-value.js';
import { idOf } from '../../judge/answer.js';
import { CREATION, judgeCreation } from '../../judge/creation.js';
import type { Finding } from '../../record/finding.js';
import type { Purpose } from '../../record/record.js';
import { couldBeOurs, keyOf, placesOf } from '../places.js';
import { give, keep } from '../state.js';
import type { Place, Scene, Slot } from '../state.js';
import { judgeAcceptance } from './acceptance.js';
import { add, associationsOf } from './add.js';
import { newRows, rememberBefore, wasThereBefore } from './fresh-rows.js';
import { look, sweep } from './look.js';
import type { FoundRow } from './look.js';
import { removeAssociation } from './remove.js';
import { settleGiven } from './settle-given.js';
import type { Reply } from './send.js';

/** Milliseconds between two looks for an association that does not show up. */
const FIRST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 250;
/** Creations that may never show up before later ones are looked up without waiting. */
const MISSING_BELIEVED = 2;

/** What came of a request that has to be accepted. */
export interface Creation {
  readonly reply: Reply;
  readonly accepted: boolean;
  /** The answered id. */
  readonly id: bigint | undefined;
  /** Removes what was created; does nothing where nothing was. */
  readonly remove: () => Promise<void>;
}

/**
 * Creates an association and looks whether exactly it is there then. Its verdicts (`effect.created`
 * and the rest) are kept; the association stays until it is removed.
 *
 * @param body - a valid request for the scene's slot
 * @param mayBeRefused - true where the document does not say that the target has to accept it
 */
export async function create(
  scene: Scene,
  body: JsonObject,
  purpose: Purpose,
  mayBeRefused = false,
): Promise<Creation> {
  const { state, slot } = scene;
  const { association } = state.settings.fixture;
  const place = placeOf(slot);
  await rememberBefore(scene, [place]);
  if (!state.watched.has(keyOf(place))) {
    const watch = { place, slot, caseId: scene.caseId, experiment: CREATION, requirements: [] };
    state.watched.set(keyOf(place), watch);
  }
  const creation = state.ledger.nextCreation();
  const line = {
    kind: 'association',
    of: association,
    creation,
    between: [slot.source.toString(), slot.target.toString()],
  } as const;
  state.ledger.append({ step: 'about-to-create', ...line });
  const about = { experiment: CREATION, judged: true, success: true, claim: 'valid' } as const;
  const reply = await add(scene, body, purpose, about, [place]);
  const { answer } = reply;
  const evidence = [reply.sent.exchange.n];
  if (answer.kind !== 'accepted') {
    const found = await sweep(scene, placesOf(body, slot));
    const rows = newRows(scene, [place], found ?? [], associationsOf(scene, body));
    if (found !== undefined && rows.length === 0) {
      state.ledger.append({ step: 'not-created', ...line });
    }
    const ids = rows.map((row) => row.id);
    if (!mayBeRefused || ids.length > 0) {
      keep(scene, await judgeAcceptance(scene, body, reply, ids));
    }
    const remove = (): Promise<void> => removeAll(scene, rows, creation);
    return { reply, accepted: false, id: undefined, remove };
  }
  keep(scene, await judgeAcceptance(scene, body, reply, []));
  const id = idOf(answer.body);
  const known = id === undefined ? undefined : state.ids.get(id);
  const foreign = id !== undefined && wasThereBefore(scene, id);
  state.ledger.append({
    step: 'created',
    ...line,
    ...(id === undefined ? {} : { id: id.toString() }),
  });
  const found = await find(scene, place, body, id);
  const findings: readonly Finding[] =
    found === undefined || isBlind(scene)
      ? unseen(scene, evidence)
      : judgeCreation({
          association,
          source: slot.source,
          target: slot.target,
          id,
          row: found.row,
          others: found.others,
          idInUse: known === 'there' || foreign,
          idUsedBefore: known === 'removed',
          evidence,
        });
  keep(scene, findings);
  if (id !== undefined && !foreign) state.ids.set(id, 'there');
  const row = found?.row;
  const own = row !== undefined && !foreign && couldBeOurs(row, slot) ? [row] : [];
  // An id that nothing was found under may be somebody else's: it is looked at again at the end.
  if (id !== undefined) give(scene, id, creation);
  const rows = [...own, ...(found?.others ?? [])];
  const remove = async (): Promise<void> => {
    await removeAll(scene, rows, creation);
    // Where the lookup after the creation failed, the pair must not stay associated either.
    if (found === undefined && id !== undefined) await settleGiven(scene, id);
  };
  return { reply, accepted: true, id, remove };
}

async function removeAll(scene: Scene, rows: readonly FoundRow[], creation: number): Promise<void> {
  for (const [at, row] of rows.entries()) {
    const removed = await removeAssociation(scene, row, at === 0 ? creation : undefined);
    if (!removed) await noteGone(scene, row);
  }
}

/** An association that nobody asked to remove, and that is gone before the suite could. */
async function noteGone(scene: Scene, row: FoundRow): Promise<void> {
  const rows = await sweep(scene, [row]);
  if (rows === undefined || rows.some(({ id }) => id === row.id)) return;
  const evidence = scene.trail.slice(-1).map(({ n }) => n);
  keep(scene, [
    {
      requirement: 'effect.created',
      status: 'failed',
      experiment: CREATION,
      reason: {
        en: `association ${row.id} was found after its creation, and was gone before it was removed`,
        zh: `关联关系 ${row.id} 创建后曾查到，但在删除之前已不存在`,
      },
      evidence,
    },
  ]);
}

/** Where a creation is looked for: on an instance of the suite's own, whatever is on the other side. */
function placeOf({ source, target, made }: Slot): Place {
  return made ? { source } : { source, target };
}

/** What lookups show of a creation. */
export interface Found {
  /** The row with the answered id, wherever it is. */
  readonly row: FoundRow | undefined;
  readonly others: readonly FoundRow[];
}

/**
 * Looks until a created row shows up, or it has to be believed that it never will.
 *
 * @returns undefined when lookups can't be used
 */
export async function find(
  scene: Scene,
  place: Place,
  body: JsonObject,
  id: bigint | undefined,
): Promise<Found | undefined> {
  const { state } = scene;
  const { lookups, world } = state;
  const end = world.now() + state.settings.lookupWaitMs;
  let pause = FIRST_PAUSE_MS;
  for (let looks = 1; ; looks += 1) {
    const rows = await sweep(scene, [place]);
    if (rows === undefined) return undefined;
    const row = rows.find((candidate) => candidate.id === id);
    const others = newRows(scene, [place], rows, associationsOf(scene, body)).filter(
      (candidate) => candidate !== row,
    );
    if (row !== undefined || others.length > 0) {
      lookups.shown = true;
      if (looks > 1) lookups.lagging = true;
      return { row, others };
    }
    const hopeless = lookups.missing >= MISSING_BELIEVED || state.ended !== undefined;
    if (hopeless || world.now() >= end) break;
    await world.sleep(pause);
    pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS);
  }
  lookups.missing += 1;
  // It may be stored between other instances: rounded, swapped for others, lost.
  const elsewhere = id === undefined ? [] : await look(scene, { id });
  return { row: elsewhere?.find((candidate) => candidate.id === id), others: [] };
}

/** True where lookups go by models that the target does not know, and have shown nothing yet. */
function isBlind({ state }: Scene): boolean {
  return state.otherModels !== undefined && !state.lookups.shown;
}

function unseen(scene: Scene, evidence: readonly number[]): Finding[] {
  const why = scene.state.lookups.unusable ?? scene.state.otherModels;
  return ['effect.created', 'response.data.id.identity'].map((requirement) => ({
    requirement,
    status: 'inconclusive',
    experiment: CREATION,
    evidence,
    reason: {
      en: `it can’t be looked up: ${why?.en ?? 'no usable answer'}`,
      zh: `无法查询确认：${why?.zh ?? '没有可用的应答'}`,
    },
  }));
}
