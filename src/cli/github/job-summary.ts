import { appendFileSync, statSync } from 'node:fs';
import type { Text } from '../../text.js';

/** Above it, GitHub takes nothing of a summary. */
const MAX_BYTES = 1024 * 1024;

/**
 * Appends to the summary of a job what it has room for. What can't be appended keeps nothing from its
 * end: a summary is a convenience, and a gate that is red for want of one would blame the target.
 *
 * @param path - GITHUB_STEP_SUMMARY
 * @param summaries - Markdown, the whole first, then what says less
 * @returns why nothing was appended; undefined where something was
 */
export function appendSummary(path: string, summaries: readonly string[]): Text | undefined {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isFile() === false) return { en: 'it is no file', zh: '它不是普通文件' };
    // What another command wrote may not end its last line.
    const apart = '\n\n';
    const room = MAX_BYTES - (there?.size ?? 0) - apart.length;
    const fitting = summaries.find((summary) => Buffer.byteLength(summary) <= room);
    if (fitting === undefined) return { en: 'it has no room left', zh: '空间不足' };
    appendFileSync(path, `${apart}${fitting}`);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { en: why, zh: why };
  }
}
