import type { Verdict } from '../verdict.js';

/** What one character takes on a terminal that shows wide ones in two columns (UAX #11). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes on a terminal. The text holds no control characters. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/** Pads a text with spaces to a number of columns. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/**
 * Breaks a text into lines of at most so many columns: at spaces where there are some in the second
 * half of a line, else between characters, as Chinese is broken.
 *
 * @param text - without line breaks
 * @param columns - at least 20 are taken
 */
export function wrap(text: string, columns: number): string[] {
  const most = Math.max(20, columns);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const character of text) {
    const wide = WIDE.test(character) ? 2 : 1;
    if (used + wide > most) {
      const space = line.lastIndexOf(' ');
      const at = space > line.length / 2 ? space + 1 : line.length;
      lines.push(line.slice(0, at).trimEnd());
      line = line.slice(at);
      used = columnsOf(line);
    }
    line += character;
    used += wide;
  }
  return [...lines, line];
}

/** The sign of each verdict on a terminal. */
export const SIGNS: Readonly<Record<Verdict, string>> = {
  failed: '✗',
  warning: '!',
  inconclusive: '?',
  waived: '~',
  deviation: '≠',
  'not-applicable': '-',
  observed: '○',
  passed: '✓',
};

const CODES = { red: 31, green: 32, yellow: 33, magenta: 35, cyan: 36, bold: 1, dim: 2 } as const;

/** Name of a style of the terminal. */
export type Style = keyof typeof CODES;

/** The style of each verdict. */
export const STYLES: Readonly<Record<Verdict, Style>> = {
  failed: 'red',
  warning: 'yellow',
  inconclusive: 'yellow',
  waived: 'magenta',
  deviation: 'magenta',
  'not-applicable': 'dim',
  observed: 'cyan',
  passed: 'green',
};

/** Puts styles around a text. */
export type Paint = (text: string, ...styles: readonly Style[]) => string;

/**
 * @param color - whether to use colours at all
 * @returns a painter: ECMA-48 SGR sequences around the text, or the text itself
 */
export function painter(color: boolean): Paint {
  return (text, ...styles) =>
    color && styles.length > 0
      ? `\u001b[${styles.map((style) => CODES[style]).join(';')}m${text}\u001b[0m`
      : text;
}
