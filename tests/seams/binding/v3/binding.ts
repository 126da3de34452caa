import type { Binding } from '../../../../src/binding/binding.js';
import { address } from './address.js';
import { codes } from './codes.js';
import { credentials, secretMembers, send } from './credentials.js';
import { envelope } from './envelope.js';

/** A way in that nobody has: other address, other place of the credentials, other names. */
export const V3: Binding = {
  name: 'v3',
  address,
  credentials,
  secretMembers,
  send,
  envelope,
  codes,
};
