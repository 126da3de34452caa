import type { Binding } from '../binding.js';
import { address } from './address.js';
import { codes } from './codes.js';
import { credentials, secretMembers, send } from './credentials.js';
import { envelope } from './envelope.js';

/** The ESB: the address of the document, everything in the body. */
export const ESB: Binding = {
  name: 'esb',
  address,
  credentials,
  secretMembers,
  send,
  envelope,
  codes,
};
