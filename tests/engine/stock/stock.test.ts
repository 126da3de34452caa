import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/effects/means.js';
import type { Slot } from '../../../src/effects/slot.js';
import { emptyStock, give, keyOf, wasThereBefore } from '../../../src/engine/stock/stock.js';

const SLOT: Slot = { asks: { bk_inst_id: 1n }, made: true };
const OTHER: Slot = { asks: { bk_inst_id: 2n }, made: true };

function anEntry(): Entry {
  return {
    created: () => undefined,
    notCreated: () => undefined,
    removed: () => undefined,
    notRemoved: () => undefined,
    isOpen: () => true,
  };
}

describe('the key of a place', () => {
  it('is the same for the same place only, in whatever order', () => {
    const key = keyOf({ a: 1n, b: 'x' });
    expect(keyOf({ b: 'x', a: 1n })).toBe(key);
    const others = [
      {},
      { a: 1n },
      { b: 'x' },
      { a: 0n, b: 'x' },
      { a: 1n, b: 'y' },
      { c: 1n, b: 'x' },
    ];
    expect(others.map(keyOf)).not.toContain(key);
    expect(new Set(others.map(keyOf)).size).toBe(others.length);
  });
});

describe('a stock', () => {
  it('knows which rows were there before, whatever the place', () => {
    const stock = emptyStock();
    expect(wasThereBefore(stock, 7n)).toBe(false);
    stock.before.set(keyOf({ a: 1n }), new Set([5n]));
    stock.before.set(keyOf({ a: 2n }), new Set([7n]));
    expect(wasThereBefore(stock, 7n)).toBe(true);
    expect(wasThereBefore(stock, 6n)).toBe(false);
  });

  it('keeps every creation that an id came up in, and the slot of the first', () => {
    const stock = emptyStock();
    const [one, two] = [anEntry(), anEntry()];
    give(stock, 7n, SLOT, one);
    give(stock, 7n, OTHER, two);
    give(stock, 8n, OTHER, two);
    expect(stock.given.get(7n)).toEqual({ slot: SLOT, entries: new Set([one, two]) });
    expect(stock.given.get(8n)?.slot).toBe(OTHER);
  });
});
