import { describe, expect, it } from 'vitest';
import { ESB } from '../../../src/binding/bindings.js';
import type { Binding } from '../../../src/binding/binding.js';
import { allVariables } from '../../../src/config/variables.js';
import { associations } from '../../../src/effects/associations/associations.js';
import { judgeAgain } from '../../../src/engine/again/judge-again.js';
import { compileSchemas } from '../../../src/engine/schemas.js';
import { contract, judge, judged } from './judge.js';
import { startV3 } from './v3-server.js';
import { V3 } from './v3/binding.js';

const idsOf = (binding: Binding): string[] => judged(binding).cases.map(({ id }) => id);

describe('a binding of other names', () => {
  it('changes no verdict, hides its secrets and gives a record that can be judged again', async () => {
    await using server = await startV3();
    const before = server.embedded.snapshot();
    const record = await judge(server, { effort: 'full' });
    expect(record.outcome).toBe('conformant');
    expect(record.requirements.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(server.embedded.snapshot()).toBe(before);

    expect(record.target.binding).toBe('v3');
    expect(record.usual.requests['add_instance_association']).toMatchObject({
      path: '/v3/add_instance_association/',
      headers: { 'x-who': '{"app":"cmdb_contract","key":"<bk_app_secret>","name":"admin"}' },
    });
    const text = JSON.stringify(record);
    expect(text).toContain(String.raw`\"key\":\"<bk_app_secret: without its last character>\"`);
    expect(text).toContain('session=<bk_token>');
    for (const variable of ['BK_APP_SECRET', 'BK_TOKEN', 'CMDB_OTHER_APP_SECRET']) {
      const secret = server.variables[variable] ?? '';
      expect(secret.length).toBeGreaterThan(8);
      expect(text).not.toContain(secret.slice(0, -1));
    }

    const again = await judgeAgain(record, {
      contract,
      schemas: compileSchemas(contract),
      binding: V3,
      endpoints: [judged(V3)],
      variables: allVariables(associations.variables),
    });
    expect(again).toEqual({ requirements: record.requirements, strays: 0 });
  });

  it('hides a short secret in its own members, and has its own code for too many requests', async () => {
    const hush = 'hush';
    await using server = await startV3({
      credentials: (who, { BK_APP_SECRET = '' }) =>
        who['bk_app_secret'] === hush ? { ...who, bk_app_secret: BK_APP_SECRET } : who,
      turnedAway: (n) => (n === 40 ? { ok: false, errno: 42900n, msg: 'slow down' } : undefined),
    });
    const record = await judge({ variables: { ...server.variables, BK_APP_SECRET: hush } });
    expect(record.outcome).toBe('conformant');
    expect(record.notes).toEqual([
      { kind: 'weak-secret', name: 'bk_app_secret' },
      { kind: 'rate-limited', times: 1 },
    ]);
    expect(JSON.stringify(record)).not.toMatch(/"\W*hush/);
  });

  it('changes no case', () => {
    expect(idsOf(V3)).toEqual(idsOf(ESB));
    expect(idsOf(V3)).toContain('bad-auth.bk_app_secret.wrong');
  });

  it('has no case without the slash at the end of an address where there is none', () => {
    const address: Binding['address'] = ({ endpoint }) => `/v3/${endpoint}`;
    const left = new Set(idsOf({ ...V3, address }));
    expect(idsOf(V3).filter((id) => !left.has(id))).toEqual(['protocol.address.no trailing slash']);
  });
});
