/** The endpoints that the suite calls, by the names of their documents. */
export const ENDPOINTS = [
  'add_instance_association',
  'find_instance_association',
  'delete_instance_association',
  'find_object_association',
  'create_inst',
  'delete_inst',
] as const;

/** One of {@link ENDPOINTS}. */
export type Endpoint = (typeof ENDPOINTS)[number];

/** The address of an endpoint below the base URL (the document's line "请求地址"). */
export function addressOf(endpoint: Endpoint): string {
  return `/api/c/compapi/v2/cc/${endpoint}/`;
}
