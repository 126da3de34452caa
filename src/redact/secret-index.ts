import { beginsEscape, escapesAt } from './escapes.js';
import { endOfMatch } from './escaped-match.js';
import type { SecretForm } from './secret-forms.js';

/** A form to look for, and whose it is. */
export interface Wanted extends SecretForm {
  readonly name: string;
  /** Length of the value itself, in UTF-16 units: the longest value names what is found. */
  readonly weight: number;
  /** A user name, not a secret. */
  readonly user: boolean;
  /** Only where it stands as a word of its own. */
  readonly word: boolean;
}

/** Called for each find, in the order of `from`; ends the search by returning true. */
type OnFind = (wanted: Wanted, from: number, to: number) => boolean;

/** Many forms, looked for in one pass. */
export interface SecretIndex {
  add(wanted: Wanted): void;
  /**
   * Finds every form in a text, escaped or not, overlaps included; tells whether it was ended.
   * Linear in the length of the text.
   */
  find(text: string, onFind: OnFind): boolean;
}

/** What may follow after the units read so far; three units deep. */
interface Node {
  readonly next: Map<number, Node>;
  readonly wanted: Wanted[];
}

/** Units that tell forms apart before they are compared in full. No form is shorter. */
export const INDEXED_UNITS = 3;

const HASHES = 1 << 14;

/** An empty index. Adding to it costs no rebuilding: secrets are added during a run. */
export function createSecretIndex(): SecretIndex {
  const root: Node = { next: new Map(), wanted: [] };
  const hashes = new Uint8Array(HASHES);

  function findPlain(text: string, at: number, onFind: OnFind): boolean {
    let node: Node | undefined = root;
    for (let n = 0; n < INDEXED_UNITS; n += 1) {
      node = node.next.get(text.charCodeAt(at + n));
      if (node === undefined) return false;
    }
    return compare(text, at, node.wanted, onFind);
  }

  return {
    add(wanted) {
      const [a, b, c] = [0, 1, 2].map((n) => wanted.text.charCodeAt(n));
      hashes[hash(a ?? 0, b ?? 0, c ?? 0)] = 1;
      let node = root;
      for (let n = 0; n < INDEXED_UNITS; n += 1) {
        const unit = wanted.text.charCodeAt(n);
        const next: Node = node.next.get(unit) ?? { next: new Map(), wanted: [] };
        node.next.set(unit, next);
        node = next;
      }
      node.wanted.push(wanted);
    },
    find(text, onFind) {
      if (root.next.size === 0) return false;
      let a = text.charCodeAt(0);
      let b = text.charCodeAt(1);
      let escapes = (beginsEscape(a) ? 1 : 0) | (beginsEscape(b) ? 2 : 0);
      for (let at = 0; at < text.length; at += 1) {
        const c = text.charCodeAt(at + 2);
        if (beginsEscape(c)) escapes |= 4;
        if (escapes === 0) {
          if (hashes[hash(a, b, c)] === 1 && findPlain(text, at, onFind)) return true;
        } else if (beginsEscape(a) || root.next.has(a)) {
          const reached = new Set<Node>();
          collect(text, at, root, INDEXED_UNITS, reached);
          for (const node of reached) if (compare(text, at, node.wanted, onFind)) return true;
        }
        escapes >>= 1;
        a = b;
        b = c;
      }
      return false;
    },
  };
}

function hash(a: number, b: number, c: number): number {
  return (a ^ (b << 5) ^ (c << 9) ^ (c >> 5)) & (HASHES - 1);
}

/** Every node that some reading of the text leads to; at most a few readings a unit. */
function collect(text: string, at: number, node: Node, left: number, reached: Set<Node>): void {
  if (left === 0) {
    reached.add(node);
    return;
  }
  const unit = text.charCodeAt(at);
  const plain = node.next.get(unit);
  if (plain !== undefined) collect(text, at + 1, plain, left - 1, reached);
  if (!beginsEscape(unit)) return;
  for (const { units, length } of escapesAt(text, at)) {
    let after: Node | undefined = node;
    let rest = left;
    for (let n = 0; n < units.length && rest > 0 && after !== undefined; n += 1) {
      after = after.next.get(units.charCodeAt(n));
      rest -= 1;
    }
    if (after !== undefined) collect(text, at + length, after, rest, reached);
  }
}

function compare(text: string, at: number, wanted: readonly Wanted[], onFind: OnFind): boolean {
  for (const one of wanted) {
    const end = endOfMatch(text, at, one.text);
    if (end === undefined) continue;
    if (one.word && (isWord(text.charAt(at - 1)) || isWord(text.charAt(end)))) continue;
    if (onFind(one, at, end)) return true;
  }
  return false;
}

function isWord(unit: string): boolean {
  return /^\w$/.test(unit);
}
