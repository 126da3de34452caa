import { describe, expect, it } from 'vitest';
import type { EmbeddedOptions } from '../../src/embedded/start.js';
import { startEmbedded } from '../../src/embedded/start.js';
import type { RunRecord } from '../../src/record/record.js';
import { notesOf, runAll, verdictOn, withStatus } from './a-run.js';
import { refusal, startFront } from './front.js';
import { outcomeTold } from './told.js';

const QUICK = { CMDB_LOOKUP_WAIT_MS: '300' };

/** Runs against an embedded CMDB as against any other target. */
async function runAgainst(
  options: EmbeddedOptions,
  only: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<RunRecord> {
  const embedded = await startEmbedded(options);
  try {
    return await runAll({ ...embedded.settings, ...QUICK, ...variables }, { only });
  } finally {
    await embedded.close();
  }
}

describe('an identity that was accepted and then is refused', () => {
  const refused = { kind: 'identity-refused', settings: ['BK_TOKEN'] };

  it('ran out where its lookups are refused too', async () => {
    const record = await runAgainst({ variant: 'token-runs-out-meanwhile' }, [
      'success',
      'bad-auth',
    ]);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(verdictOn(record, 'auth.bk_token.accepted')).toMatchObject({
      status: 'inconclusive',
      problem: refused,
    });
    expect(verdictOn(record, 'auth.bk_username.accepted').status).toBe('passed');
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 3, leftovers: [] });
  });

  it('is refused by the server’s fault where they are not', async () => {
    const defect = 'bk-username-refused-every-fifth-time';
    const record = await runAgainst({ defect }, ['success']);
    expect(verdictOn(record, 'auth.bk_username.accepted')).toMatchObject({
      status: 'failed',
      problem: { kind: 'valid-refused' },
    });
    expect(record.exitCode).toBe(1);
  });

  it('ends the run where there is no other', async () => {
    const variant = 'only-token-runs-out-meanwhile';
    const record = await runAgainst({ variant }, ['success', 'wrong-type']);
    expect(record.ended).toMatchObject({ kind: 'identities-refused' });
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode: 4 });
    expect(verdictOn(record, 'auth.bk_token.accepted').problem).toMatchObject(refused);
  });
});

describe('the fixture', () => {
  const shown = (record: RunRecord): string[] => notesOf(record).map(({ kind }) => kind);

  it('is looked up by the identity that is accepted', async () => {
    const record = await runAgainst({ variant: 'user-not-exempt' }, ['success']);
    expect(record.endpoints[0]?.ground).toEqual({
      fixture: 'given',
      association: 'bk_switch_default_bk_router',
      models: 'bk_switch → bk_router',
      mapping: 'n:n',
    });
    expect(shown(record)).toEqual([]);
  });

  it('is not in doubt where everything is refused', async () => {
    const record = await runAgainst({ variant: 'app-secret-wrong' });
    expect(record).toMatchObject({ exitCode: 4, ended: { kind: 'identities-refused' } });
    expect(shown(record)).not.toContain('fixture-not-shown');
  });

  it('has instances of the suite’s own only where its models are right', async () => {
    const record = await runAgainst({ variant: 'models-swapped' }, ['success']);
    expect(withStatus(record, 'failed')).toEqual([]);
    expect(shown(record)).toEqual(['fixture-mismatched']);
    expect(record.leftovers).toEqual([]);
  });
});

describe('a deletion that is refused', () => {
  it.each([
    ['for lack of a permission', 9900403, 4, 'permission', 0],
    ['for another reason', 1199998, 3, 'removal-fails', 1],
  ])('%s ends the run in the target’s own words', async (_, code, exitCode, kind, left) => {
    await using front = await startFront(({ endpoint }, forward) =>
      endpoint === 'delete_instance_association' ? refusal(code, 'not today') : forward(),
    );
    const record = await runAll({ ...front.settings, ...QUICK });
    const said = { code: String(code), message: 'not today' };
    expect(record).toMatchObject({ outcome: 'incomplete', exitCode, ended: { kind, said } });
    expect(record.leftovers).toHaveLength(left);
    expect(record.notes).toEqual([]);
    for (const words of Object.values(outcomeTold(record))) expect(words).toContain('not today');
  });
});
