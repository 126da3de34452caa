/** Bytes that arrive in pieces. */
export interface GatheredBytes {
  /** How many there are. */
  size(): number;
  add(piece: Uint8Array): void;
  /** All of them; valid until the next piece is added. */
  bytes(): Uint8Array;
}

const EMPTY = new Uint8Array(0);

/**
 * An empty gathering. Pieces are copied together as they come: kept apart, a million pieces of one
 * byte each would take a hundred times their size.
 */
export function gatherBytes(): GatheredBytes {
  let store = EMPTY;
  let size = 0;
  return {
    size: () => size,
    add(piece) {
      const needed = size + piece.length;
      if (size === 0) {
        store = new Uint8Array(piece);
      } else {
        if (needed > store.length) {
          const larger = new Uint8Array(Math.max(needed, store.length * 2));
          larger.set(store.subarray(0, size));
          store = larger;
        }
        store.set(piece, size);
      }
      size = needed;
    },
    bytes: () => store.subarray(0, size),
  };
}
