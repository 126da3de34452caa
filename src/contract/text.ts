export type { Text } from '../document/text.js';
