import type { Lang } from '../lang.js';
import { oneLine } from '../visible.js';

/** How GitHub shows an annotation, the gravest first; the names are those of its workflow commands. */
const LEVELS = ['error', 'warning', 'notice'] as const;

/** What GitHub shows on the page of a run, and at a line where it knows the file. */
export interface Annotation {
  readonly level: (typeof LEVELS)[number];
  readonly title: string;
  /** What it says, part by part. */
  readonly lines: readonly string[];
  readonly place?: { readonly path: string; readonly line: number };
}

/** GitHub shows this many of each level for a step, and leaves out the others without a word. */
const MOST = 10;

const MORE = {
  title: { en: 'more of them', zh: '其余各项' },
  told: { en: 'more: see the reports', zh: '项见报告' },
} as const;

/**
 * Draws annotations as workflow commands, of each level no more than GitHub shows, the last of which
 * says how many there are besides.
 *
 * @param annotations - any number; what is in them may come from a server
 * @param lang - the language of that last one
 * @returns lines, one for each; nothing in one can begin another
 */
export function drawAnnotations(annotations: readonly Annotation[], lang: Lang): string {
  const shown = LEVELS.flatMap((level) => {
    const own = annotations.filter((each) => each.level === level);
    if (own.length <= MOST) return own;
    const rest = own.length - MOST + 1;
    const more = { level, title: MORE.title[lang], lines: [`… ${rest} ${MORE.told[lang]}`] };
    return [...own.slice(0, MOST - 1), more];
  });
  return shown.map((each) => `${drawCommand(each)}\n`).join('');
}

function drawCommand({ level, title, lines, place }: Annotation): string {
  const properties = {
    ...(place && { file: oneLine(place.path, 300), line: String(place.line) }),
    title: oneLine(title, 200),
  };
  const named = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(value)}`);
  return `::${level} ${named.join(',')}::${inData(lines.map((each) => oneLine(each, 1200)).join('\n'))}`;
}

/** What a message may not hold as it is (`ActionCommand.cs` of actions/runner). */
function inData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
