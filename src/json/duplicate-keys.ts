import type { JsonValue } from './json-value.js';
import { sameJson } from './same-json.js';

/** A key that stands twice in one object; the last one wins. */
export interface DuplicateKey {
  /** Members and array places from the root, joined by dots; cut after 8,192 units. */
  readonly path: string;
  /** Whether both have the same value, exactly. */
  readonly same: boolean;
}

/** So many of either kind are kept: a text may repeat a key a million times. */
const KEPT = 20;
/** Long enough that nothing is cut that has to be known whole, such as a secret in it. */
const LONGEST_PATH = 8192;

/** Collects the duplicate keys of one text. */
export interface DuplicateKeys {
  /** The contradicting ones and the repeated ones, at most 20 of each, in their order. */
  readonly found: readonly DuplicateKey[];
  note(path: readonly (string | number)[], before: JsonValue, after: JsonValue): void;
}

/** An empty collection. */
export function createDuplicateKeys(): DuplicateKeys {
  const found: DuplicateKey[] = [];
  const left = { same: KEPT, different: KEPT };
  return {
    found,
    note(path, before, after) {
      if (left.same === 0 && left.different === 0) return;
      const same = sameJson(before, after);
      const kind = same ? 'same' : 'different';
      if (left[kind] === 0) return;
      left[kind] -= 1;
      found.push({ path: joined(path), same });
    },
  };
}

function joined(path: readonly (string | number)[]): string {
  let text = '';
  for (const step of path) {
    if (text.length >= LONGEST_PATH) break;
    text += `${text === '' ? '' : '.'}${String(step).slice(0, LONGEST_PATH)}`;
  }
  return text.slice(0, LONGEST_PATH);
}
