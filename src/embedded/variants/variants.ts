import { ANSWERS } from './answers.js';
import { BODIES } from './bodies.js';
import { DELETIONS } from './deletions.js';
import { FIXTURES } from './fixtures.js';
import { IDENTITIES } from './identities.js';
import { LENIENT } from './lenient.js';
import { PERMISSIONS } from './permissions.js';
import { STORES } from './stores.js';
import { STRANGERS } from './strangers.js';
import { TRANSPORT } from './transport.js';
import type { Variant } from './variant.js';
import { WEATHER } from './weather.js';

/** Every server and way there that is unusual and right; no two have the same id. */
export const VARIANTS: readonly Variant[] = [
  ...BODIES,
  ...ANSWERS,
  ...TRANSPORT,
  ...STORES,
  ...LENIENT,
  ...STRANGERS,
  ...IDENTITIES,
  ...PERMISSIONS,
  ...FIXTURES,
  ...DELETIONS,
  ...WEATHER,
];
