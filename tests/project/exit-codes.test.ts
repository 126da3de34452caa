import { describe, expect, it } from 'vitest';
import type { Ending } from '../../src/record/ending.js';
import { exitCodeOf } from '../../src/record/exit-code.js';
import { readPage } from './pages.js';

type Kind = Ending['kind'];

const said = { code: '1', message: 'no' };
const fault = { fault: 'timeout', words: 'no answer' } as const;

/** One ending of each kind, and words of the row that is about it. */
const ROWS: { readonly [K in Kind]: readonly [Extract<Ending, { kind: K }>, words: string] } = {
  misconfigured: [{ kind: 'misconfigured', variables: [] }, 'nobody can have meant'],
  'fixture-wrong': [{ kind: 'fixture-wrong', settings: [] }, 'are not on the target'],
  'fixture-mismatched': [
    { kind: 'fixture-mismatched', of: 'a', mismatches: [] },
    'between other models',
  ],
  'fixture-taken': [
    { kind: 'fixture-taken', taken: { how: 'stored', settings: [], ids: [], by: '1' } },
    'are associated already',
  ],
  'fixture-held': [{ kind: 'fixture-held', settings: [], by: 'a' }, 'another run works'],
  'no-removal': [{ kind: 'no-removal', endpoint: 'a' }, 'no way to remove'],
  'fixture-proposed': [
    {
      kind: 'fixture-proposed',
      proposed: { setting: 'a', value: 'b', between: [], rule: 'c', usable: 1, seen: 1 },
    },
    'the suite proposes',
  ],
  'fixture-lacking': [
    { kind: 'fixture-lacking', settings: [], why: { kind: 'undecided' } },
    'could not be looked up or made',
  ],
  'limit-endless': [{ kind: 'limit-endless' }, 'requests come too fast'],
  weather: [{ kind: 'weather', status: 503 }, 'a gateway answered'],
  'lookups-unusable': [{ kind: 'lookups-unusable' }, 'lookups can’t be used'],
  'removal-fails': [{ kind: 'removal-fails', endpoint: 'a', id: '1' }, 'a deletion is refused'],
  'too-much-left': [
    { kind: 'too-much-left', number: 3, endpoint: 'a' },
    'three things could not be removed',
  ],
  'creations-exhausted': [
    { kind: 'creations-exhausted', number: 3, ...fault },
    'a time-out or a size limit',
  ],
  'target-silent': [{ kind: 'target-silent', ...fault }, 'no longer answers'],
  'slow-and-wrong': [{ kind: 'slow-and-wrong' }, 'slow and already found wrong'],
  interrupted: [{ kind: 'interrupted', by: 'SIGINT' }, 'interrupted'],
  'no-connection': [{ kind: 'no-connection', ...fault }, 'no connection'],
  'not-the-api': [{ kind: 'not-the-api', answer: { what: 'page' } }, 'something else answers'],
  'identities-refused': [{ kind: 'identities-refused', said }, 'every identity is refused'],
  'shut-out': [{ kind: 'shut-out', said }, 'lets nothing through'],
  permission: [{ kind: 'permission', said }, 'a permission is lacking'],
  // A crash of the suite ends the process with a code of its own, whatever the record says.
  'suite-failed': [{ kind: 'suite-failed' }, 'the suite itself failed'],
};

/** Endings that come before anything of the API answered. */
const BEFORE_ANY_ANSWER: readonly Kind[] = ['no-connection', 'not-the-api'];

const { tables } = readPage('README.md');
const causes = tables.filter(([head]) => head?.[1]?.text === 'what was found').flat();

describe('the causes of an exit code in the README', () => {
  it.each(Object.values(ROWS).filter(([{ kind }]) => kind !== 'suite-failed'))(
    'name $kind',
    (ending, words) => {
      const rows = causes.filter((row) => row[1]?.text.replaceAll("'", '’').includes(words));
      const answered = !BEFORE_ANY_ANSWER.includes(ending.kind);
      expect(rows.map(([code]) => code?.text)).toEqual([
        String(exitCodeOf('incomplete', ending, answered)),
      ]);
    },
  );

  it('leave a failure of the suite to the codes themselves', () => {
    const rows = tables.flat().filter((row) => row[1]?.text.startsWith('the suite itself failed'));
    expect(rows.map((row) => row.at(-1)?.text)).toEqual(['5']);
  });

  it('say what to do, each', () => {
    expect(causes.length).toBeGreaterThan(Object.keys(ROWS).length);
    expect(causes.filter((row) => row.length !== 3 || row.at(-1)?.text === '')).toEqual([]);
  });
});
