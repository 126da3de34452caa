/** The components that this server has, all below `/api/c/compapi/v2/cc/`. */
export const COMPONENT_NAMES: ReadonlySet<string> = new Set([
  'add_instance_association',
  'find_instance_association',
  'delete_instance_association',
  'find_object_association',
  'create_inst',
  'delete_inst',
  'search_inst',
  'search_object_attribute',
]);
