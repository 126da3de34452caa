import type { Call, Outcome } from '../call.js';
import { isRefusal } from '../refusal.js';
import { addInstanceAssociation } from './add-instance-association.js';
import { createInst, deleteInst } from './instances.js';
import { deleteInstanceAssociation } from './delete-instance-association.js';
import { findInstanceAssociation } from './find-instance-association.js';
import { findObjectAssociation } from './find-object-association.js';
import { searchInst } from './search-inst.js';
import { searchObjectAttribute } from './search-object-attribute.js';

/** A component: from a verified call to the `data` of its answer. */
type Component = (call: Call) => unknown;

const COMPONENTS: ReadonlyMap<string, Component> = new Map<string, Component>([
  ['add_instance_association', addInstanceAssociation],
  ['find_instance_association', findInstanceAssociation],
  ['delete_instance_association', deleteInstanceAssociation],
  ['find_object_association', findObjectAssociation],
  ['create_inst', createInst],
  ['delete_inst', deleteInst],
  ['search_inst', searchInst],
  ['search_object_attribute', searchObjectAttribute],
]);

/** Does what the called component does. */
export function perform(call: Call): Outcome {
  const component = COMPONENTS.get(call.component ?? '');
  const given: unknown = component?.(call) ?? null;
  return isRefusal(given) ? { refusal: given } : { data: given };
}
