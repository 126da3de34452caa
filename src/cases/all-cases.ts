import type { Case } from './case.js';
import { badAuth } from './bad-auth.js';
import { envelope } from './envelope.js';
import { missingField } from './missing-field.js';
import { protocol } from './protocol.js';
import { semantics } from './semantics.js';
import { success } from './success.js';
import { wrongType } from './wrong-type.js';

/** Every case, by category. */
export const ALL_CASES: readonly Case[] = [
  ...success,
  ...missingField,
  ...wrongType,
  ...badAuth,
  ...semantics,
  ...protocol,
  ...envelope,
];
