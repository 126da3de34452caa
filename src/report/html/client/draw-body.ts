import type { Builder } from './make-builder.js';
import type { PageElement } from './page.js';

/**
 * Draws a body: JSON laid out and coloured, anything else as it is; the exact text by a button.
 * Self-contained: the page's script carries this function's source.
 *
 * @param builder - makes the elements
 * @param layOut - lays JSON out, or gives undefined
 * @param text - the body
 * @param twin - the body of the twin: what differs from it is marked
 */
export function drawBody(
  builder: Builder,
  layOut: (text: string) => string | undefined,
  text: string,
  twin: string | undefined,
): PageElement {
  const { make, button, both } = builder;
  const maxCompared = 500;
  const strip = (line: string): string => line.replace(/,$/, '');
  const drawLine = (line: string, changed: boolean): PageElement => {
    const parts = /^( *)("(?:[^"\\]|\\.)*": )?(.*?)(,?)$/.exec(line);
    const value = parts?.[3] ?? line;
    const kind = value.startsWith('"') ? 'str' : /^[-\dtfn]/.test(value) ? 'num' : '';
    const row = make('span', changed ? 'changed' : '', parts?.[1] ?? '');
    if (parts?.[2] !== undefined) row.append(make('span', 'key', parts[2]));
    row.append(make('span', kind, value), `${parts?.[4] ?? ''}\n`);
    return row;
  };
  /** The lines, those of the twin that are missing struck through where they were. */
  const drawLines = (laid: string): PageElement[] => {
    const lines = laid.split('\n');
    const before = (twin === undefined ? '' : (layOut(twin) ?? '')).split('\n').map(strip);
    if (before.length < 2 || before.length > maxCompared) {
      return lines.map((line) => drawLine(line, false));
    }
    const known = new Set(before);
    const kept = new Set(lines.map(strip));
    let at = 0;
    return lines.flatMap((line) => {
      if (!known.has(strip(line))) return drawLine(line, true);
      const match = Math.max(before.indexOf(strip(line), at) + 1, at);
      const gone = before.slice(at, match).filter((other) => !kept.has(other));
      at = match;
      return [...gone.map((other) => make('del', '', `${other}\n`)), drawLine(line, false)];
    });
  };

  if (text === '') return make('p', 'soft', both('(empty body)', '（空）'));
  const laid = layOut(text);
  const raw = make('pre', 'body raw', text);
  if (laid === undefined) return raw;
  const pretty = make('pre', 'body', ...drawLines(laid));
  raw.hidden = true;
  const toggle = button('plain', 'as sent / laid out', '原文 / 排版');
  toggle.addEventListener('click', () => {
    raw.hidden = !raw.hidden;
    pretty.hidden = !raw.hidden;
  });
  return make('div', 'bodies', pretty, raw, toggle);
}
