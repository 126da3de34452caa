import { associations } from './associations/associations.js';
import type { Effect } from './effect.js';

/** The endpoints of which the suite knows what their requests do; the others are sent nothing. */
export const EFFECTS: readonly Effect[] = [associations];
