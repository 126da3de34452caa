import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADD, idOf, startSubject } from './client.js';
import type { Members, Subject } from './client.js';

const TAB = '\t';

/** The near misses that each ESB generation was seen to accept. */
const ACCEPTED = {
  A: ['code in capitals', 'code, space behind', 'token, space behind'],
  B: [
    'code in capitals',
    'code, space behind',
    'token, space before',
    'token, space behind',
    'token, tab behind',
  ],
  C: [
    'code in capitals',
    'code, space behind',
    'secret, space before',
    'secret, space behind',
    'token, space before',
    'token, space behind',
    'token, tab behind',
  ],
} as const;

describe.each(Object.entries(ACCEPTED))('an ESB of generation %s', (generation, accepted) => {
  let cmdb: Subject;
  let before: string;
  beforeAll(async () => {
    cmdb = await startSubject({ variant: `esb-${generation.toLowerCase()}-lenient` });
    before = cmdb.snapshot();
  });
  afterAll(() => cmdb.close());

  /** Whether a request is accepted; what it creates is removed. */
  async function isAccepted(change: Members): Promise<boolean> {
    const { body } = await cmdb.send(ADD, { ...cmdb.valid, ...change });
    if (body['result'] !== true) return false;
    await cmdb.call('delete_instance_association', { bk_obj_id: 'bk_switch', id: idOf(body) });
    return true;
  }

  it('accepts these near misses by login state, and no others', async () => {
    const code = cmdb.settings['BK_APP_CODE'] ?? '';
    const secret = cmdb.settings['BK_APP_SECRET'] ?? '';
    const token = cmdb.settings['BK_TOKEN'] ?? '';
    const misses: Readonly<Record<string, Members>> = {
      'code in capitals': { bk_app_code: code.toUpperCase() },
      'code, space before': { bk_app_code: ` ${code}` },
      'code, space behind': { bk_app_code: `${code} ` },
      'code and one more': { bk_app_code: `${code}x` },
      'secret in capitals': { bk_app_secret: secret.toUpperCase() },
      'secret, space before': { bk_app_secret: ` ${secret}` },
      'secret, space behind': { bk_app_secret: `${secret} ` },
      'token in capitals': { bk_token: token.toUpperCase() },
      'token, space before': { bk_token: ` ${token}` },
      'token, space behind': { bk_token: `${token} ` },
      'token, tab behind': { bk_token: token + TAB },
      'token of a space': { bk_token: ' ' },
    };
    const taken: string[] = [];
    for (const [name, change] of Object.entries(misses)) {
      if (await isAccepted({ bk_username: undefined, bk_token: token, ...change })) {
        taken.push(name);
      }
    }
    expect(taken).toEqual(accepted);
    expect(cmdb.snapshot()).toBe(before);
  });

  it('knows an app that may name its user by its exact code only', async () => {
    const code = cmdb.settings['BK_APP_CODE'] ?? '';
    expect(await isAccepted({})).toBe(true);
    expect(await isAccepted({ bk_app_code: code.toUpperCase() })).toBe(false);
    expect(await isAccepted({ bk_app_code: `${code} ` })).toBe(false);
  });

  it('takes a token of a space for a bad one, not for none', async () => {
    expect(await isAccepted({ bk_token: ' ' })).toBe(false);
  });
});
