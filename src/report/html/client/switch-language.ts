import type { PageDocument, PageWindow } from './page.js';

/**
 * Switches the page between Chinese and English: by the buttons, by `?lang=zh` or `#lang=zh`, else
 * as the browser prefers. Self-contained: the page's script carries this function's source.
 *
 * @param page - the page's document
 * @param view - the page's window
 */
export function switchLanguage(page: PageDocument, view: PageWindow): void {
  const root = page.documentElement;
  const apply = (lang: string): void => {
    root.dataset['lang'] = lang;
    root.lang = lang === 'zh' ? 'zh-CN' : 'en';
    for (const button of page.querySelectorAll('[data-lang-button]')) {
      button.setAttribute('aria-pressed', String(button.dataset['langButton'] === lang));
    }
    for (const element of page.querySelectorAll('[data-en], [data-zh]')) {
      const wanted = element.dataset[lang];
      if (wanted === undefined) continue;
      element.dataset[lang === 'zh' ? 'en' : 'zh'] ??= element.textContent;
      element.textContent = wanted;
      if (element.lang !== '') element.lang = root.lang;
    }
    const of = (element: { dataset: Record<string, string | undefined> }, name: string): string =>
      element.dataset[lang === 'zh' ? `${name}Zh` : `${name}En`] ?? '';
    for (const element of page.querySelectorAll('[data-label-en]')) {
      element.setAttribute('aria-label', of(element, 'label'));
      if (element.getAttribute('type') === 'search') {
        element.setAttribute('placeholder', of(element, 'label'));
      }
    }
    for (const time of page.querySelectorAll('time')) {
      const at = new Date(time.getAttribute('datetime') ?? '');
      if (Number.isNaN(at.getTime())) continue;
      time.textContent = at.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', {
        dateStyle: 'medium',
        timeStyle: 'medium',
      });
    }
  };
  const wanted = (): string | undefined =>
    /[?&#]lang=(zh|en)\b/.exec(view.location.search + view.location.hash)?.[1];
  for (const button of page.querySelectorAll('[data-lang-button]')) {
    button.addEventListener('click', () => {
      apply(button.dataset['langButton'] ?? 'en');
    });
  }
  view.addEventListener('hashchange', () => {
    const lang = wanted();
    if (lang !== undefined) apply(lang);
  });
  apply(wanted() ?? (view.navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'));
}
