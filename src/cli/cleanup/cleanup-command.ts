import { createInterface } from 'node:readline/promises';
import { MARK } from '../../effects/mark.js';
import type { Cleanup } from '../../engine/ledger/cleanup.js';
import type { LedgerLine } from '../../engine/ledger/ledger.js';
import { begunAt } from '../../engine/run-id.js';
import { ConformanceError } from '../../error.js';
import { EXIT_CODES, exitCodeOf } from '../../record/exit-code.js';
import { drawCleanup, drawEnded, drawPlan } from '../../report/console/cleanup.js';
import type { Lang } from '../../report/lang.js';
import { openLedgerFile, openLinesOf } from '../file/ledger-file.js';
import { openCleanupRun } from './open-cleanup.js';

/** The options of `cleanup`. */
export interface CleanupOptions {
  readonly ledger?: string;
  readonly olderThan?: string;
  readonly yes: boolean;
  readonly baseUrl?: string;
  readonly insecure: boolean;
  readonly lang: Lang;
}

const DEFAULT = 'reports/ledger.jsonl';

/**
 * Removes what runs left on the target: what a ledger keeps, or what carries the suite's mark and is
 * old. Shows it first, and asks.
 *
 * @returns the exit code
 * @throws ConformanceError
 */
export async function cleanupCommand(options: CleanupOptions): Promise<number> {
  const { ledger: path = DEFAULT, lang, olderThan } = options;
  const age = olderThan === undefined ? undefined : milliseconds(olderThan);
  if (age !== undefined && options.ledger !== undefined) throw eitherOr();
  const lines = age === undefined ? openLinesOf(path) : [];
  const young: string[] = [];
  const run = await openCleanupRun(variablesOf(options), (settings) => {
    if (age !== undefined) return { what: { isMeant: isOlder(age, young) } };
    const own = ofTarget(lines, settings.baseUrl, path);
    const file = openLedgerFile(path, ELSEWHERE, false);
    return { what: { lines: own }, file };
  });
  try {
    const { cleanup, baseUrl } = run;
    const found = await cleanup.look();
    const say = (text: string): void => {
      const secret = cleanup.leak(text);
      if (secret !== undefined) throw new Error(`<${secret}> was about to be printed`);
      process.stdout.write(text);
    };
    if (cleanup.ended().why === undefined) {
      say(drawPlan(found, { target: baseUrl, young }, lang));
      if (found.length > 0) {
        await confirm(options.yes, lang);
        await cleanup.remove();
      }
    }
    return tell(cleanup, say, found.length, lang);
  } finally {
    await run.close();
  }
}

function variablesOf({ baseUrl, insecure }: CleanupOptions): Parameters<typeof openCleanupRun>[0] {
  return {
    commandLine: {
      ...(baseUrl === undefined ? {} : { CMDB_BASE_URL: baseUrl }),
      ...(insecure ? { CMDB_INSECURE: '1' } : {}),
    },
    environment: process.env,
    folder: process.cwd(),
  };
}

function tell(cleanup: Cleanup, say: (text: string) => void, found: number, lang: Lang): number {
  const { why, hasApiAnswered } = cleanup.ended();
  const left = cleanup.left();
  if (why !== undefined) say(drawEnded(why, lang));
  // Of one that ended early, that nothing was found says nothing.
  if (why === undefined || left.length > 0) say(drawCleanup(found, left, lang));
  if (why !== undefined) return exitCodeOf('incomplete', why, hasApiAnswered);
  return left.length === 0 ? EXIT_CODES.conformant : EXIT_CODES.incomplete;
}

const ELSEWHERE = {
  en: 'What is removed is written there: make room, and free its place.',
  zh: '清理结果会写入其中，请腾出空间和文件位置。',
};

/** @throws ConformanceError `usage` where the ledger is about other targets alone */
function ofTarget(
  lines: readonly LedgerLine[],
  target: string,
  path: string,
): readonly LedgerLine[] {
  const own = lines.filter((line) => line.target === target);
  const [first] = lines;
  if (own.length > 0 || first === undefined) return own;
  throw new ConformanceError(
    'usage',
    {
      en: `What ${path} keeps is on ${first.target}, but the target that is set is ${target}.`,
      zh: `${path} 所记录的数据在 ${first.target} 上，而当前设置的目标是 ${target}。`,
    },
    {
      en: 'Set CMDB_BASE_URL, and what belongs to it, to that target.',
      zh: '请将 CMDB_BASE_URL 及相关变量设为该目标。',
    },
  );
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** @throws ConformanceError `usage` for what is no time */
function milliseconds(text: string): number {
  const [, number, unit = ''] = /^([0-9]{1,6})([mhd])$/.exec(text) ?? [];
  const scale = UNITS[unit];
  if (number !== undefined && scale !== undefined) return Number(number) * scale;
  throw new ConformanceError(
    'usage',
    {
      en: `--older-than takes a time, but got ${JSON.stringify(text)}.`,
      zh: `--older-than 应为一段时间，实际为 ${JSON.stringify(text)}。`,
    },
    {
      en: 'Give minutes, hours or days: --older-than 30m, 1h or 2d',
      zh: '请给出分钟、小时或天数：--older-than 30m、1h 或 2d',
    },
  );
}

function eitherOr(): ConformanceError {
  return new ConformanceError(
    'usage',
    {
      en: '--older-than goes by the names on the target, and a ledger is named too.',
      zh: '--older-than 按目标上的名称清理，却同时指定了账本。',
    },
    { en: 'Leave one of them out.', zh: '请去掉其中一个。' },
  );
}

/**
 * Whether the run that gave a name began so long ago. A name that tells no time is left alone.
 *
 * @param young - gets the names that are left alone
 */
function isOlder(age: number, young: string[]): (name: string) => boolean {
  const before = Date.now() - age;
  return (name) => {
    const begun = begunAt(name.slice(MARK.length + 1));
    const isMeant = begun !== undefined && begun <= before;
    if (!isMeant) young.push(name);
    return isMeant;
  };
}

/** @throws ConformanceError `usage` where nobody agrees */
async function confirm(yes: boolean, lang: Lang): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) throw unasked();
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const question = { en: 'Remove this? [y/N] ', zh: '删除以上数据？[y/N] ' };
  const said = await asking.question(question[lang]);
  asking.close();
  if (/^(y|yes|是)$/i.test(said.trim())) return;
  throw new ConformanceError(
    'usage',
    { en: 'Nothing was removed.', zh: '没有删除任何数据。' },
    { en: 'Answer y to remove what is shown.', zh: '回答 y 以删除所列数据。' },
  );
}

function unasked(): ConformanceError {
  return new ConformanceError(
    'usage',
    {
      en: 'Nothing was removed: there is no terminal to ask on.',
      zh: '没有删除任何数据：当前没有可供确认的终端。',
    },
    {
      en: 'Give --yes to remove what is shown.',
      zh: '加上 --yes 以删除所列数据。',
    },
  );
}
