import type { ProofRun } from './target.js';

/**
 * What a run against a right server, or on a right way there, came to otherwise than it must.
 *
 * @returns undefined where exit code, cause and what it names are as they must be
 */
export function otherwise({ target, exitCode, told }: ProofRun): string | undefined {
  const { exit, cause, names = [] } = target.expects ?? { exit: 0 };
  const kinds = [...new Set(told.map(({ kind }) => kind))].join(', ') || 'nothing';
  if (exitCode !== exit) return `exit code ${exitCode} where ${exit} is right; told: ${kinds}`;
  const about = cause === undefined ? told : told.filter(({ kind }) => kind === cause);
  if (cause !== undefined && about.length === 0) return `${cause} is not told; told: ${kinds}`;
  const lacking = about.map(({ says }) => names.filter((name) => !says.includes(name)));
  const [least = names] = lacking.sort((a, b) => a.length - b.length);
  return least.length === 0 ? undefined : `does not name ${least.join(', ')}`;
}
