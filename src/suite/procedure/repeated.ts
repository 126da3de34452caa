import type { Text } from '../../text.js';
import { create } from '../experiment/create.js';
import { add } from '../experiment/add.js';
import { removeCreated } from '../experiment/remove-created.js';
import { validRequest } from '../request.js';
import type { Scene } from '../state.js';
import { describeAnswer } from '../experiment/observe.js';

/** The same pair again: the document says nothing about it; what the server does is recorded. */
export async function repeated(scene: Scene): Promise<Text> {
  const { state, slot } = scene;
  const body = validRequest(state.settings, slot, state.identity);
  const first = await create(scene, body, 'twin');
  const again = await add(
    scene,
    body,
    'request',
    {
      experiment: { en: 'repeated', zh: '重复' },
      judged: true,
      success: undefined,
      claim: 'valid',
    },
    [slot],
  );
  await removeCreated(scene, body, [slot], again);
  await first.remove();
  return describeAnswer(again);
}
