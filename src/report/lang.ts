import type { Text } from '../text.js';

/** The languages that every report can be read in. */
export type Lang = keyof Text;
