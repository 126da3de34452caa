import { validRequest } from '../request.js';
import type { Scene } from '../state.js';
import { create } from './create.js';
import type { Creation } from './create.js';

/** Sends the valid request for the scene's pair, which has to be accepted. */
export function accepted(scene: Scene): Promise<Creation> {
  const { settings, identity } = scene.state;
  return create(scene, validRequest(settings, scene.slot, identity), 'request');
}
