import type { JsonObject } from '../../json/json-value.js';
import type { Slot } from '../slot.js';
import type { Fixture } from './fixture.js';
import type { Parameters } from './members.js';
import { pairOf } from './pair.js';

/** A request that the document allows, credentials excepted, in the order of its sample. */
export function request(
  { business }: Pick<Fixture, 'business'>,
  slot: Slot,
): Parameters & JsonObject {
  return { ...pairOf(slot), metadata: { label: { bk_biz_id: business } } } satisfies Parameters;
}
