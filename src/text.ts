/** A sentence for readers of English and of Chinese: the documents are Chinese, many users not. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}
