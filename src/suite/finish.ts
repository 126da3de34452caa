import { newRows } from './experiment/fresh-rows.js';
import { sweep } from './experiment/look.js';
import type { FoundRow } from './experiment/look.js';
import { removeAssociation } from './experiment/remove.js';
import { endLasting } from './experiment/lasting.js';
import { settleGiven } from './experiment/settle-given.js';
import { isSilent, TRANSPORT } from './experiment/send.js';
import { removeInstance } from './experiment/instances.js';
import { couldBeOurs } from './places.js';
import { keep } from './state.js';
import type { MadeInstance, Scene, State, Watch } from './state.js';

const STABLE = 'transport.stable';

/**
 * Looks once more at every place where a refused request could have stored something, and removes
 * what the suite made.
 *
 * On a target whose lookups lag behind, absence is believed only after the full wait since the last
 * negative case.
 *
 * @param hurried - true when the run was interrupted: no waiting
 * @param width - how many things the target is asked at once
 */
export async function finish(state: State, hurried: boolean, width: number): Promise<void> {
  const scene = (watch?: Watch): Scene => ({
    state,
    slot: watch?.slot ?? state.fixture,
    caseId: watch?.caseId ?? 'cleanup',
    trail: state.housekeeping,
  });
  const silent = (): boolean => isSilent(state);
  if (state.lookups.lagging && !hurried) await state.world.sleep(state.settings.lookupWaitMs);
  await endLasting({ ...scene(), caseId: 'preflight' }, hurried);
  if (state.lookups.unusable === undefined && !hurried) {
    await each([...state.watched.values()], width, silent, (watch) =>
      lookAgain(scene(watch), watch),
    );
  }
  await settle(state, scene(), width);
  keepStable(state, scene());
  const { ended } = state;
  await each(state.instances, width, silent, (instance) => removeWithRows(scene(), instance));
  // Where only this fails, all that was asked for is judged: what is left is listed.
  state.ended = ended;
  listLeftovers(state);
}

/** Everything that the ledger can't close, each thing once. */
function listLeftovers(state: State): void {
  const listed = new Set(state.leftovers.map(({ kind, id }) => `${kind} ${id ?? ''}`));
  for (const { kind, of, id, name, step } of state.ledger.open()) {
    if (id !== undefined && listed.has(`${kind} ${id}`)) continue;
    const called = name === undefined ? '' : `; its bk_inst_name is ${name}`;
    state.leftovers.push({
      kind,
      of,
      ...(id === undefined ? {} : { id }),
      reason:
        step === 'created'
          ? `it could not be removed${called}`
          : `it is not known whether it was created${called}`,
    });
  }
}

/** Does something with each item, a few at a time, until the target no longer answers. */
async function each<T>(
  items: readonly T[],
  width: number,
  goneSilent: () => boolean,
  act: (item: T) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < items.length; at += width) {
    if (goneSilent()) return;
    await Promise.all(items.slice(at, at + width).map(act));
  }
}

/** What is still associated with an instance of the suite's own keeps it from being deleted. */
async function removeWithRows(scene: Scene, instance: MadeInstance): Promise<void> {
  if ((await removeInstance(scene, instance)) || isSilent(scene.state)) return;
  const rows = (await sweep(scene, [{ source: instance.id }])) ?? [];
  if (rows.length === 0) return;
  for (const row of rows) await removeAssociation(scene, row);
  await removeInstance(scene, instance);
}

/** No exchange had to be tried twice: the transport was stable. */
function keepStable(state: State, scene: Scene): void {
  const findings = [...state.findings.values()].flat();
  if (findings.length === 0 || findings.some(({ requirement }) => requirement === STABLE)) return;
  keep({ ...scene, caseId: 'envelope.body' }, [
    { requirement: STABLE, status: 'passed', experiment: TRANSPORT, evidence: [] },
  ]);
}

/** Something that shows up only now was made by a request that was refused. */
async function lookAgain(scene: Scene, watch: Watch): Promise<void> {
  const rows = await sweep(scene, [watch.place]);
  const { association } = scene.state.settings.fixture;
  const late = newRows(scene, [watch.place], rows ?? [], [association, '']);
  for (const row of late) {
    const [n] = scene.trail.slice(-1).map((exchange) => exchange.n);
    keep(
      scene,
      watch.requirements.map((requirement) => ({
        requirement,
        status: 'failed',
        experiment: watch.experiment,
        reason: {
          en: `association ${row.id} showed up later, though the request was refused`,
          zh: `请求被拒绝，但之后出现了关联关系 ${row.id}`,
        },
        evidence: n === undefined ? [] : [n],
      })),
    );
    await removeAssociation(scene, row);
  }
  const lingering = (rows ?? []).filter(
    (row) => scene.state.ids.has(row.id) && couldBeOurs(row, watch.slot),
  );
  for (const row of lingering) await removeAgain(scene, watch, row);
}

/** What was said to be removed, but is still there. */
async function removeAgain(scene: Scene, watch: Watch, row: FoundRow): Promise<void> {
  if (!(await removeAssociation(scene, row))) return;
  const rows = await sweep(scene, [watch.place]);
  if (rows?.some((found) => found.id === row.id) !== true) return;
  scene.state.leftovers.push({
    kind: 'association',
    of: row.association,
    id: row.id.toString(),
    reason: 'delete_instance_association says that it is removed, but lookups still show it',
  });
}

/** What was answered or found, and is not known to be removed. */
async function settle(state: State, scene: Scene, width: number): Promise<void> {
  const open = [...state.given.keys()].filter((id) => state.ids.get(id) !== 'removed');
  await each(
    open,
    width,
    () => isSilent(state),
    async (id) => {
      const row = await settleGiven(scene, id);
      if (row === undefined) return;
      state.leftovers.push({
        kind: 'association',
        of: row.association,
        id: id.toString(),
        reason: `its id was answered, but it is between ${row.source} and ${row.target}: it may be somebody else’s`,
      });
    },
  );
}
