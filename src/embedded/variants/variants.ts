import { ANSWERS } from './answers.js';
import { BODIES } from './bodies.js';
import { STORES } from './stores.js';
import { TRANSPORT } from './transport.js';
import type { Variant } from './variant.js';

/** Every server that is unusual and right; no two have the same id. */
export const VARIANTS: readonly Variant[] = [...BODIES, ...ANSWERS, ...TRANSPORT, ...STORES];
