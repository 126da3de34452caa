import { describe, expect, it } from 'vitest';
import { otherwise } from '../../src/cli/prove/expectation.js';
import type { ProofRun } from '../../src/cli/prove/target.js';
import type { Expected } from '../../src/embedded/variants/variant.js';

const TOKEN = { kind: 'identity-refused', says: 'BK_TOKEN is refused; check BK_TOKEN' };
const OTHER = { kind: 'weather', says: 'HTTP 502; check BK_USERNAME' };

function run(expects: Expected | undefined, came: Partial<ProofRun>): ProofRun {
  return {
    target: {
      kind: 'variant',
      id: 'v',
      does: 'It.',
      ...(expects === undefined ? {} : { expects }),
    },
    outcome: 'incomplete',
    exitCode: 3,
    durationMs: 5,
    failed: [],
    inconclusive: [],
    reasons: {},
    told: [TOKEN, OTHER],
    exchanges: 10,
    ...came,
  };
}

describe('what came otherwise than it must', () => {
  it('is nothing where code, cause and names are as they must be', () => {
    const expects = { exit: 3, cause: 'identity-refused', names: ['BK_TOKEN'] } as const;
    expect(otherwise(run(expects, {}))).toBeUndefined();
    expect(otherwise(run({ exit: 3 }, {}))).toBeUndefined();
    expect(otherwise(run(undefined, { exitCode: 0, told: [] }))).toBeUndefined();
  });

  it('is another exit code', () => {
    expect(otherwise(run({ exit: 4 }, {}))).toBe(
      'exit code 3 where 4 is right; told: identity-refused, weather',
    );
    expect(otherwise(run(undefined, { told: [] }))).toBe(
      'exit code 3 where 0 is right; told: nothing',
    );
  });

  it('is another cause', () => {
    expect(otherwise(run({ exit: 3, cause: 'permission' }, {}))).toBe(
      'permission is not told; told: identity-refused, weather',
    );
  });

  it('is a name that is not told, or told of something else only', () => {
    const expects = { exit: 3, cause: 'identity-refused', names: ['BK_TOKEN', 'BK_USERNAME'] };
    expect(otherwise(run({ ...expects, exit: 3 }, {}))).toBe('does not name BK_USERNAME');
  });

  it('is names that stand in different sentences', () => {
    expect(otherwise(run({ exit: 3, names: ['BK_TOKEN', '502'] }, {}))).toBe('does not name 502');
    expect(otherwise(run({ exit: 3, names: ['BK_TOKEN', '502'] }, { told: [] }))).toBe(
      'does not name BK_TOKEN, 502',
    );
  });
});
