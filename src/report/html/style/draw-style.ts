import { BEHIND } from './behind.js';
import { COLOURS } from './colours.js';
import { LAYOUT } from './layout.js';
import { MATRIX } from './matrix.js';
import { NARROW } from './media.js';
import { OUTCOME } from './outcome.js';
import { PRINT } from './print.js';
import { TYPE } from './type.js';

/** The page's style sheet. */
export function drawStyle(): string {
  return [COLOURS, TYPE, LAYOUT, OUTCOME, MATRIX, BEHIND, NARROW, PRINT].join('\n');
}
