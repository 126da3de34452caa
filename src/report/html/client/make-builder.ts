import type { PageDocument, PageElement } from './page.js';

/** Makes elements whose text is always text. */
export interface Builder {
  /** An element with a class and children. */
  readonly make: (
    name: string,
    className: string,
    ...children: (PageElement | string)[]
  ) => PageElement;
  /** A text in both languages: the page's own is read, the other waits in an attribute. */
  readonly both: (en: string, zh: string) => PageElement;
  /** A button. */
  readonly button: (className: string, en: string, zh: string) => PageElement;
}

/**
 * Makes a builder. Self-contained: the page's script carries this function's source.
 *
 * @param page - the page's document
 */
export function makeBuilder(page: PageDocument): Builder {
  const make: Builder['make'] = (name, className, ...children) => {
    const element = page.createElement(name);
    if (className !== '') element.className = className;
    element.append(...children);
    return element;
  };
  const both: Builder['both'] = (en, zh) => {
    if (en === zh) return make('span', '', en);
    const isChinese = page.documentElement.dataset['lang'] === 'zh';
    const span = make('span', '', isChinese ? zh : en);
    span.lang = isChinese ? 'zh-CN' : 'en';
    span.dataset[isChinese ? 'en' : 'zh'] = isChinese ? en : zh;
    return span;
  };
  const button: Builder['button'] = (className, en, zh) => {
    const element = make('button', className, both(en, zh));
    element.type = 'button';
    return element;
  };
  return { make, both, button };
}
