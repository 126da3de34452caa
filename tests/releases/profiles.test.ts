import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import type { RunRecord } from '../../src/record/record.js';
import { runAll } from '../engine/a-run.js';
import { PAIRS } from './pairs.js';

/** What a run shows of a pair with the profile of another: the releases since 3.9 differ in nothing of it. */
interface Difference {
  readonly failed: readonly string[];
  readonly stale: readonly string[];
}

const NONE: Difference = { failed: [], stale: [] };
const PERMISSION = ['response.permission.present', 'response.permission.type'];
const SECRET = ['auth.bk_app_secret.exact'];

/** By the generation that answers, and by that of the profile. */
const DIFFERENCES: Readonly<
  Record<'a' | 'b' | 'c', Readonly<Record<'a' | 'b' | 'c', Difference>>>
> = {
  a: {
    a: NONE,
    b: { failed: ['response.permission.present'], stale: [] },
    c: { failed: ['response.permission.present'], stale: SECRET },
  },
  b: {
    a: { failed: ['auth.bk_token.exact'], stale: PERMISSION },
    b: NONE,
    c: { failed: [], stale: SECRET },
  },
  c: {
    a: { failed: [...SECRET, 'auth.bk_token.exact'], stale: PERMISSION },
    b: { failed: SECRET, stale: [] },
    c: NONE,
  },
};

function differenceIn({ requirements, notes }: RunRecord): Difference {
  return {
    failed: requirements.filter(({ status }) => status === 'failed').map(({ id }) => id),
    stale: notes.flatMap((note) => (note.kind === 'stale-deviation' ? [note.requirement] : [])),
  };
}

describe.each(PAIRS)('the embedded CMDB as $name', ({ release }) => {
  // Of another ESB's profiles one is enough: what they differ in shows with the own ESB's.
  const profiles = PAIRS.filter(
    ({ release: { esb } }, at) =>
      esb === release.esb || at === PAIRS.findIndex((one) => one.release.esb === esb),
  );

  it.each(profiles)('with the profile of $name', async ({ release: { cmdb, esb } }) => {
    const server = await startEmbedded({ release });
    const profile = { CMDB_RELEASE: cmdb, CMDB_ESB: esb };
    try {
      const record = await runAll({ ...server.settings, ...profile }, { effort: 'quick' });
      expect(differenceIn(record)).toEqual(DIFFERENCES[release.esb][esb]);
      // With its own, or that of a pair with the same ESB, nothing is left.
      if (release.esb === esb) expect(record).toMatchObject({ outcome: 'conformant', exitCode: 0 });
    } finally {
      await server.close();
    }
  });
});
