import { describe, expect, it } from 'vitest';
import type { Ending } from '../../src/record/ending.js';
import { EXIT_CODES, exitCodeOf, leavesNoVerdict } from '../../src/record/exit-code.js';

const said = { code: '1', message: 'no' };
const fault = { fault: 'reset', words: 'it ended' } as const;

const SETTINGS: readonly Ending[] = [
  { kind: 'misconfigured', variables: [] },
  { kind: 'fixture-wrong', settings: [] },
  { kind: 'fixture-taken', taken: { how: 'stored', settings: [], ids: [], by: '1' } },
  { kind: 'fixture-mismatched', of: 'model', mismatches: [] },
];
const NO_VERDICT: readonly Ending[] = [
  { kind: 'identities-refused', said },
  { kind: 'permission', said },
];
const OTHERS: readonly Ending[] = [
  { kind: 'no-connection', ...fault },
  { kind: 'not-the-api', answer: { what: 'page' } },
  { kind: 'lookups-unusable' },
  { kind: 'removal-fails', endpoint: 'delete_thing', id: '1' },
  { kind: 'limit-endless' },
  { kind: 'weather', status: 503 },
  { kind: 'creations-exhausted', number: 3, ...fault },
  { kind: 'target-silent', ...fault },
  { kind: 'slow-and-wrong' },
];
const ELSEWHERE: readonly Ending[] = [
  { kind: 'interrupted', by: 'SIGINT' },
  { kind: 'suite-failed' },
];

describe('exitCodeOf', () => {
  it('is the outcome’s where the run came to its end', () => {
    for (const hasApiAnswered of [true, false]) {
      expect(exitCodeOf('conformant', undefined, hasApiAnswered)).toBe(0);
      expect(exitCodeOf('nonconformant', undefined, hasApiAnswered)).toBe(1);
      expect(exitCodeOf('incomplete', undefined, hasApiAnswered)).toBe(3);
    }
    expect([EXIT_CODES.usage, EXIT_CODES.internal]).toEqual([2, 5]);
  });

  it.each(SETTINGS)('is 2 where the settings are the cause: $kind', (ended) => {
    expect(exitCodeOf('incomplete', ended, true)).toBe(2);
    expect(exitCodeOf('nonconformant', ended, false)).toBe(2);
    expect(leavesNoVerdict(ended, true)).toBe(true);
  });

  it.each(NO_VERDICT)('is 4 where no verdict was possible: $kind', (ended) => {
    expect(exitCodeOf('incomplete', ended, true)).toBe(4);
    expect(leavesNoVerdict(ended, true)).toBe(true);
  });

  it.each(OTHERS)('is the outcome’s once the API has answered, else 4: $kind', (ended) => {
    expect(exitCodeOf('nonconformant', ended, true)).toBe(1);
    expect(exitCodeOf('incomplete', ended, true)).toBe(3);
    expect(exitCodeOf('incomplete', ended, false)).toBe(4);
    expect([true, false].map((has) => leavesNoVerdict(ended, has))).toEqual([false, true]);
  });

  it.each(ELSEWHERE)('is the outcome’s, whatever answered: $kind', (ended) => {
    for (const hasApiAnswered of [true, false]) {
      expect(exitCodeOf('incomplete', ended, hasApiAnswered)).toBe(3);
      expect(leavesNoVerdict(ended, hasApiAnswered)).toBe(false);
    }
  });
});
