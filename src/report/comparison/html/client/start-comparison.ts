import type { filterRows } from '../../../html/client/filter-rows.js';
import type { PageDocument, PageWindow } from '../../../html/client/page.js';
import type { switchLanguage } from '../../../html/client/switch-language.js';

/** The functions of the page's script, handed in since each is carried as source of its own. */
export interface ComparisonParts {
  readonly filterRows: typeof filterRows;
  readonly switchLanguage: typeof switchLanguage;
}

/**
 * Brings the page of a comparison to life: language and filters. Everything else is in it already.
 *
 * @param page - the page's document
 * @param view - the page's window
 * @param parts - the other functions of the script
 */
export function startComparison(
  page: PageDocument,
  view: PageWindow,
  parts: ComparisonParts,
): void {
  page.documentElement.className = 'js';
  for (const element of page.querySelectorAll('.needs-js')) element.hidden = false;
  parts.switchLanguage(page, view);
  parts.filterRows(page);
}
