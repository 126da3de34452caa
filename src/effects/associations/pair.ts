import type { Holds } from '../../judge/creation.js';
import type { Slot } from '../slot.js';
import { ASSOCIATION, SOURCE, TARGET } from './members.js';
import type { Parameters, Side } from './members.js';

/** A source and a target instance that may be associated, and under which association. */
export type Pair = Pick<Parameters, typeof ASSOCIATION | Side>;

/** A slot of two instances. */
export function slotOf(pair: Pair, made: boolean): Slot {
  return { asks: { ...pair }, made };
}

/** The two instances of a slot, and the association. */
export function pairOf({ asks }: Slot): Pair {
  return {
    bk_obj_asst_id: String(asks[ASSOCIATION] ?? ''),
    bk_inst_id: sideOf(asks, SOURCE) ?? 0n,
    bk_asst_inst_id: sideOf(asks, TARGET) ?? 0n,
  };
}

/** The instance on a side; undefined where any may be there. */
export function sideOf(holds: Holds, side: Side): bigint | undefined {
  const id = holds[side];
  return typeof id === 'bigint' ? id : undefined;
}
