/** The endpoint that the specs are about. */
export const ENDPOINT = 'add_instance_association';
