import type { Answer } from '../../judge/answer.js';
import { meansOf } from '../exchange/means.js';
import type { Scene } from '../run.js';
import { identitiesOf } from '../case/valid-request.js';

/**
 * Learns what the settings name, by the first identity that is not refused: an identity that ran out
 * says nothing of the fixture.
 */
export async function survey(scene: Scene): Promise<Answer> {
  const { ground } = scene.run.subject.effect;
  const [usual, ...others] = identitiesOf(scene.run);
  let answer = await ground.survey(meansOf(scene, usual));
  for (const by of others) {
    if (answer.kind === 'refused') answer = await ground.survey(meansOf(scene, by));
  }
  return answer;
}
