import { BODIES } from './bodies.js';
import { CONVENTIONS } from './conventions.js';
import { CREDENTIALS } from './credentials.js';
import type { Defect } from './defect.js';
import { EFFECTS } from './effects.js';
import { ENDPOINT } from './endpoint.js';
import { ENVELOPE_CONTRADICTIONS } from './envelope-contradictions.js';
import { ENVELOPE_MISSING } from './envelope-missing.js';
import { ENVELOPE_TYPES } from './envelope-types.js';
import { EXISTENCE } from './existence.js';
import { IDS } from './ids.js';
import { LOOKUPS } from './lookups.js';
import { MEMBER_TYPES } from './member-types.js';
import { OVER_TIME } from './over-time.js';
import { PROTOCOL } from './protocol.js';
import { REFUSALS } from './refusals.js';
import { REQUIRED } from './required.js';
import { TRANSPORT } from './transport.js';
import { VERIFICATION } from './verification.js';

/** Every deliberate fault of the embedded CMDB; no two have the same id. */
export const DEFECTS: readonly Defect[] = [
  ...ENDPOINT,
  ...ENVELOPE_MISSING,
  ...ENVELOPE_TYPES,
  ...ENVELOPE_CONTRADICTIONS,
  ...BODIES,
  ...EFFECTS,
  ...IDS,
  ...LOOKUPS,
  ...REQUIRED,
  ...MEMBER_TYPES,
  ...REFUSALS,
  ...EXISTENCE,
  ...CREDENTIALS,
  ...VERIFICATION,
  ...OVER_TIME,
  ...TRANSPORT,
  ...CONVENTIONS,
  ...PROTOCOL,
];
