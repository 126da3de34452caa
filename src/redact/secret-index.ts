import { beginsEscape, escapesAt, placeOfEscape } from './escapes.js';
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
   *
   * @param onlyEscaped - true passes over most of what holds no escape sequence
   */
  find(text: string, onFind: OnFind, onlyEscaped?: boolean): boolean;
}

/** What may follow after the units read so far; three units deep. */
interface Node {
  readonly next: Map<number, Node>;
  readonly wanted: Wanted[];
}

/** Units that tell forms apart before they are compared in full. No form is shorter. */
export const INDEXED_UNITS = 3;

const HASHES = 1 << 15;

/** An empty index. Adding to it costs no rebuilding: secrets are added during a run. */
export function createSecretIndex(): SecretIndex {
  const root: Node = { next: new Map(), wanted: [] };
  const hashes = new Uint8Array(HASHES);
  let longest = 0;

  /** Those that begin at a place behind which no escape sequence begins in the indexed units. */
  function findPlain(text: string, at: number, onFind: OnFind): boolean {
    let node: Node | undefined = root;
    for (let n = 0; n < INDEXED_UNITS; n += 1) {
      node = node.next.get(text.charCodeAt(at + n));
      if (node === undefined) return false;
    }
    return compare(text, at, node.wanted, onFind);
  }

  function findAllPlain(text: string, from: number, to: number, onFind: OnFind): boolean {
    if (from === to) return false;
    let hash = rolled(text.charCodeAt(from), text.charCodeAt(from + 1));
    for (let at = from; at < to; at += 1) {
      hash = rolled(hash, text.charCodeAt(at + 2));
      if (hashes[hash] === 1 && findPlain(text, at, onFind)) return true;
    }
    return false;
  }

  function findEscaped(text: string, at: number, onFind: OnFind): boolean {
    const first = text.charCodeAt(at);
    if (!root.next.has(first) && !beginsEscape(first)) return false;
    const reached: Node[] = [];
    collect(text, at, root, INDEXED_UNITS, reached);
    return reached.some((node) => compare(text, at, node.wanted, onFind));
  }

  return {
    add(wanted) {
      const { text } = wanted;
      longest = Math.max(longest, text.length);
      let hash = 0;
      let node = root;
      for (let n = 0; n < INDEXED_UNITS; n += 1) {
        const unit = text.charCodeAt(n);
        hash = rolled(hash, unit);
        const next: Node = node.next.get(unit) ?? { next: new Map(), wanted: [] };
        node.next.set(unit, next);
        node = next;
      }
      hashes[hash] = 1;
      node.wanted.push(wanted);
    },
    find(text, onFind, onlyEscaped = false) {
      if (root.next.size === 0) return false;
      let at = 0;
      while (at < text.length) {
        const escape = placeOfEscape(text, at);
        if (onlyEscaped && escape === text.length) return false;
        if (onlyEscaped) at = Math.max(at, escape - longest);
        const plainTo = Math.max(at, escape - 2);
        if (findAllPlain(text, at, plainTo, onFind)) return true;
        if (escape === text.length) return false;
        for (at = plainTo; at <= escape; at += 1) {
          if (findEscaped(text, at, onFind)) return true;
        }
      }
      return false;
    },
  };
}

/** A hash of the last three units, one more than those that went into the one before. */
function rolled(hash: number, unit: number): number {
  return ((hash << 5) ^ unit) & (HASHES - 1);
}

/** Every node that some reading of the text leads to; at most a few readings a unit. */
function collect(text: string, at: number, node: Node, left: number, reached: Node[]): void {
  if (left === 0) {
    if (!reached.includes(node)) reached.push(node);
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
