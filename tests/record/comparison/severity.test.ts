import { describe, expect, it } from 'vitest';
import { CHANGES, DIFFERENCE_KINDS } from '../../../src/record/comparison/comparison.js';
import { changeOf } from '../../../src/record/comparison/requirement-changes.js';
import {
  changeSeverity,
  DIFFERENCE_SEVERITIES,
  isWorse,
} from '../../../src/record/comparison/severity.js';
import { COMPARISON_EXIT_CODES, comparisonExitCode } from '../../../src/record/exit-code.js';
import type { Status } from '../../../src/record/record.js';
import { readPage } from '../../project/pages.js';

const { tables } = readPage('docs/comparison.md');

function rowsOf(first: string): string[][] {
  const table = tables.find(([head]) => head?.[0]?.text === first) ?? [];
  return table.slice(1).map((row) => row.map(({ text }) => text));
}

describe('the table of differences in the docs', () => {
  const rows = rowsOf('difference');

  it('has a row for each kind', () => {
    expect(rows.map(([kind]) => kind).sort()).toEqual([...DIFFERENCE_KINDS].sort());
  });

  it.each(DIFFERENCE_KINDS)('says the severity of %s', (kind) => {
    expect(rows.find(([name]) => name === kind)?.[1]).toBe(DIFFERENCE_SEVERITIES[kind]);
  });
});

const STATUSES = { passed: ', passes', failed: ', fails' } as const;

describe('the table of requirements in the docs', () => {
  const rows = rowsOf('requirement');

  it('has a row for each change', () => {
    const names = rows.map(([name = '']) => name.split(',')[0] ?? '');
    expect([...new Set(names)].sort()).toEqual(
      CHANGES.filter((change) => change !== 'unchanged').sort(),
    );
  });

  it.each(rows)('says what %s is', (name, must, should, worse) => {
    const change = CHANGES.find((one) => one === name.split(',')[0]) ?? 'unchanged';
    const [after] = (['passed', 'failed'] as const).filter((status) =>
      name.endsWith(STATUSES[status]),
    );
    expect(changeSeverity(change, 'must', after) ?? '–').toBe(must);
    expect(changeSeverity(change, 'should', after) ?? '–').toBe(should);
    expect(isWorse({ change, ...(after && { after }) }) ? 'yes' : 'no').toBe(worse);
  });
});

describe('what became of a requirement', () => {
  const open = ['inconclusive', 'not-applicable'] as const;
  const rows: readonly (readonly [Status | undefined, Status | undefined, string])[] = [
    [undefined, 'passed', 'new'],
    [undefined, 'failed', 'new'],
    ['passed', undefined, 'gone'],
    ['passed', 'passed', 'unchanged'],
    ['passed', 'failed', 'broken'],
    ['failed', 'passed', 'fixed'],
    ['failed', 'failed', 'still-failing'],
    ['passed', 'deviation', 'deviation-come'],
    ['failed', 'deviation', 'deviation-come'],
    ['deviation', 'deviation', 'unchanged'],
    ['deviation', 'failed', 'deviation-gone'],
    ['deviation', 'passed', 'deviation-gone'],
    ['inconclusive', 'not-applicable', 'unchanged'],
    ...open.flatMap((status) => [
      ['passed', status, 'no-longer-judged'] as const,
      ['failed', status, 'no-longer-judged'] as const,
      ['deviation', status, 'no-longer-judged'] as const,
      [status, 'passed', 'judged-now'] as const,
      [status, 'failed', 'found-failing'] as const,
    ]),
  ];

  it.each(rows)('from %s to %s: %s', (before, after, change) => {
    expect(changeOf(before, after)).toBe(change);
  });
});

describe('the exit codes in the docs', () => {
  it('are all that there are', () => {
    const codes = rowsOf('exit code').map(([code]) => Number(code));
    expect(codes).toEqual([...Object.values(COMPARISON_EXIT_CODES), 2]);
  });
});

describe('the exit code of a comparison', () => {
  const nothing = { comparable: true, differences: [], requirements: [] };
  const accepted = { reason: 'known' };

  it.each([
    ['additive', 'additive', 10],
    ['additive', 'risky', 0],
    ['risky', 'additive', 10],
    ['risky', 'risky', 10],
    ['risky', 'breaking', 0],
    ['breaking', 'breaking', 11],
    ['breaking', 'additive', 11],
  ] as const)('with a %s difference, failing on %s: %i', (severity, failOn, code) => {
    const differences = [{ severity }];
    expect(comparisonExitCode({ ...nothing, differences }, failOn)).toBe(code);
    const known = [{ severity, accepted }];
    expect(comparisonExitCode({ ...nothing, differences: known }, failOn)).toBe(0);
  });

  it('is 11 for what got worse or is no longer judged, whatever counts', () => {
    for (const change of ['broken', 'no-longer-judged', 'found-failing'] as const) {
      const requirements = [{ change, severity: 'risky' as const }];
      expect(comparisonExitCode({ ...nothing, requirements }, 'breaking')).toBe(11);
      const known = requirements.map((one) => ({ ...one, accepted }));
      expect(comparisonExitCode({ ...nothing, requirements: known }, 'additive')).toBe(0);
    }
  });

  it('is 12 where nothing can be compared', () => {
    expect(comparisonExitCode({ ...nothing, comparable: false }, 'additive')).toBe(12);
  });
});
