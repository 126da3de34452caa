import type { Identity } from '../../binding/binding.js';
import type { Means } from '../../effects/means.js';
import type { JsonObject } from '../../json/json-value.js';
import { lackingPermission } from '../../judge/permission.js';
import { refusalSignature } from '../../judge/signature.js';
import { isOver } from '../run.js';
import type { Scene } from '../run.js';
import { send } from './send.js';
import { credentialMembers } from '../case/valid-request.js';
import { isSilent } from '../pace/weather.js';

/**
 * What an effect works with in a scene.
 *
 * @param by - the identity that asks; the one in use when not said
 */
export function meansOf(scene: Scene, by?: Identity): Means {
  const { run } = scene;
  const { binding, settings, ledger, runId } = run.tools;
  const credentials = (): JsonObject =>
    credentialMembers(binding, settings.credentials, by ?? run.knowledge.identity);
  return {
    runId,
    async send(endpoint, members, purpose, mayRepeat = true, method?: string) {
      const { answer } = await send(scene, {
        endpoint,
        members: { ...credentials(), ...members },
        purpose,
        claim: 'valid',
        ...(method === undefined ? {} : { manner: { method } }),
        ...(mayRepeat ? {} : { mayRepeat: () => Promise.resolve(false) }),
      });
      const lacking =
        answer.kind === 'refused' && purpose === 'lookup'
          ? lackingPermission(answer, binding)
          : undefined;
      if (lacking !== undefined && answer.kind === 'refused') {
        run.knowledge.permission ??= { said: answer.said, ...lacking };
      }
      return answer;
    },
    // The refusal of a lookup is compared by what the credentials in it are masked to.
    signature: ({ body }) => refusalSignature(body, credentials(), binding.envelope),
    enter: (made) => ledger.enter(made),
    enterNamed: (made, ending) => ledger.enterNamed(made, ending),
    note: (note) => run.journal.notes.push(note),
    isOver: () => isOver(run),
    isSilent: () => isSilent(run.weather),
  };
}
