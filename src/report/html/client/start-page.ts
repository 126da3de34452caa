import type { curlLine } from '../../curl.js';
import type { PackedRecord } from '../packed.js';
import type { copyCommands } from './copy-commands.js';
import type { drawBody } from './draw-body.js';
import type { CaseDrawer, makeCaseDrawer } from './draw-cases.js';
import type { drawExchange } from './draw-exchange.js';
import type { filterRows } from './filter-rows.js';
import type { makeBuilder } from './make-builder.js';
import type { PageDocument, PageElement, PageWindow } from './page.js';
import type { readTexts } from './read-texts.js';
import type { switchLanguage } from './switch-language.js';

/** The functions of the page's script, handed in since each is carried as source of its own. */
export interface PageParts {
  readonly makeBuilder: typeof makeBuilder;
  readonly readTexts: typeof readTexts;
  readonly layOutJson: (text: string) => string | undefined;
  readonly curlLine: typeof curlLine;
  readonly drawBody: typeof drawBody;
  readonly drawExchange: typeof drawExchange;
  readonly makeCaseDrawer: typeof makeCaseDrawer;
  readonly filterRows: typeof filterRows;
  readonly switchLanguage: typeof switchLanguage;
  readonly copyCommands: typeof copyCommands;
}

/**
 * Brings the page to life: language, filters, copy buttons, and rows that draw what is behind them
 * when they are opened first.
 *
 * @param page - the page's document
 * @param view - the page's window
 * @param parts - the other functions of the script
 * @param parse - reads the data block
 */
export function startPage(
  page: PageDocument,
  view: PageWindow,
  parts: PageParts,
  parse: (text: string) => PackedRecord,
): void {
  page.documentElement.className = 'js';
  for (const element of page.querySelectorAll('.needs-js')) element.hidden = false;
  parts.switchLanguage(page, view);
  parts.filterRows(page);
  parts.copyCommands(page, view);

  const builder = parts.makeBuilder(page);
  let drawer: CaseDrawer | undefined;
  const load = (): CaseDrawer => {
    const data = parse(page.getElementById('data')?.textContent ?? '{}');
    const text = parts.readTexts(data);
    const tools = {
      builder,
      data,
      text,
      drawBody: (body: string, twin: string | undefined) =>
        parts.drawBody(builder, parts.layOutJson, body, twin),
      curlLine: parts.curlLine,
    };
    return parts.makeCaseDrawer({
      builder,
      data,
      text,
      icon: (verdict) => clone(page.querySelector(`.icons .v-${verdict}`)),
      drawExchange: (exchange, twin, decisive) =>
        parts.drawExchange(tools, exchange, twin, decisive),
    });
  };
  const clone = (element: PageElement | null): PageElement | undefined => element?.cloneNode(true);

  const draw = (details: PageElement): void => {
    const into = details.querySelector('.behind');
    if (into === null || into.childElementCount > 0) return;
    const { requirement, case: of, housekeeping } = details.dataset;
    if (requirement === undefined && of === undefined && housekeeping === undefined) return;
    drawer ??= load();
    if (requirement !== undefined) drawer.cases(into, Number(requirement));
    else if (of !== undefined) drawer.exchangesOf(into, Number(of));
    else drawer.housekeeping(into);
  };
  // `toggle` does not bubble: it is heard while it is captured.
  page.addEventListener(
    'toggle',
    (event) => {
      if (event.target?.open === true) draw(event.target);
    },
    true,
  );

  const openTarget = (): void => {
    let id = view.location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      return;
    }
    const row = /^(r:|why-)/.test(id) ? page.getElementById(id) : null;
    const details = row?.querySelector('details');
    if (row === null || details === undefined || details === null) return;
    row.hidden = false;
    details.open = true;
    row.scrollIntoView();
  };
  view.addEventListener('hashchange', openTarget);
  openTarget();
}
