import { ConformanceError } from '../error.js';
import { EXIT_CODES } from '../suite/exit-code.js';

/**
 * Tells on standard error why something could not be done, without a stack trace.
 *
 * @returns the exit code
 */
export function tellError(error: unknown): number {
  if (error instanceof ConformanceError) {
    process.stderr.write(`cmdb-conformance: ${error.message}\n`);
    return EXIT_CODES[error.code];
  }
  const what = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `cmdb-conformance: the suite itself failed: ${what}\n  → Please report it; with CMDB_DEBUG=1 the stack trace is shown.\n`,
  );
  if (process.env['CMDB_DEBUG'] === '1' && error instanceof Error) {
    process.stderr.write(`${error.stack ?? ''}\n`);
  }
  return EXIT_CODES.internal;
}
