import { create } from '../experiment/create.js';
import type { Creation } from '../experiment/create.js';
import { wasThereBefore } from '../experiment/fresh-rows.js';
import { sweep } from '../experiment/look.js';
import { saidIn } from '../../judge/answer.js';
import { refusalSignature } from '../../judge/signature.js';
import { validRequest } from '../request.js';
import type { Scene } from '../state.js';
import type { Identity } from '../../target/identity.js';
import { identitiesOf } from './identities.js';

/**
 * Tries the scene's pair with each identity, until one is accepted. That is the one for twins and
 * lookups then; where none is, the first that is not refused as bad credentials are.
 */
export async function openCreations(scene: Scene): Promise<void> {
  const { state } = scene;
  for (const identity of identitiesOf(state)) {
    if (state.ended !== undefined) return;
    const creation = await tryCreation(scene, identity);
    if (creation.accepted) {
      state.identity = identity;
      state.fixtureAccepted = !scene.slot.made;
      return;
    }
    const { answer } = creation.reply;
    const body = validRequest(state.settings, scene.slot, identity);
    if (answer.kind !== 'refused') return;
    const likeBadCredentials = state.credentialRefusals.has(refusalSignature(answer.body, body));
    if (!likeBadCredentials && state.fixtureRefusal === undefined && !scene.slot.made) {
      state.identity = identity;
      state.fixtureRefusal = saidIn(answer.body);
    }
  }
}

/** Creates, looks, removes, and looks that it is gone: only then deletions can be relied on. */
export async function tryCreation(scene: Scene, identity: Identity): Promise<Creation> {
  const { state, slot } = scene;
  const creation = await create(scene, validRequest(state.settings, slot, identity), 'setup');
  await creation.remove();
  if (!creation.accepted || creation.id === undefined) return creation;
  if (wasThereBefore(scene, creation.id)) return creation;
  if (state.otherModels !== undefined && !state.lookups.shown) {
    const { en, zh } = state.otherModels;
    state.ended ??= {
      en: `${en}; what was created can’t be found by those that are set, and nothing more is created`,
      zh: `${zh}；按所设模型查不到已创建的关联，不再继续创建`,
    };
    return creation;
  }
  const end = state.world.now() + state.settings.lookupWaitMs;
  for (;;) {
    const rows = await sweep(scene, [slot]);
    if (rows?.some((row) => row.id === creation.id) !== true) return creation;
    state.lookups.lagging = true;
    if (state.world.now() >= end) break;
    await state.world.sleep(100);
  }
  state.ended ??= {
    en: `delete_instance_association does not remove association ${creation.id}; nothing more is created`,
    zh: `delete_instance_association 未能删除关联关系 ${creation.id}，不再继续创建`,
  };
  return creation;
}
