import type { Stage } from '../../effects/stage.js';
import { idOf } from '../../judge/answer.js';
import { refusalSignature } from '../../judge/signature.js';
import { accept } from './acceptance.js';
import { isTrusted } from './judge-acceptance.js';
import { ask } from '../exchange/ask.js';
import { rememberBefore, sweep } from '../stock/lookups.js';
import { meansOf } from '../exchange/means.js';
import { describe } from './observation.js';
import { refuse } from './refusal.js';
import { removeCreated } from '../stock/removal.js';
import { keep } from '../run.js';
import type { Scene } from '../run.js';
import { validRequest } from './valid-request.js';

/** What a deep case of an effect works with in a scene. */
export function stageOf(scene: Scene): Stage {
  const { run, slot, caseId } = scene;
  const { knowledge, subject, tools } = run;
  return {
    ...meansOf(scene),
    slot,
    made: knowledge.made,
    fixture: knowledge.fixture,
    on: (other) => stageOf({ ...scene, slot: other }),
    accept: (mayBeRefused = false) => accept(scene, { purpose: 'request', mayBeRefused }),
    async observe() {
      const members = validRequest(run, slot);
      const places = subject.effect.mayBeAt(members, slot);
      await rememberBefore(scene, places);
      const reply = await ask(scene, {
        members,
        purpose: 'request',
        trial: caseId,
        isJudged: true,
        success: undefined,
        claim: 'valid',
        places,
      });
      const { answer, sent } = reply;
      const created = await removeCreated(scene, members, places, reply);
      return {
        observed: describe(reply),
        id: answer.kind === 'accepted' ? idOf(answer.body, subject.outline.createdId) : undefined,
        made: created?.made.map(({ id }) => id),
        n: sent.exchange.n,
      };
    },
    async refuse({ trial, difference, requirements }) {
      const valid = validRequest(run, slot);
      const bad = { ...valid, ...difference };
      const differsIn = Object.keys(difference);
      const [answer] = await refuse([
        {
          scene,
          request: {
            trial,
            valid,
            bad,
            differsIn,
            breaksSchema: false,
            requirements,
            about: 'request',
          },
        },
      ]);
      const { requirement = '' } = subject.effect.unknown(tools.runId) ?? {};
      if (requirements.includes(requirement) && answer?.kind === 'refused') {
        const { envelope } = tools.binding;
        knowledge.unknownRefusal ??= refusalSignature(answer.body, bad, envelope);
      }
      return answer;
    },
    rows: (place) => sweep(scene, [place]),
    isTrusted: () => isTrusted(scene),
    keep(findings) {
      keep(scene, findings);
    },
  };
}
