import type { Several } from '../../effects/slot.js';

/**
 * Does something with each item, a few at a time.
 *
 * @param width - how many at once
 * @param isUseless - true once the rest is not worth being begun
 */
export function several(width: () => number, isUseless: () => boolean): Several {
  return async (items, act) => {
    const results = [];
    for (let at = 0; at < items.length && !isUseless();) {
      const next = items.slice(at, at + width());
      at += next.length;
      results.push(...(await Promise.all(next.map(act))));
    }
    return results;
  };
}
