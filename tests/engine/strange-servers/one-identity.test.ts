import { describe, expect, it } from 'vitest';
import { runAll, verdictOn, withStatus } from '../a-run.js';
import { startFront } from '../front.js';
import type { Call } from '../front.js';
import { verdictTold } from '../told.js';
import { ADD, QUICK } from './strange-server.js';
import { settingsFor } from '../../../src/embedded/seed.js';

const TOKEN = settingsFor('')['BK_TOKEN'] ?? '';
const METADATA = 'request.metadata.required';

const byToken = ({ endpoint, members }: Call): boolean =>
  endpoint === ADD && members['bk_token'] !== undefined && members['bk_username'] === undefined;

const byBoth = ({ endpoint, members }: Call): boolean =>
  endpoint === ADD && members['bk_token'] !== undefined && members['bk_username'] !== undefined;

/** What shows that each identity is accepted, and the rounds of a kind that differ in theirs. */
const roundsOf = (name: string): string[] => [
  'success.identity.bk_username',
  'success.identity.bk_token',
  ...[1, 2, 4].map((round) => `${name}.round ${round}`),
];

describe('a server that checks requests of one identity only', () => {
  it.each([
    ['bk_token', byToken],
    ['bk_token and bk_username', byBoth],
  ])('is found where it does not by %s', async (name, isLet) => {
    await using front = await startFront((call, forward) =>
      isLet(call) && call.members['metadata'] === undefined
        ? forward(call.text.replace(/^\{/, '{"metadata":{"label":{"bk_biz_id":"2"}},'))
        : forward(),
    );
    const only = roundsOf('missing-field.each member');
    const record = await runAll({ ...front.settings, ...QUICK }, { only });
    expect(withStatus(record, 'failed')).toEqual([METADATA]);
    const verdict = verdictOn(record, METADATA);
    expect(verdict.trial).toBe(`missing-field.metadata.absent by ${name}`);
    // It fails each time by this identity: nothing comes and goes.
    expect(verdict.flaky).toBeUndefined();
    const told = verdictTold(record, METADATA);
    expect(told?.en).toMatch(
      new RegExp(`^metadata is absent by ${name}: |^metadata absent by ${name}: `),
    );
    expect(told?.zh).toContain(`（凭 ${name}）：`);
  });

  it('is found where it takes text for a number by a login state', async () => {
    await using front = await startFront((call, forward) =>
      byToken(call)
        ? forward(call.text.replace(/"bk_inst_id":"([0-9]+)"/, '"bk_inst_id":$1'))
        : forward(),
    );
    const only = roundsOf('wrong-type.each member');
    const record = await runAll({ ...front.settings, ...QUICK }, { only });
    expect(withStatus(record, 'failed')).toEqual(['request.bk_inst_id.type']);
  });
});

describe('an identity that is no longer accepted in the middle of a run', () => {
  it('leaves nothing open that the other one shows', async () => {
    let accepted = 0;
    await using front = await startFront((call, forward) => {
      if (byToken(call) && call.members['bk_token'] === TOKEN) accepted += 1;
      return forward(accepted > 1 ? call.text.replace(TOKEN, 'of-no-login') : undefined);
    });
    const only = roundsOf('missing-field.each member');
    const record = await runAll({ ...front.settings, ...QUICK }, { only });
    expect(verdictOn(record, 'auth.bk_token.accepted').status).toBe('inconclusive');
    expect(verdictOn(record, METADATA).status).toBe('passed');
  });
});
