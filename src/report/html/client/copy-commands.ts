import type { PageDocument, PageWindow } from './page.js';

/**
 * Makes every copy button copy the command beside it. Self-contained: the page's script carries
 * this function's source.
 *
 * @param page - the page's document
 * @param view - the page's window
 */
export function copyCommands(page: PageDocument, view: PageWindow): void {
  // A page opened as a file has no clipboard in some browsers; the old command works there.
  const copyOld = (text: string): void => {
    const area = page.createElement('textarea');
    area.className = 'off-screen';
    area.value = text;
    page.body.append(area);
    area.select();
    page.execCommand('copy');
    area.remove();
  };
  page.addEventListener('click', (event) => {
    const button = event.target?.closest('.copy');
    const text = button?.parentElement?.querySelector('code')?.textContent;
    if (button === null || button === undefined || text === undefined) return;
    if (view.navigator.clipboard === undefined) copyOld(text);
    else {
      view.navigator.clipboard.writeText(text).catch(() => {
        copyOld(text);
      });
    }
    button.dataset['copied'] = 'true';
    view.setTimeout(() => {
      button.dataset['copied'] = 'false';
    }, 1500);
  });
}
