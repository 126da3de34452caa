import { ConformanceError } from '../error.js';
import type { Lang } from '../report/lang.js';
import { EXIT_CODES } from '../record/exit-code.js';

/**
 * Tells on standard error why something could not be done, without a stack trace.
 *
 * @returns the exit code
 */
export function tellError(error: unknown, lang: Lang): number {
  if (error instanceof ConformanceError) {
    process.stderr.write(`cmdb-conformance: ${error.told(lang)}\n`);
    return EXIT_CODES[error.code];
  }
  const what = error instanceof Error ? error.message : String(error);
  const told = {
    en: `the suite itself failed: ${what}\n  → Please report it; with CMDB_DEBUG=1 the stack trace is shown.`,
    zh: `工具自身出错：${what}\n  → 请反馈；设置 CMDB_DEBUG=1 可显示调用栈。`,
  };
  process.stderr.write(`cmdb-conformance: ${told[lang]}\n`);
  if (process.env['CMDB_DEBUG'] === '1' && error instanceof Error) {
    process.stderr.write(`${error.stack ?? ''}\n`);
  }
  return EXIT_CODES.internal;
}
