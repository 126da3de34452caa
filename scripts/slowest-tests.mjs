// The slowest tests of a run of Vitest, from the report that its reporter `json` writes.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Lines that name the slowest tests, the slowest first; none where there is no report.
 *
 * @param {string} path - of the report
 * @param {number} count - how many at most
 * @param {string} root - the folder that files are named from
 * @returns {string[]}
 */
export function slowestTests(path, count, root) {
  if (!existsSync(path)) return [];
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  return testResults
    .flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration = 0 }) => ({ name, fullName, duration })),
    )
    .sort((a, b) => b.duration - a.duration)
    .slice(0, count)
    .map(({ name, fullName, duration }) => {
      const seconds = (duration / 1000).toFixed(1).padStart(6);
      return `${seconds} s  ${relative(root, name)}: ${fullName}`;
    });
}
