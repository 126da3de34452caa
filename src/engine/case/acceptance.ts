import type { Identity } from '../../binding/binding.js';
import type { Creation } from '../../effects/stage.js';
import { idOf } from '../../judge/answer.js';
import type { Answer } from '../../judge/answer.js';
import { judgeCreation, VALID } from '../../judge/creation.js';
import { lackingPermission } from '../../judge/permission.js';
import type { Purpose } from '../../record/exchange.js';
import type { Finding } from '../../record/finding.js';
import { ask } from '../exchange/ask.js';
import { find } from '../stock/found.js';
import { freshRows, rememberBefore, sweep } from '../stock/lookups.js';
import { enterCreation, isOwn, noteUnremoved, removeGiven } from '../stock/removal.js';
import { keep } from '../run.js';
import type { Scene } from '../run.js';
import { give, keyOf, wasThereBefore } from '../stock/stock.js';
import { waitedForSlot } from '../stock/too-soon.js';
import { removeAll } from '../stock/remove-all.js';
import { judgeAcceptance } from './judge-acceptance.js';
import { validRequest } from './valid-request.js';

/** How a valid request is sent. */
export interface Accepting {
  readonly purpose: Purpose;
  readonly identity?: Identity;
  /** True where the document does not say that the target has to accept it. */
  readonly mayBeRefused?: boolean;
  /** True for a request that was refused, perhaps too soon after what was done before it. */
  readonly isAgain?: boolean;
}

/**
 * Sends the valid request of the scene's slot, which has to be accepted, and looks whether exactly
 * what it asks for is there then. The verdicts are kept; what was created stays until it is removed.
 */
export async function accept(scene: Scene, accepting: Accepting): Promise<Creation> {
  const { purpose, identity, mayBeRefused = false, isAgain = false } = accepting;
  const { run, slot } = scene;
  const { stock, subject } = run;
  const request = validRequest(run, slot, identity);

  // Before: what is there already, and what is about to be.
  const place = subject.effect.standsAt(slot);
  await rememberBefore(scene, [place]);
  if (!stock.watched.has(keyOf(place))) {
    const watch = { place, slot, caseId: scene.caseId, trial: VALID, requirements: [] };
    stock.watched.set(keyOf(place), watch);
  }
  const entry = enterCreation(scene);
  stock.tried.set(entry, slot);

  // Send.
  const reply = await ask(scene, {
    members: request,
    purpose,
    trial: VALID,
    success: true,
    isJudged: true,
    claim: 'valid',
    places: [place],
  });
  const { answer, sent } = reply;
  const { n } = sent.exchange;

  // Look and judge, where it was not accepted: nothing may be there.
  if (answer.kind !== 'accepted') {
    const found = await sweep(scene, subject.effect.mayBeAt(request, slot));
    const rows = freshRows(scene, [place], found ?? [], request).ours;
    if (found !== undefined && rows.length === 0) entry.notCreated();
    const isRefused = answer.kind === 'refused' && !isAgain && rows.length === 0;
    if (isRefused && mayComeLater(scene, answer) && (await waitedForSlot(scene, found ?? []))) {
      return accept(scene, { ...accepting, isAgain: true });
    }
    const ids = rows.map((row) => row.id.toString());
    const findings =
      mayBeRefused && ids.length === 0 ? [] : await judgeAcceptance(scene, request, answer, n, ids);
    keep(scene, findings);
    const isBlamed = findings.some(({ status }) => status === 'failed');
    const remove = (): Promise<void> => removeAll(scene, rows, entry);
    return { answer, accepted: false, isBlamed, id: undefined, n, remove };
  }

  // Look and judge, where it was: it is found, once, and nothing else.
  keep(scene, await judgeAcceptance(scene, request, answer, n, []));
  const id = idOf(answer.body, subject.outline.createdId);
  const known = id === undefined ? undefined : stock.ids.get(id);
  const isForeign = id !== undefined && wasThereBefore(stock, id);
  entry.created(id);
  const found = await find(scene, place, request, id);
  keep(
    scene,
    found === undefined || isBlind(scene)
      ? notSeen(scene, n)
      : judgeCreation({
          asked: slot.asks,
          idAt: subject.outline.createdId,
          id,
          row: found.row,
          others: found.others,
          idInUse: known === 'there' || isForeign,
          idUsedBefore: known === 'removed',
          evidence: [n],
        }),
  );
  if (id !== undefined && !isForeign) stock.ids.set(id, 'there');
  if (slot.made) run.knowledge.tooSoonAfter.ground = false;
  const row = found?.row;
  const own = row !== undefined && !isForeign && isOwn(scene, row) ? [row] : [];
  if (row !== undefined && !isForeign && own.length === 0) noteUnremoved(run, row.id);
  // An id that nothing was found under may be somebody else's: it is looked at again at the end.
  if (id !== undefined) give(stock, id, slot, entry);
  const rows = [...own, ...(found?.others ?? [])];
  const remove = async (): Promise<void> => {
    await removeAll(scene, rows, entry);
    // Where the lookup after the creation failed, the slot must not stay taken either.
    if (found === undefined && id !== undefined) await removeGiven(scene, id);
  };
  return { answer, accepted: true, isBlamed: false, id, n, remove };
}

/** A permission that is there for the fixture may come later for what was made just now. */
function mayComeLater(
  { run }: Scene,
  refused: Extract<Answer, { readonly kind: 'refused' }>,
): boolean {
  const lacking = lackingPermission(refused, run.tools.binding);
  return lacking === undefined || run.knowledge.isFixtureAccepted;
}

/** True where lookups go by something that the target does not know, and have shown nothing yet. */
function isBlind({ run }: Scene): boolean {
  const { mismatch } = run.subject.effect.ground.known();
  return mismatch !== undefined && !run.knowledge.lookups.hasShown;
}

function notSeen({ run }: Scene, n: number): Finding[] {
  const why = run.knowledge.lookups.unusable;
  const { createdId } = run.subject.outline;
  const identity = createdId === undefined ? [] : [`response.${createdId}.identity`];
  return ['effect.created', ...identity].map((requirement) => ({
    requirement,
    status: 'inconclusive',
    trial: VALID,
    problem: { kind: 'not-looked-up', ...(why === undefined ? {} : { why }) },
    evidence: [n],
  }));
}
