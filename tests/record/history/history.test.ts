import { describe, expect, it } from 'vitest';
import { historyOf, inShort } from '../../../src/record/history/history.js';
import type { RunInShort } from '../../../src/record/history/history.js';
import type { Status } from '../../../src/record/record.js';
import { aRecord, aRequirement } from '../../report/a-record.js';

function aRun(day: number, statuses: Readonly<Record<string, Status>>): RunInShort {
  const record = aRecord({
    startedAt: `2026-01-0${day}T00:00:00.000Z`,
    requirements: Object.entries(statuses).map(([id, status]) => aRequirement({ id, status })),
  });
  return inShort(`day-${day}`, record);
}

describe('a history', () => {
  const history = historyOf([
    aRun(3, { same: 'passed', late: 'passed', came: 'failed' }),
    aRun(1, { same: 'passed', late: 'passed', went: 'passed', bad: 'failed' }),
    aRun(2, { same: 'passed', late: 'failed', bad: 'failed' }),
    aRun(4, { same: 'passed', late: 'passed', came: 'failed', bad: 'failed' }),
  ]);
  const of = (id: string): (typeof history.requirements)[number] | undefined =>
    history.requirements.find((one) => one.id === id);

  it('has the runs in the order of their time', () => {
    expect(history.runs.map(({ name }) => name)).toEqual(['day-1', 'day-2', 'day-3', 'day-4']);
    expect(history.runs[2]?.counts).toMatchObject({ passed: 2, failed: 1 });
  });

  it('has the run in which each change appeared first', () => {
    expect(of('late')).toMatchObject({
      statuses: ['passed', 'failed', 'passed', 'passed'],
      changes: [
        { run: 1, change: 'broken' },
        { run: 2, change: 'fixed' },
      ],
    });
    expect(of('came')?.changes).toEqual([{ run: 2, change: 'new' }]);
    expect(of('went')?.changes).toEqual([{ run: 1, change: 'gone' }]);
    expect(of('bad')?.changes).toEqual([
      { run: 2, change: 'gone' },
      { run: 3, change: 'new' },
    ]);
    expect(of('same')?.changes).toEqual([]);
  });

  it('has what changed first', () => {
    expect(history.requirements.at(-1)?.id).toBe('same');
  });

  it('of one run has no change', () => {
    const { requirements } = historyOf([aRun(1, { a: 'failed' })]);
    expect(requirements).toMatchObject([{ statuses: ['failed'], changes: [] }]);
  });
});
