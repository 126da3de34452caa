import { ExactNumber } from './json-value.js';
import type { JsonValue } from './json-value.js';
import { formsOf } from './secret-forms.js';

/** A value that nothing may show, and the name that stands in its place. */
export interface Secret {
  readonly name: string;
  readonly value: string;
}

/** Takes secrets out of what is recorded, and finds those that are left. */
export interface Redactor {
  /** The text with every secret, in any of its forms, replaced by `<name>`. */
  text(text: string): string;
  /** The value with the members that carry secrets masked by name, and all texts as by `text`. */
  value(value: JsonValue): JsonValue;
  /** Adds a value that was made from a secret. */
  add(secret: Secret): void;
  /** Name of the first secret that a text contains. */
  leak(text: string): string | undefined;
  /** Names of secrets that are too short to be masked anywhere but in their members. */
  warnings(): readonly string[];
}

/** Shorter values occur by chance and are masked only in the members that carry them. */
const SHORTEST = 8;
const CARRIERS = ['bk_app_secret', 'app_secret', 'bk_token', 'access_token', 'bk_access_token'];

interface Form {
  readonly text: string;
  readonly name: string;
}

/**
 * Makes a redactor.
 *
 * @param options - secrets, and user names where they are to be hidden too
 */
export function createRedactor(options: {
  readonly secrets: readonly Secret[];
  readonly users?: readonly Secret[];
}): Redactor {
  const known = new Map<string, string>();
  const short: string[] = [];
  let forms: Form[] = [];

  function add({ name, value }: Secret, anyLength = false): void {
    if (value === '' || known.has(value)) return;
    known.set(value, name);
    if (value.length < SHORTEST && !anyLength) {
      short.push(name);
      return;
    }
    forms = [...forms, ...formsOf(value).map((text) => ({ text, name }))].sort(
      (a, b) => b.text.length - a.text.length,
    );
  }
  for (const secret of options.secrets) add(secret);
  for (const user of options.users ?? []) add(user, true);

  const text = (whole: string): string => {
    let masked = whole;
    for (const form of forms) {
      if (masked.includes(form.text)) masked = masked.replaceAll(form.text, `<${form.name}>`);
    }
    return short.length === 0 ? masked : maskCarriers(masked);
  };
  const value = (whole: JsonValue): JsonValue => {
    if (typeof whole === 'string') return text(whole);
    if (whole === null || typeof whole !== 'object' || whole instanceof ExactNumber) return whole;
    if (isArray(whole)) return whole.map(value);
    return Object.fromEntries(
      Object.entries(whole).map(([key, member]) => [
        text(key),
        CARRIERS.includes(key) && typeof member === 'string' && member !== ''
          ? `<${known.get(member) ?? key}>`
          : value(member),
      ]),
    );
  };
  return {
    text,
    value,
    add: (secret) => {
      add(secret);
    },
    leak: (whole) => forms.find((form) => whole.includes(form.text))?.name,
    warnings: () => short,
  };
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function maskCarriers(text: string): string {
  return text.replace(
    /"(bk_app_secret|app_secret|bk_token|access_token|bk_access_token)"(\s{0,20}):(\s{0,20})"(?:[^"\\]|\\.)*"/g,
    (_whole, key: string) => `"${key}":"<${key}>"`,
  );
}
