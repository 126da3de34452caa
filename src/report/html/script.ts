import { curlLine } from '../curl.js';
import { layOutJson } from '../json-text.js';
import { copyCommands } from './client/copy-commands.js';
import { drawBody } from './client/draw-body.js';
import { makeCaseDrawer } from './client/draw-cases.js';
import { drawExchange } from './client/draw-exchange.js';
import { filterRows } from './client/filter-rows.js';
import { makeBuilder } from './client/make-builder.js';
import { readTexts } from './client/read-texts.js';
import { startPage } from './client/start-page.js';
import { switchLanguage } from './client/switch-language.js';

const PARTS = {
  makeBuilder,
  readTexts,
  layOutJson,
  curlLine,
  drawBody,
  drawExchange,
  makeCaseDrawer,
  filterRows,
  switchLanguage,
  copyCommands,
};

/**
 * The page's script: the source of typed functions, each self-contained, joined without a bundler.
 *
 * @returns JavaScript; `<` of its own is safe in a script element, since none of it reads `</script`
 */
export function drawScript(): string {
  const parts = Object.entries(PARTS).map(([name, part]) => `${name}: ${String(part)}`);
  return `(${String(startPage)})(document, window, {\n${parts.join(',\n')}\n}, JSON.parse);`;
}
