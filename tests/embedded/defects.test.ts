import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFECTS, FURTHER_DEFECTS } from '../../src/embedded/defects/defects.js';
import { startEmbedded } from '../../src/embedded/start.js';
import { ADD, idOf, SOURCE, startSubject, toMembers } from './client.js';
import type { Subject } from './client.js';

const ALL = [...DEFECTS, ...FURTHER_DEFECTS];
const document = readFileSync('docs/api/add_instance_association.md', 'utf8').replace(/\s+/g, ' ');

async function using<T>(defect: string, act: (cmdb: Subject) => Promise<T>): Promise<T> {
  const cmdb = await startSubject({ defect });
  try {
    return await act(cmdb);
  } finally {
    await cmdb.close();
  }
}

const textOf = async (cmdb: Subject): Promise<string> => {
  const response = await fetch(cmdb.baseUrl + ADD, {
    method: 'POST',
    body: JSON.stringify({ ...cmdb.valid, bk_inst_id: 101, bk_asst_inst_id: 202 }),
  });
  return response.text();
};

describe('the table of defects', () => {
  it('has at least 100, no id twice', () => {
    expect(DEFECTS.length).toBeGreaterThanOrEqual(100);
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  });

  it.each(ALL.map((defect) => [defect.id, defect] as const))('%s is described', (_, defect) => {
    expect(defect.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(defect.does).toMatch(/^[A-Z].*\.$/);
    expect(defect.requirement).toMatch(/^[a-z_]+(\.[a-z_]+)+$/);
    const { breaks } = defect;
    expect(breaks.startsWith('convention: ') || document.includes(breaks)).toBe(true);
  });

  it('names no requirement in the longer proof only', () => {
    const named = new Set(DEFECTS.map(({ requirement }) => requirement));
    expect(FURTHER_DEFECTS.filter(({ requirement }) => !named.has(requirement))).toEqual([]);
  });

  it('is asked for by id', async () => {
    await expect(startEmbedded({ defect: 'nope' })).rejects.toThrow('There is no defect nope.');
    await expect(startEmbedded({ variant: 'nope' })).rejects.toThrow('There is no variant nope.');
  });
});

describe('a defect', () => {
  it('counts anew on each server', async () => {
    for (let round = 0; round < 2; round += 1) {
      await using('every-second-lost', async (cmdb) => {
        const before = cmdb.snapshot();
        await cmdb.send(ADD, cmdb.valid);
        const one = cmdb.snapshot();
        expect(one).not.toBe(before);
        await cmdb.send(ADD, { ...cmdb.valid, bk_asst_inst_id: 202n });
        expect(cmdb.snapshot()).toBe(one);
      });
    }
  });

  it('can break the body', async () => {
    await using('body-trailing-comma-on-success', async (cmdb) => {
      expect(await textOf(cmdb)).toMatch(/^\{"result":true.*,\}$/);
    });
  });

  it('can coerce, and let the rest be checked', async () => {
    await using('bk-inst-id-from-numeric-string', async (cmdb) => {
      const coerced = await cmdb.send(ADD, { ...cmdb.valid, bk_inst_id: String(SOURCE) });
      expect(idOf(coerced.body)).toBeGreaterThan(0n);
      const missing = await cmdb.send(ADD, { ...cmdb.valid, bk_inst_id: null });
      expect(missing.body['result']).toBe(false);
    });
  });

  it('can create what it refuses', async () => {
    await using('bk-app-secret-refused-but-created', async (cmdb) => {
      const before = cmdb.snapshot();
      const { body } = await cmdb.send(ADD, { ...cmdb.valid, bk_app_secret: 'wrong' });
      expect(body['result']).toBe(false);
      expect(cmdb.snapshot()).not.toBe(before);
    });
  });

  it('can take a near miss of a secret, and no other', async () => {
    await using('bk-app-secret-other-case', async (cmdb) => {
      const secret = cmdb.settings['BK_APP_SECRET'] ?? '';
      const near = await cmdb.send(ADD, { ...cmdb.valid, bk_app_secret: secret.toUpperCase() });
      expect(near.body['result']).toBe(true);
      const wrong = await cmdb.send(ADD, { ...cmdb.valid, bk_app_secret: secret.slice(1) });
      expect(wrong.body['result']).toBe(false);
    });
  });

  it.each([
    ['bk-app-code-other-case', [true, false, false]],
    ['bk-app-code-leading-space', [false, true, false]],
    ['bk-app-code-trailing-space', [false, false, true]],
  ])('%s takes one near miss of a code', async (defect, taken) => {
    await using(defect, async (cmdb) => {
      const code = cmdb.settings['BK_APP_CODE'] ?? '';
      const results: unknown[] = [];
      for (const bk_app_code of [code.toUpperCase(), ` ${code}`, `${code} `]) {
        const { body } = await cmdb.send(ADD, { ...cmdb.valid, bk_app_code });
        results.push(body['result']);
        if (body['result'] === true) {
          const id = idOf(body);
          await cmdb.call('delete_instance_association', { bk_obj_id: 'bk_switch', id });
        }
      }
      expect(results).toEqual(taken);
      const wrong = await cmdb.send(ADD, { ...cmdb.valid, bk_app_code: `${code}x` });
      expect(wrong.body['result']).toBe(false);
    });
  });

  it('leaves other answers as they are', async () => {
    await using('result-missing-on-parameters', async (cmdb) => {
      expect((await cmdb.send(ADD, cmdb.valid)).body['result']).toBe(true);
      const refused = await cmdb.send(ADD, { ...cmdb.valid, metadata: null });
      expect(refused.body).not.toHaveProperty('result');
      const denied = await cmdb.send(ADD, { ...cmdb.valid, bk_app_code: '' });
      expect(denied.body['result']).toBe(false);
    });
  });

  it('can lie in lookups', async () => {
    await using('lookup-shows-another-id', async (cmdb) => {
      const id = idOf((await cmdb.send(ADD, cmdb.valid)).body);
      const found = await cmdb.call('find_instance_association', {
        bk_obj_id: 'bk_switch',
        condition: { bk_inst_id: SOURCE, bk_obj_asst_id: cmdb.valid['bk_obj_asst_id'] },
      });
      const rows = Array.isArray(found['data']) ? found['data'].map(toMembers) : [];
      expect(rows.map((row) => row['id'])).toEqual([id + 1n]);
    });
  });

  it.each(['hang', 'slow-beyond-the-limit', 'endless-fast', 'endless-slow'])(
    '%s ends when the server is closed',
    async (defect) => {
      const cmdb = await startSubject({ defect });
      const pending = textOf(cmdb);
      const ended = expect(pending).rejects.toThrow();
      await expect.poll(() => cmdb.snapshot()).toContain(' 101 bk_switch 202 bk_router');
      await cmdb.close();
      await ended;
    },
  );

  it.each(['reset', 'chunk-size-wrong', 'chunks-cut', 'status-line-garbled', 'length-too-long'])(
    '%s breaks the transport',
    async (defect) => {
      await using(defect, async (cmdb) => {
        const act = defect === 'chunks-cut' ? cmdb.send(ADD, {}) : textOf(cmdb);
        await expect(act).rejects.toThrow();
        expect(
          (await cmdb.call('find_instance_association', { bk_obj_id: 'host' }))['result'],
        ).toBe(true);
      });
    },
  );
});
