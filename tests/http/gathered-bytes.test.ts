import { describe, expect, it } from 'vitest';
import { gatherBytes } from '../../src/http/gathered-bytes.js';

describe('bytes in pieces', () => {
  it('are all there, in their order, at every moment', () => {
    const gathered = gatherBytes();
    expect([gathered.size(), gathered.bytes().length]).toEqual([0, 0]);
    const all: number[] = [];
    for (const length of [0, 3, 1, 1, 1, 40, 0, 2, 200]) {
      const piece = Array.from({ length }, (_, n) => (all.length + n) % 256);
      gathered.add(Uint8Array.from(piece));
      all.push(...piece);
      expect(gathered.size()).toBe(all.length);
      expect([...gathered.bytes()]).toEqual(all);
    }
  });

  it('are copied: what becomes of a piece later is no matter', () => {
    const gathered = gatherBytes();
    const piece = Uint8Array.from([1]);
    gathered.add(piece);
    piece[0] = 2;
    expect([...gathered.bytes()]).toEqual([1]);
  });
});
