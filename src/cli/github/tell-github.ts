import { type Annotation, drawAnnotations } from '../../report/github/annotation.js';
import type { Lang } from '../../report/lang.js';
import { writeAsItIs } from '../keep-inert.js';
import { scanForSecrets } from '../file/scan.js';
import { appendSummary } from './job-summary.js';

/** What a job of GitHub Actions is told of a run or a comparison. */
export interface GithubTold {
  readonly annotations: readonly Annotation[];
  /** Markdown for the page of the job, the whole first, then what says less. */
  readonly summaries: readonly string[];
  /** The name of a secret that a text contains; absent where none is known. */
  readonly leak?: (text: string) => string | undefined;
}

/**
 * In a job of GitHub Actions, prints annotations on standard error, so that standard output stays what
 * it is anywhere else (the runner reads both), and appends the summary to that of the job.
 *
 * @param tell - draws what is told; asked in such a job only
 * @param lang - the language of the words
 * @throws ConformanceError `internal` when a secret was about to be published
 */
export function tellGithub(tell: () => GithubTold, lang: Lang): void {
  if (process.env['GITHUB_ACTIONS'] !== 'true') return;
  const { annotations, summaries, leak = () => undefined } = tell();
  const texts = annotations.flatMap(({ title, lines }) => [title, ...lines]);
  scanForSecrets([], leak, {
    'GitHub annotations': texts.join('\n'),
    GITHUB_STEP_SUMMARY: summaries.join('\n'),
  });
  const path = process.env['GITHUB_STEP_SUMMARY'] ?? '';
  const why = path === '' ? undefined : appendSummary(path, summaries);
  const unappended: Annotation[] =
    why === undefined
      ? []
      : [{ level: 'warning', title: TITLE[lang], lines: [`${why[lang]}. ${NEXT[lang]}`] }];
  writeAsItIs(process.stderr, drawAnnotations([...unappended, ...annotations], lang));
}

const TITLE = {
  en: 'The job summary (GITHUB_STEP_SUMMARY) can’t be written',
  zh: '无法写入任务摘要（GITHUB_STEP_SUMMARY）',
} as const;

const NEXT = {
  en: 'The verdict is not concerned; the summary stands among the reports.',
  zh: '结论不受影响；摘要见报告文件夹。',
} as const;
