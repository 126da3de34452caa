import type { Binding } from '../../../../src/binding/binding.js';

/** An endpoint is known by its name alone. */
export const address: Binding['address'] = ({ endpoint }) => `/v3/${endpoint}/`;
