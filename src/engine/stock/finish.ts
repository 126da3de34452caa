import type { Several } from '../../effects/slot.js';
import { allFindings, leave } from '../journal.js';
import { listShown, lookAgain } from './look-again.js';
import type { SeenAgain } from './look-again.js';
import { endLasting } from './lasting.js';
import { sweep } from './lookups.js';
import { meansOf } from '../exchange/means.js';
import { removeGiven, removeRow } from './removal.js';
import { keep } from '../run.js';
import type { Run, Scene } from '../run.js';
import { STABLE, TRANSPORT } from '../exchange/send.js';
import type { Watch } from './stock.js';
import { removeNamed, settleTried } from './unsure.js';

/** So long a target has to come back, or to settle, before what is left there is removed. */
const SETTLE_MS = 2000;

/**
 * Looks once more at every place where a refused request could have stored something, and removes
 * what the suite made.
 *
 * On a target whose lookups lag behind, absence is believed only after the full wait since the last
 * negative case. On one that stores late what it refused, more may come: it is looked again then, after
 * the full wait.
 *
 * @param hurried - true when the run was interrupted: no waiting
 * @param each - does something with each item, as many at once as the target is asked
 */
export async function finish(run: Run, hurried: boolean, each: Several): Promise<void> {
  const { knowledge, stock, budget, tools } = run;
  const { lookups } = knowledge;
  const scene = sceneOf(run);
  if (lookups.isLagging && !hurried) await tools.world.sleep(tools.settings.lookupWaitMs);
  const isAway = run.weather.unanswered > 0 && tools.ledger.open().length > 0;
  if (isAway && !hurried) await tools.world.sleep(SETTLE_MS);
  await endLasting({ ...scene, caseId: 'preflight' }, hurried);
  if (lookups.unusable === undefined && !hurried) {
    const look = (): Promise<readonly SeenAgain[]> =>
      each([...stock.watched.values()], (watch) => lookAgain(sceneOf(run, watch), watch));
    let seen = await look();
    if (seen.some(({ isLate }) => isLate)) {
      await tools.world.sleep(tools.settings.lookupWaitMs);
      seen = [...seen, ...(await look())];
    }
    const again = seen.flatMap(({ removedAgain }) => removedAgain);
    if (lookups.isLagging && again.length > 0) await tools.world.sleep(tools.settings.lookupWaitMs);
    await each(again, listShown);
  }
  await removeOpen(scene, each);
  await settleTried(scene, each);
  judgeStability(scene);
  const ended = budget.ended();
  await removeNamed(scene, hurried, each);
  await unmake(scene, each);
  const isRefused = tools.ledger.open().some(({ said }) => said !== undefined);
  if (isRefused && !hurried) {
    // What was removed from it just now may still hold it.
    await tools.world.sleep(SETTLE_MS);
    await unmake(scene, each);
  }
  // Where only this fails, all that was asked for is judged: what is left is listed.
  budget.restore(ended);
  listLeftovers(run);
}

/** Removes what the suite made to stand on, and what still lies on it. */
async function unmake(scene: Scene, each: Several): Promise<void> {
  await scene.run.subject.effect.ground.unmake(meansOf(scene), each, async (place) => {
    const rows = (await sweep(scene, [place])) ?? [];
    for (const row of rows) await removeRow(scene, row);
    return rows.length > 0;
  });
}

function sceneOf(run: Run, watch?: Watch): Scene {
  return {
    run,
    slot: watch?.slot ?? run.subject.effect.ground.opening(),
    caseId: watch?.caseId ?? 'cleanup',
    trail: run.journal.housekeeping,
  };
}

/** Everything that the ledger can't close. */
function listLeftovers({ journal, tools }: Run): void {
  for (const { kind, of, id, name, step, said } of tools.ledger.open()) {
    const named = name === undefined ? {} : { name };
    leave(journal, {
      kind,
      of,
      ...(id === undefined ? {} : { id }),
      why:
        step === 'created'
          ? { kind: 'not-removed', ...named, ...(said === undefined ? {} : { said }) }
          : { kind: 'unknown', ...named },
    });
  }
}

/** No exchange had to be tried twice: the transport was stable. */
function judgeStability(scene: Scene): void {
  const findings = allFindings(scene.run.journal);
  if (findings.length === 0 || findings.some(({ requirement }) => requirement === STABLE)) return;
  keep({ ...scene, caseId: 'envelope.body' }, [
    { requirement: STABLE, status: 'passed', trial: TRANSPORT, evidence: [] },
  ]);
}

/** What was answered or found, and is not known to be removed. */
async function removeOpen(scene: Scene, each: Several): Promise<void> {
  const { stock } = scene.run;
  const open = [...stock.given.keys()].filter((id) => stock.ids.get(id) !== 'removed');
  await each(open, (id) => removeGiven(scene, id));
}
