import type { RunRecord } from '../../record/record.js';
import { exchangesWords } from '../words.js';
import { both, type Markup, markup } from './markup.js';

/** What was sent before, between and after the cases, folded. */
export function drawHousekeeping({ housekeeping }: RunRecord): Markup | undefined {
  if (housekeeping.length === 0) return undefined;
  return markup`<details class="group" data-housekeeping="1"><summary><h3>${both({ en: 'before, between and after the cases', zh: '用例之外的准备与清理' })}</h3><span class="soft">${both(exchangesWords(housekeeping.length))}</span></summary><div class="behind"></div></details>`;
}
