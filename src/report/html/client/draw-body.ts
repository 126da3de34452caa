import type { Builder } from './make-builder.js';
import type { PageElement } from './page.js';

/**
 * Draws a body: JSON laid out and coloured, anything else as it is; the exact text by a button.
 * Self-contained: the page's script carries this function's source.
 *
 * @param builder - makes the elements
 * @param layOut - lays JSON out, or gives undefined
 * @param text - the body
 * @param twin - the body of the twin: lines that it does not have are marked
 */
export function drawBody(
  builder: Builder,
  layOut: (text: string) => string | undefined,
  text: string,
  twin: string | undefined,
): PageElement {
  const { make, button, both } = builder;
  if (text === '') return make('p', 'soft', both('(empty body)', '（空）'));
  const laid = layOut(text);
  const raw = make('pre', 'body raw', text);
  if (laid === undefined) return raw;
  const strip = (line: string): string => line.replace(/,$/, '');
  const known =
    twin === undefined ? undefined : new Set((layOut(twin) ?? twin).split('\n').map(strip));
  const pretty = make('pre', 'body');
  for (const line of laid.split('\n')) {
    const parts = /^( *)("(?:[^"\\]|\\.)*": )?(.*?)(,?)$/.exec(line);
    const value = parts?.[3] ?? line;
    const kind = value.startsWith('"') ? 'str' : /^[-\dtfn]/.test(value) ? 'num' : '';
    const row = make('span', known?.has(strip(line)) === false ? 'line changed' : 'line');
    row.append(parts?.[1] ?? '');
    if (parts?.[2] !== undefined) row.append(make('span', 'key', parts[2]));
    row.append(make('span', kind, value), `${parts?.[4] ?? ''}\n`);
    pretty.append(row);
  }
  if (twin !== undefined) {
    const own = new Set(laid.split('\n').map(strip));
    for (const line of known ?? []) {
      if (!own.has(line)) pretty.append(make('del', 'line', `${line}\n`));
    }
  }
  raw.hidden = true;
  const toggle = button('plain', 'as sent / laid out', '原文 / 排版');
  toggle.addEventListener('click', () => {
    raw.hidden = !raw.hidden;
    pretty.hidden = !raw.hidden;
  });
  return make('div', 'bodies', pretty, raw, toggle);
}
