import { describe, expect, it } from 'vitest';
import { EVERY_VARIABLE } from '../../src/cli/settings/every-variable.js';
import { DEFECTS, FURTHER_DEFECTS } from '../../src/embedded/defects/defects.js';
import { VARIANTS } from '../../src/embedded/variants/variants.js';
import { ADD, idOf, SOURCE, startSubject, toMembers } from './client.js';
import type { Members, Subject } from './client.js';

/** Pauses for the slow ones. */
async function eventually(check: () => Promise<unknown>, wanted: unknown): Promise<void> {
  await expect.poll(check, { timeout: 5000, interval: 50 }).toEqual(wanted);
}

async function idsFound(cmdb: Subject): Promise<unknown[]> {
  const found = await cmdb.call('find_instance_association', {
    bk_obj_id: 'bk_switch',
    condition: { bk_inst_id: SOURCE, bk_obj_asst_id: cmdb.valid['bk_obj_asst_id'] },
  });
  return Array.isArray(found['data']) ? found['data'].map((row) => toMembers(row)['id']) : [];
}

describe('the table of variants', () => {
  it('has at least 70, no id twice, also beside the defects, each described', () => {
    expect(VARIANTS.length).toBeGreaterThanOrEqual(70);
    const ids = [...VARIANTS, ...DEFECTS, ...FURTHER_DEFECTS].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { does } of VARIANTS) expect(does).toMatch(/^[A-Z].*\.$/);
  });

  it('sets variables that there are', () => {
    const known = new Set(EVERY_VARIABLE.map(({ name }) => name));
    const set = VARIANTS.flatMap(({ settings = {} }) => Object.keys(settings));
    expect(set.length).toBeGreaterThan(0);
    expect(set.filter((name) => !known.has(name))).toEqual([]);
  });
});

/**
 * Not asked here: Node's own fetch takes 16 kB of headers at most, one is away at first, and two want
 * to be asked for a deletion in another way.
 */
const OTHERWISE = new Set([
  'large-headers',
  'gateway-away-at-first',
  'deletion-wants-delete',
  'deletion-without-model',
]);

/** Those that a run of the right settings finds conformant. */
const RIGHT = VARIANTS.filter(
  ({ id, settings, expects }) =>
    !OTHERWISE.has(id) && settings === undefined && (expects?.exit ?? 0) === 0,
);

describe.each(RIGHT.map(({ id }) => id))('%s', (variant) => {
  it('keeps the document', { timeout: 20_000 }, async () => {
    const cmdb = await startSubject({ variant });
    try {
      const { body } = await cmdb.send(ADD, cmdb.valid);
      expect(body).toMatchObject({ result: true, code: 0n });
      const id = idOf(body);
      await eventually(() => idsFound(cmdb), [id]);
      await cmdb.call('delete_instance_association', { bk_obj_id: 'bk_switch', id });
      await eventually(() => idsFound(cmdb), []);

      const before = cmdb.snapshot().replace(/^row .*group.*$/gm, '');
      const bad: Members[] = [
        { bk_app_secret: 'wrong' },
        { bk_token: 'wrong', bk_username: undefined },
        { bk_username: undefined },
        { bk_obj_asst_id: null },
        { bk_inst_id: String(SOURCE) },
        { metadata: {} },
        { metadata: { label: { bk_biz_id: 2n } } },
        { bk_inst_id: 5n },
        { bk_obj_asst_id: 'bk_x_default_bk_y' },
      ];
      for (const change of bad) {
        const refused = await cmdb.send(ADD, { ...cmdb.valid, ...change });
        expect(refused.body['result']).toBe(false);
        expect(refused.body['code']).toBeGreaterThan(0n);
        expect(refused.body['message']).not.toBe('');
        expect(Object.keys(refused.body)).toEqual(
          expect.arrayContaining(['data', 'permission', 'request_id']),
        );
      }
      expect(cmdb.snapshot().replace(/^row .*group.*$/gm, '')).toBe(before);
    } finally {
      await cmdb.close();
    }
  });
});
