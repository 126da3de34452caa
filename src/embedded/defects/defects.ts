import { BODIES } from './bodies.js';
import { CONVENTIONS } from './conventions.js';
import { CREDENTIALS } from './credentials.js';
import type { Defect } from './defect.js';
import { EFFECTS } from './effects.js';
import { ENDPOINT } from './endpoint.js';
import { ENVELOPE_CONTRADICTIONS } from './envelope-contradictions.js';
import { ENVELOPE_MISSING } from './envelope-missing.js';
import { ENVELOPE_TYPES } from './envelope-types.js';
import { EXCESS } from './excess.js';
import { EXISTENCE } from './existence.js';
import { furtherOf } from './further.js';
import { HTTP } from './http.js';
import { IDS } from './ids.js';
import { LOOKUPS } from './lookups.js';
import { MEMBER_TYPES } from './member-types.js';
import { NEAR_MISSES } from './near-misses.js';
import { OVER_TIME } from './over-time.js';
import { PROTOCOL } from './protocol.js';
import { REFUSALS } from './refusals.js';
import { REQUIRED } from './required.js';
import { SILENCE } from './silence.js';
import { SOMETIMES } from './sometimes.js';
import { VERIFICATION } from './verification.js';

const ALL: readonly Defect[] = [
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
  ...NEAR_MISSES,
  ...VERIFICATION,
  ...OVER_TIME,
  ...HTTP,
  ...EXCESS,
  ...SILENCE,
  ...CONVENTIONS,
  ...PROTOCOL,
  ...SOMETIMES,
];

const FURTHER = furtherOf(ALL);

/** The deliberate faults of the embedded CMDB that every proof is about. */
export const DEFECTS: readonly Defect[] = ALL.filter((defect) => !FURTHER.has(defect));

/** More faults of requirements that {@link DEFECTS} break: for a longer proof. No id occurs twice. */
export const FURTHER_DEFECTS: readonly Defect[] = [...FURTHER];
