import type { Identity } from '../../binding/binding.js';
import type { Creation } from '../../effects/stage.js';
import { lackingPermission } from '../../judge/permission.js';
import { refusalSignature } from '../../judge/signature.js';
import { accept } from '../case/acceptance.js';
import { sweep } from '../stock/lookups.js';
import { isOver } from '../run.js';
import type { Run, Scene } from '../run.js';
import { wasThereBefore } from '../stock/stock.js';
import { identitiesOf, validRequest } from '../case/valid-request.js';

/**
 * Tries the scene's slot with each identity, until one is accepted. That is the one for twins and
 * lookups then; where none is, the first that is not refused as bad credentials are.
 */
export async function openCreations(scene: Scene): Promise<void> {
  const { run, slot } = scene;
  const { knowledge, tools } = run;
  for (const identity of identitiesOf(run)) {
    if (isOver(run)) return;
    const { accepted, answer } = await tryCreation(scene, identity);
    if (accepted) {
      knowledge.identity = identity;
      if (slot.made) knowledge.isMadeAccepted = true;
      else knowledge.isFixtureAccepted = true;
      return;
    }
    if (answer.kind !== 'refused') return;
    const sent = validRequest(run, slot, identity);
    const signature = refusalSignature(answer.body, sent, tools.binding.envelope);
    const lacking = lackingPermission(answer, tools.binding);
    if (lacking !== undefined) knowledge.permission ??= { said: answer.said, ...lacking };
    const isIdentity = knowledge.credentialRefusals.has(signature);
    // Made for something that there is not, a slot tells of the settings too.
    const isUsers = !slot.made || run.subject.effect.ground.known().missing;
    if (!isIdentity && lacking === undefined && knowledge.fixtureRefusal === undefined && isUsers) {
      knowledge.identity = identity;
      knowledge.fixtureRefusal = answer.said;
    }
  }
}

/** Creates, looks, removes, and looks that it is gone: only then deletions can be relied on. */
async function tryCreation(scene: Scene, identity: Identity): Promise<Creation> {
  const { knowledge, tools, stock, subject, budget } = scene.run;
  const creation = await accept(scene, { purpose: 'setup', identity });
  await creation.remove();
  const { accepted, id } = creation;
  if (!accepted || id === undefined || wasThereBefore(stock, id)) return creation;
  const { mismatch } = subject.effect.ground.known();
  if (mismatch !== undefined && !knowledge.lookups.hasShown) {
    budget.end(mismatch);
    return creation;
  }
  const end = tools.world.now() + tools.settings.lookupWaitMs;
  for (;;) {
    const rows = await sweep(scene, [subject.effect.standsAt(scene.slot)]);
    if (rows?.some((row) => row.id === id) !== true) return creation;
    if (knowledge.removalRefusal !== undefined) break;
    knowledge.lookups.isLagging = true;
    if (tools.world.now() >= end) break;
    await tools.world.sleep(100);
  }
  endWithoutRemoval(scene.run, id);
  return creation;
}

/** What can't be removed is not made: the run is over, for lack of a permission where that is why. */
function endWithoutRemoval({ knowledge, subject, tools, budget }: Run, id: bigint): void {
  const refused = knowledge.removalRefusal;
  const lacking = refused && lackingPermission(refused, tools.binding);
  if (refused !== undefined && lacking !== undefined) {
    budget.end({ kind: 'permission', said: refused.said, ...lacking });
    return;
  }
  budget.end({
    kind: 'removal-fails',
    endpoint: subject.effect.removal.endpoint,
    id: id.toString(),
    ...(refused === undefined ? {} : { said: refused.said }),
  });
}
