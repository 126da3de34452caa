import { ExactNumber } from '../json/json-value.js';
import type { JsonObject, JsonValue } from '../json/json-value.js';
import { secretForms } from './secret-forms.js';
import { createSecretIndex, INDEXED_UNITS } from './secret-index.js';
import { secretMembers } from './secret-members.js';
import { firstSecret, secretRegions } from './secret-regions.js';

/** A value that must not be shown, and the name that is shown in its place. */
export interface Secret {
  /** For example `secret`, or `secret: prefix` for what was made from it. */
  readonly name: string;
  readonly value: string;
}

/** Takes secrets out of everything that is stored, printed or attached. */
export interface Redactor {
  /**
   * Replaces every occurrence of a secret by `<name>`: plain, escaped as in URLs, JSON or HTML
   * (several times too), in base64 and in hexadecimal. Where occurrences overlap, the longest
   * value names them. Linear in the length of the text; never throws.
   */
  text(text: string): string;
  /**
   * The same for the beginning of a text that was cut: what it ends with is masked too where it is
   * the larger part of a secret.
   */
  beginning(text: string): string;
  /**
   * Masks the members that carry secrets whatever their string is, made-up ones excepted, and the
   * secrets in every other string, key and number. An empty string stays: it is none.
   */
  value(value: JsonValue): JsonValue;
  /** Makes a value secret from now on. A value that is known already keeps its first name. */
  add(secret: Secret): void;
  /** The name of the first secret that a text still holds in any form; user names do not count. */
  leak(text: string): string | undefined;
  /**
   * The names of the secrets that have fewer than 8 characters or are ordinary words. They are
   * masked only in the members that carry them, and not looked for by {@link Redactor.leak}: they
   * may occur anywhere by chance.
   */
  warnings(): readonly string[];
}

const SHORTEST = 8;

/** What stands for a secret; the later ones where the earlier would spell a secret itself. */
const MASKS: readonly ((name: string) => string)[] = [(name) => `<${name}>`, () => '***', () => ''];

/**
 * A redactor of these secrets. Empty values are passed over.
 *
 * @param options.secrets - never shown
 * @param options.members - names of the members that carry them
 * @param options.users - user names, if they are not to be shown either; one of fewer than 8
 *   characters is masked where it stands as a word of its own
 * @param options.madeUp - wrong values that are no secrets and are shown as they are, in the members
 *   that carry secrets too
 * @param options.common - true for a text that occurs in what is written anyway
 */
export function createRedactor(options: {
  readonly secrets: readonly Secret[];
  readonly members?: readonly string[];
  readonly users?: readonly Secret[];
  readonly madeUp?: readonly string[];
  readonly common?: (value: string) => boolean;
}): Redactor {
  const index = createSecretIndex();
  const members = secretMembers(options.members ?? []);
  const names = new Map<string, string>();
  const shorts = new Map<string, string>();
  const weak = new Set<string>();

  /** Short, an ordinary word, or made from such a one: it may occur anywhere by chance. */
  function isWeak({ name, value }: Secret): boolean {
    const [base = name] = name.split(': ');
    return (
      Array.from(value).length < SHORTEST || weak.has(base) || options.common?.(value) === true
    );
  }

  function add({ name, value }: Secret, user: boolean): void {
    if (value === '' || names.has(value)) return;
    names.set(value, name);
    if (!user && isWeak({ name, value })) {
      weak.add(name);
      shorts.set(value, name);
      return;
    }
    const word = Array.from(value).length < SHORTEST;
    if (word && value.length < INDEXED_UNITS) return;
    for (const form of word ? [{ text: value }] : secretForms(value)) {
      index.add({ ...form, name, weight: value.length, user, word });
    }
  }

  /** Undefined where there is nothing to replace. */
  function replaced(text: string, mask: (name: string) => string): string | undefined {
    const regions = secretRegions(text, index);
    if (regions.length === 0) return undefined;
    const parts: string[] = [];
    let kept = 0;
    for (const { wanted, from, to } of regions) {
      parts.push(text.slice(kept, from), mask(wanted.name));
      kept = to;
    }
    parts.push(text.slice(kept));
    return parts.join('');
  }

  function redact(text: string): string {
    let shown = members.maskShort(text, shorts);
    for (const mask of MASKS) {
      const next = replaced(shown, mask);
      if (next === undefined) return shown;
      shown = next;
    }
    return secretRegions(shown, index).length === 0 ? shown : '';
  }

  function maskString(text: string, member: string | undefined): string {
    const name = names.get(text);
    if (member === undefined) {
      return name === undefined || shorts.has(text) ? redact(text) : redact(`<${name}>`);
    }
    if (text === '') return text;
    if (name === undefined && options.madeUp?.includes(text) === true) return redact(text);
    return redact(`<${name ?? `${member}: another value`}>`);
  }

  /** @param member - the member that carries a secret and that this value is in, if it is */
  function maskValue(value: JsonValue, member: string | undefined): JsonValue {
    if (typeof value === 'string') return maskString(value, member);
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'bigint' || value instanceof ExactNumber) {
      const digits = typeof value === 'bigint' ? value.toString() : value.number;
      const known = member === undefined ? undefined : names.get(digits);
      const shown = known === undefined ? redact(digits) : redact(`<${known}>`);
      return shown === digits ? value : shown;
    }
    if (isArray(value)) return value.map((item) => maskValue(item, member));
    return maskObject(value, member);
  }

  function maskObject(object: JsonObject, member: string | undefined): JsonObject {
    const masked: Record<string, JsonValue> = {};
    Object.setPrototypeOf(masked, null);
    for (const [key, value] of Object.entries(object)) {
      masked[redact(key)] = maskValue(value, members.has(key) ? key : member);
    }
    return masked;
  }

  for (const secret of options.secrets) add(secret, false);
  for (const user of options.users ?? []) add(user, true);

  function redactBeginning(text: string): string {
    const shown = redact(text);
    for (const [value, name] of names) {
      for (let units = value.length - 1; units >= value.length / 2 && units > 3; units -= 1) {
        if (!shown.endsWith(value.slice(0, units))) continue;
        return `${shown.slice(0, -units)}<${name}…>`;
      }
    }
    return shown;
  }

  return {
    text: redact,
    beginning: redactBeginning,
    value: (value) => maskValue(value, undefined),
    add: (secret) => {
      add(secret, false);
    },
    leak: (text) => firstSecret(text, index, ({ user }) => !user)?.name,
    warnings: () => [...weak].filter((name) => !name.includes(': ')),
  };
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
