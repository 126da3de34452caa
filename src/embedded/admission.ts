import { refuse } from './refusal.js';
import type { Refusal } from './refusal.js';
import { hasInstance } from './world.js';
import type { ModelAssociation, Wanted, World } from './world.js';

const state = (code: number, message: string): Refusal => refuse('state', code, message);

/**
 * Decides whether two instances may be associated, as CMDB 3.14.7 does, with its codes and English
 * texts (the ESB asks for English): first the model association, then its mapping (before existence
 * and before the duplicate), then the same pair, then source, then target.
 */
export function admit(wanted: Wanted, world: World): Refusal | undefined {
  const association = world.associations.get(wanted.association);
  if (association === undefined) return state(1101046, 'object association does not exist.');
  return (
    refuseByMapping(wanted, association, world) ??
    refuseRepeated(wanted, world) ??
    refuseAbsent(wanted, association, world)
  );
}

function refuseByMapping(
  wanted: Wanted,
  { mapping }: ModelAssociation,
  world: World,
): Refusal | undefined {
  if (mapping === 'n:n') return undefined;
  for (const row of world.rows.values()) {
    if (row.bk_obj_asst_id !== wanted.association) continue;
    const sameTarget = row.bk_asst_inst_id === wanted.target;
    if (mapping === '1:1' && (sameTarget || row.bk_inst_id === wanted.source)) {
      return state(1101052, 'can not create multiple instance association for a 1:1 association.');
    }
    if (mapping === '1:n' && sameTarget) {
      return state(
        1101061,
        'The relationship is 1:n, and multiple source model instances cannot be associated at the same time.',
      );
    }
  }
  return undefined;
}

function refuseRepeated(wanted: Wanted, world: World): Refusal | undefined {
  for (const row of world.rows.values()) {
    if (
      row.bk_obj_asst_id === wanted.association &&
      row.bk_inst_id === wanted.source &&
      row.bk_asst_inst_id === wanted.target
    ) {
      return state(1199014, 'duplicated instances exist, fields [association] duplicated').naming(
        'association',
      );
    }
  }
  return undefined;
}

function refuseAbsent(
  wanted: Wanted,
  { source, target }: ModelAssociation,
  world: World,
): Refusal | undefined {
  if (!hasInstance(world, source, wanted.source)) {
    return state(1101073, 'the association inst is not exist');
  }
  if (!hasInstance(world, target, wanted.target)) {
    // The double spaces are CMDB's.
    return state(1101074, 'the  inst to asst  is not exist');
  }
  return undefined;
}
