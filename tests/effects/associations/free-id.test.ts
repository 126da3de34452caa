import { describe, expect, it } from 'vitest';
import { freeId } from '../../../src/effects/associations/free-id.js';
import { row } from './a-fixture.js';

describe('a free id', () => {
  it('is the first that lookups show nothing of', async () => {
    const asked: bigint[] = [];
    const id = await freeId((one) => {
      asked.push(one);
      return Promise.resolve(asked.length < 3 ? [row(one, 5n)] : []);
    }, 100n);
    expect(asked).toHaveLength(3);
    expect(id).toBe(asked.at(-1));
    expect(new Set(asked).size).toBe(3);
  });

  it('is the first that is tried where lookups can’t be used', async () => {
    expect(await freeId(() => Promise.resolve(undefined), 100n)).toBe(100n);
  });

  it('is not sought for ever', async () => {
    let asked = 0;
    await freeId((id) => {
      asked += 1;
      return Promise.resolve([row(id, 5n)]);
    });
    expect(asked).toBe(5);
  });
});
