import { filterRows } from '../../html/client/filter-rows.js';
import { switchLanguage } from '../../html/client/switch-language.js';
import { startComparison } from './client/start-comparison.js';

const PARTS = { filterRows, switchLanguage };

/** The script of the page: the source of typed functions, joined without a bundler. */
export function drawComparisonScript(): string {
  const parts = Object.entries(PARTS).map(([name, part]) => `${name}: ${String(part)}`);
  return `(${String(startComparison)})(document, window, {\n${parts.join(',\n')}\n});`;
}
