import { stringify } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { settingsFor } from '../../src/embedded/seed.js';
import { STRANGERS } from '../../src/embedded/variants/strangers.js';
import { VARIANTS } from '../../src/embedded/variants/variants.js';
import { ADD, idOf, startSubject } from './client.js';
import type { Members, Subject } from './client.js';

async function using<T>(variant: string, act: (cmdb: Subject) => Promise<T>): Promise<T> {
  const cmdb = await startSubject({ variant });
  try {
    return await act(cmdb);
  } finally {
    await cmdb.close();
  }
}

interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a request and follows nothing. */
async function ask(cmdb: Subject, change: Members = {}): Promise<Seen> {
  const response = await fetch(cmdb.baseUrl + ADD, {
    method: 'POST',
    body: stringify({ ...cmdb.valid, ...change }) ?? '',
    redirect: 'manual',
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe.each(STRANGERS.map(({ id }) => id))('%s', (variant) => {
  it('lets nothing through', async () => {
    await using(variant, async (cmdb) => {
      const before = cmdb.snapshot();
      expect((await ask(cmdb)).text).not.toContain('"result":true');
      expect(cmdb.snapshot()).toBe(before);
    });
  });
});

describe('what answers in the place of the API', () => {
  it.each([
    ['redirects-to-a-login', 302, ''],
    ['login-page', 200, '<title>Sign in'],
    ['proxy-not-found', 404, '<html>'],
    ['plain-http-at-tls', 400, 'HTTPS port'],
    ['another-service', 200, '{"status":"UP"'],
    ['another-service-empty', 204, ''],
    ['component-not-found', 200, '"code":1306404'],
    ['always-bad-gateway', 502, '<html>'],
    ['gateway-permission-lacking', 403, '"code":1640301'],
  ])('%s has its status and its form', async (variant, status, text) => {
    await using(variant, async (cmdb) => {
      const seen = await ask(cmdb);
      expect(seen.status).toBe(status);
      expect(seen.text).toContain(text);
    });
  });

  it('leads elsewhere by a header', async () => {
    await using('redirects-to-https', async (cmdb) => {
      expect((await ask(cmdb)).headers.get('location')).toBe('https://paas.example.com/');
    });
  });

  it('has no code where an ESB has nothing at an address', async () => {
    await using('esb-has-no-such-address', async (cmdb) => {
      const { status, text } = await ask(cmdb);
      expect(status).toBe(404);
      expect(JSON.parse(text)).toEqual({
        result: false,
        data: null,
        message: 'The content does not exist',
      });
    });
  });

  it('takes a request that names a client', async () => {
    await using('firewall-wants-a-name', async (cmdb) => {
      const response = await fetch(cmdb.baseUrl + ADD, {
        method: 'POST',
        headers: { 'user-agent': '' },
        body: '{}',
      });
      expect(response.status).toBe(403);
      expect((await ask(cmdb)).status).toBe(200);
    });
  });
});

describe('permissions that are lacking', () => {
  it('are of a component, once app and user are known', async () => {
    await using('component-permission-lacking', async (cmdb) => {
      expect((await cmdb.send(ADD, cmdb.valid)).body['code']).toBe(1306403n);
      const wrong = { ...cmdb.valid, bk_app_secret: 'wrong' };
      expect((await cmdb.send(ADD, wrong)).body['code']).toBe(1306000n);
      const found = await cmdb.call('find_instance_association', { bk_obj_id: 'bk_switch' });
      expect(found['result']).toBe(true);
    });
  });

  it('are of actions, which are told', async () => {
    await using('user-may-not-edit', async (cmdb) => {
      expect((await cmdb.send(ADD, cmdb.valid)).body).toMatchObject({
        code: 9900403n,
        permission: { system_id: 'bk_cmdb', actions: [{ name: '实例编辑' }] },
      });
      const made = await cmdb.call('create_inst', { bk_obj_id: 'bk_switch', bk_inst_name: 'x' });
      expect(made['code']).toBe(9900403n);
    });
  });
});

describe('identities that are refused', () => {
  it('are what the settings name', async () => {
    await using('token-ran-out', (cmdb) => {
      expect(cmdb.settings).toEqual({
        ...settingsFor(cmdb.baseUrl),
        BK_TOKEN: cmdb.settings['BK_TOKEN'],
      });
      expect(cmdb.settings['BK_TOKEN']).not.toBe(settingsFor('')['BK_TOKEN']);
      return Promise.resolve();
    });
  });

  it('may be good for a while', async () => {
    await using('token-runs-out-meanwhile', async (cmdb) => {
      const byToken = { bk_username: undefined, bk_token: cmdb.settings['BK_TOKEN'] };
      const messages = [];
      for (let n = 0; n < 12; n += 1) {
        const { body } = await cmdb.send(ADD, { ...cmdb.valid, ...byToken, bk_inst_id: 5n });
        messages.push(body['message']);
      }
      expect(messages.slice(0, 10)).toEqual(Array(10).fill('the association inst is not exist'));
      expect(messages.slice(10)).toEqual(
        Array(2).fill('User authentication failed, please check if the bk_token is valid'),
      );
      expect((await cmdb.send(ADD, cmdb.valid)).body['result']).toBe(true);
    });
  });
});

describe('weather', () => {
  it('is over after a while', async () => {
    await using('gateway-away-at-first', async (cmdb) => {
      expect((await ask(cmdb)).status).toBe(503);
      await expect.poll(async () => (await ask(cmdb)).status, { timeout: 5000 }).toBe(200);
    });
  });

  it('asks to be left alone where a limit is reached, and takes more then', async () => {
    await using('limits-with-a-429-page', async (cmdb) => {
      const statuses = new Set<number>();
      while (!statuses.has(429)) statuses.add((await ask(cmdb, { bk_inst_id: 5n })).status);
      expect(statuses).toEqual(new Set([200, 429]));
      await expect.poll(async () => (await ask(cmdb)).status, { timeout: 5000 }).toBe(200);
    });
  });

  it('hides the answer to something that was done', async () => {
    await using('time-out-of-a-deletion', async (cmdb) => {
      const before = cmdb.snapshot();
      const found = await cmdb.send(ADD, cmdb.valid);
      const members = { bk_obj_id: 'bk_switch', id: idOf(found.body) };
      const absent = { bk_obj_id: 'bk_switch', id: 1n };
      await cmdb.call('delete_instance_association', absent);
      await cmdb.call('delete_instance_association', absent);
      await expect(cmdb.call('delete_instance_association', members)).rejects.toThrow();
      expect(cmdb.snapshot()).toBe(before);
    });
  });
});

describe('what a run must end as', () => {
  it('is told of all that is not simply conformant', () => {
    const open = VARIANTS.filter(({ settings, expects }) => settings && expects === undefined);
    expect(open.map(({ id }) => id)).toEqual([
      'only-a-token',
      'only-a-user',
      'association-alone-set',
    ]);
    for (const { expects } of STRANGERS) expect(expects?.exit).toBeGreaterThan(0);
  });
});
