import type { Behaviour, Call } from '../call.js';

/**
 * A difference from the sound server: the steps that are replaced. It is called once for each
 * server, so that whatever it counts begins anew.
 */
export type Alteration = (sound: Behaviour) => Partial<Behaviour>;

/** On which answers something differs. */
export type Where = (call: Call) => boolean;

/** The sound server with the steps of an alteration in place of its own. */
export function altered(sound: Behaviour, alteration: Alteration): Behaviour {
  return { ...sound, ...alteration(sound) };
}
