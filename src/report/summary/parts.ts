import type { RequirementResult } from '../../record/record.js';
import type { Lang } from '../lang.js';
import { markdownText } from './markdown-text.js';
import { type Verdict, VERDICT_WORDS } from '../verdict.js';

/** GitHub refuses a job summary above 1 MiB: this many of each kind are told, the rest counted. */
export const MAX_TOLD = 40;

/** The heading of all requirements with one verdict. */
export function drawHeading(verdict: Verdict, count: number, lang: Lang): string {
  return `### ${VERDICT_WORDS[verdict][lang]} (${count})`;
}

/** File and line of a requirement's source. */
export function drawPlace({ source }: RequirementResult): string {
  return markdownText(`${source.path}:${source.line}`, 300);
}

/** Says how many were left out, and where they are. */
export function drawRest(count: number): string[] {
  return count > MAX_TOLD ? [`… +${count - MAX_TOLD} (conformance.html)`] : [];
}
