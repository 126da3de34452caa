import { columnsOf, type Paint, painter, SIGNS, STYLES } from './text.js';
import type { Lang } from '../lang.js';
import type { TimeLeft } from './time-left.js';
import { type Verdict, VERDICTS } from '../verdict.js';
import { oneLine } from '../visible.js';
import { EMBEDDED_WORDS } from '../words.js';

/** Tells on a stream how far a run is. */
export interface Progress {
  /** Says what begins: the target's address; none for the embedded CMDB. */
  begin(address?: string): void;
  /** Counts one case, by its status or by the verdict that it amounts to. */
  advance(caseId: string, verdict: Verdict): void;
  /** Takes the updating line away. */
  end(): void;
}

/** Where progress is told. */
export interface ProgressOptions {
  readonly stream: { write(text: string): unknown; readonly columns?: number };
  readonly lang: Lang;
  /** One line that is written over where true; else one line for each tenth. */
  readonly isTTY: boolean;
  /** How many cases will be told. */
  readonly total: number;
  /** How long it still takes, on runs that are worth it. */
  readonly timeLeft: TimeLeft;
}

const WORDS = { cases: { en: 'cases', zh: '个用例' } } as const;
const ERASE_LINE = '\r\u001b[2K';

/**
 * Makes a progress writer.
 *
 * @param options - stream, language, kind of stream, number of cases, time left
 */
export function createProgress({
  stream,
  lang,
  isTTY,
  total,
  timeLeft,
}: ProgressOptions): Progress {
  const paint = painter(isTTY);
  const counts = new Map<Verdict, number>();
  let done = 0;
  const counted = (styled: Paint): string =>
    VERDICTS.flatMap((verdict) => {
      const count = counts.get(verdict) ?? 0;
      return count === 0 ? [] : [styled(`${SIGNS[verdict]} ${count}`, STYLES[verdict])];
    }).join('  ');
  const head = (): string => {
    const left = timeLeft()?.[lang];
    return `${done}/${total} ${WORDS.cases[lang]}${left === undefined ? '' : `  ${left}`}`;
  };
  return {
    begin(address) {
      const told = address === undefined ? EMBEDDED_WORDS[lang] : oneLine(address, 300);
      stream.write(`${isTTY ? ERASE_LINE : ''}${told}\n`);
    },
    advance(caseId, verdict) {
      done += 1;
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
      if (isTTY) {
        const before = `  ${head()}  `;
        const told = columnsOf(`${before}${counted(painter(false))}  `);
        // What is cut says by how much, which takes some columns too.
        const room = (stream.columns ?? 80) - told - 10;
        const name = room > 8 ? oneLine(caseId, room) : '';
        stream.write(`${ERASE_LINE}${before}${counted(paint)}  ${paint(name, 'dim')}`);
      } else if (tenthOf(done, total) > tenthOf(done - 1, total)) {
        stream.write(`  ${head()}  ${counted(paint)}\n`);
      }
    },
    end() {
      if (isTTY) stream.write(ERASE_LINE);
    },
  };
}

function tenthOf(done: number, total: number): number {
  return Math.floor((done * 10) / Math.max(1, total));
}
