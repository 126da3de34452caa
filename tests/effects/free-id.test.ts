import { describe, expect, it } from 'vitest';
import { freeId } from '../../src/effects/free-id.js';

describe('a free id', () => {
  it('is the first that lookups show nothing of', async () => {
    const asked: bigint[] = [];
    const { id } = await freeId((one) => {
      asked.push(one);
      return Promise.resolve(asked.length < 3);
    }, 100n);
    expect(asked[0]).toBe(100n);
    expect(new Set(asked).size).toBe(3);
    expect(id).toBe(asked.at(-1));
  });

  it('is none that no lookup showed to be free: where lookups can’t be used', async () => {
    expect(await freeId(() => Promise.resolve(undefined), 100n)).toEqual({
      why: { kind: 'not-looked-up' },
    });
  });

  it('is none that no lookup showed to be free: where five in a row are taken', async () => {
    const asked: string[] = [];
    const { id, why } = await freeId((one) => {
      asked.push(one.toString());
      return Promise.resolve(true);
    });
    expect(id).toBeUndefined();
    expect(why).toEqual({ kind: 'none-free', ids: asked });
    expect(asked).toHaveLength(5);
  });
});
