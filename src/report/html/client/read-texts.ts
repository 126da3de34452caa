import type { PackedRecord, TextRef } from '../packed.js';

/**
 * Makes the function that gives a text of the packed record. Self-contained: the page's script
 * carries this function's source.
 *
 * @param data - shapes and texts
 */
export function readTexts({
  shapes,
  texts,
}: Pick<PackedRecord, 'shapes' | 'texts'>): (ref: TextRef) => string {
  return (ref) => {
    const packed = texts[ref] ?? '';
    if (typeof packed === 'string') return packed;
    const [shape, ...gaps] = packed;
    const between = (shapes[shape] ?? '').split('\ue000');
    return between.map((text, n) => (n === 0 ? text : `${gaps[n - 1] ?? ''}${text}`)).join('');
  };
}
