import type { CaseStatus } from '../suite/record.js';
import { columnsOf, painter, SIGNS, STYLES } from './console-text.js';
import type { Lang } from './lang.js';
import { oneLine } from './visible.js';

/** Tells on a stream how far a run is. */
export interface Progress {
  /** Says what begins. */
  begin(title: string): void;
  /** Counts one case. */
  advance(caseId: string, status: CaseStatus): void;
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
}

const WORDS = { cases: { en: 'cases', zh: '个用例' } } as const;
const TOLD: readonly CaseStatus[] = ['failed', 'inconclusive', 'passed'];
const ERASE_LINE = '\r\u001b[2K';

/**
 * Makes a progress writer.
 *
 * @param options - stream, language, kind of stream, number of cases
 */
export function createProgress({ stream, lang, isTTY, total }: ProgressOptions): Progress {
  const paint = painter(isTTY);
  const counts = new Map<CaseStatus, number>();
  let done = 0;
  const counted = (): string =>
    TOLD.flatMap((status) => {
      const count = counts.get(status) ?? 0;
      return count === 0 ? [] : [paint(`${SIGNS[status]} ${count}`, STYLES[status])];
    }).join('  ');
  const head = (): string => `${done}/${total} ${WORDS.cases[lang]}`;
  return {
    begin(title) {
      stream.write(`${isTTY ? ERASE_LINE : ''}${oneLine(title, 300)}\n`);
    },
    advance(caseId, status) {
      done += 1;
      counts.set(status, (counts.get(status) ?? 0) + 1);
      if (isTTY) {
        const room = (stream.columns ?? 80) - columnsOf(head()) - 30;
        const name = room > 8 ? oneLine(caseId, room) : '';
        stream.write(`${ERASE_LINE}  ${head()}  ${counted()}  ${paint(name, 'dim')}`);
      } else if (tenthOf(done, total) > tenthOf(done - 1, total)) {
        stream.write(`  ${head()}  ${counted()}\n`);
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
