/**
 * The part of the browser's interface that the page's script uses, so that it is type-checked
 * without letting `document` and `window` into the rest of the program. `innerHTML` and its like are
 * left out on purpose: the compiler itself refuses to parse text of a server as markup.
 */
export interface PageElement {
  textContent: string;
  className: string;
  hidden: boolean;
  value: string;
  open: boolean;
  lang: string;
  type: string;
  readonly id: string;
  readonly dataset: Record<string, string | undefined>;
  readonly childElementCount: number;
  readonly parentElement: PageElement | null;
  append(...children: (PageElement | string)[]): void;
  cloneNode(deep: boolean): PageElement;
  remove(): void;
  select(): void;
  scrollIntoView(): void;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
}

/** What happened, and to what. */
export interface PageEvent {
  readonly target: PageElement | null;
  preventDefault(): void;
}

/** The page's document. */
export interface PageDocument {
  readonly documentElement: PageElement;
  readonly body: PageElement;
  createElement(name: string): PageElement;
  getElementById(id: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  execCommand(command: string): boolean;
  addEventListener(type: string, listener: (event: PageEvent) => void, capture?: boolean): void;
}

/** The page's window. */
export interface PageWindow {
  readonly location: { readonly hash: string; readonly search: string };
  readonly navigator: {
    readonly language: string;
    readonly clipboard?: { writeText(text: string): Promise<void> };
  };
  addEventListener(type: string, listener: () => void): void;
  setTimeout(task: () => void, milliseconds: number): void;
}
