/** One escape sequence: the UTF-16 units it stands for, and its own length in the text. */
export interface Escape {
  readonly units: string;
  readonly length: number;
}

const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const PLUS = 0x2b;

/** Backslashes before a character that was escaped three times over. */
const LONGEST_RUN = 7;

const NONE: readonly Escape[] = [];
const SPACE: readonly Escape[] = [{ units: ' ', length: 1 }];

/** What may follow a backslash: RFC 8259 section 7, and the apostrophe of JavaScript. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

const SIMPLE: ReadonlyMap<string, readonly Escape[]> = new Map(
  Array.from(LETTERS, ([letter, units]) => [letter, [{ units, length: 2 }]]),
);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** Whether an escape sequence can begin with this UTF-16 unit. */
export function beginsEscape(unit: number): boolean {
  return unit === BACKSLASH || unit === PERCENT || unit === AMPERSAND || unit === PLUS;
}

const ESCAPE = /[\\%&+]/g;
/** So near, a unit is found sooner than a regular expression begins. */
const NEAR = 16;

/** Where the next unit stands that an escape sequence can begin with; the length where none does. */
export function placeOfEscape(text: string, from: number): number {
  const far = Math.min(from + NEAR, text.length);
  for (let at = from; at < far; at += 1) if (beginsEscape(text.charCodeAt(at))) return at;
  if (far === text.length) return far;
  ESCAPE.lastIndex = far;
  return ESCAPE.test(text) ? ESCAPE.lastIndex - 1 : text.length;
}

/**
 * Every way to read the text at a place as an escape sequence: of JSON (RFC 8259 section 7; with
 * more backslashes where it was escaped again), of URLs (RFC 3986 section 2.1, UTF-8; `+` as in
 * forms), of HTML (character references). The plain reading is not among them.
 */
export function escapesAt(text: string, at: number): readonly Escape[] {
  switch (text.charCodeAt(at)) {
    case BACKSLASH:
      return backslashEscapes(text, at);
    case PERCENT:
      return one(percentEscape(text, at));
    case AMPERSAND:
      return one(characterReference(text, at));
    case PLUS:
      return SPACE;
    default:
      return NONE;
  }
}

/**
 * The escape sequence that a decoder takes at a place, going from left to right: `\\` before
 * anything longer. A `+` is left alone, since most texts mean it.
 */
export function firstEscapeAt(text: string, at: number): Escape | undefined {
  if (text.charCodeAt(at) === PLUS) return undefined;
  return escapesAt(text, at)[0];
}

function one(escape: Escape | undefined): readonly Escape[] {
  return escape === undefined ? NONE : [escape];
}

function backslashEscapes(text: string, at: number): readonly Escape[] {
  const simple = SIMPLE.get(text.charAt(at + 1));
  if (simple !== undefined) return simple;
  let run = 1;
  while (run < LONGEST_RUN && text.charCodeAt(at + run) === BACKSLASH) run += 1;
  const escapes: Escape[] = [];
  for (let width = 2; width <= run; width *= 2) escapes.push({ units: '\\', length: width });
  const letter = text.charAt(at + run);
  const plain = LETTERS.get(letter);
  if (plain !== undefined) escapes.push({ units: plain, length: run + 1 });
  const digits = letter === 'u' ? 4 : letter === 'x' ? 2 : 0;
  if (digits > 0) {
    const code = hexAt(text, at + run + 1, digits);
    if (code >= 0) {
      escapes.push({ units: String.fromCharCode(code), length: run + 1 + digits });
    }
  }
  return escapes;
}

function percentEscape(text: string, at: number): Escape | undefined {
  const mark = text.charAt(at + 1);
  if (mark === 'u' || mark === 'U') {
    const code = hexAt(text, at + 2, 4);
    return code < 0 ? undefined : { units: String.fromCharCode(code), length: 6 };
  }
  const lead = hexAt(text, at + 1, 2);
  if (lead < 0) return undefined;
  if (lead < 0x80) return { units: String.fromCharCode(lead), length: 3 };
  const bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (bytes === 0 || lead > 0xf4) return undefined;
  let code = lead & (0xff >> (bytes + 1));
  for (let n = 1; n < bytes; n += 1) {
    const next = at + 3 * n;
    const byte = text.charCodeAt(next) === PERCENT ? hexAt(text, next + 1, 2) : -1;
    if (byte < 0x80 || byte > 0xbf) return undefined;
    code = code * 64 + (byte & 0x3f);
  }
  return code > 0x10ffff ? undefined : { units: String.fromCodePoint(code), length: 3 * bytes };
}

const REFERENCE = /&(?:#0{0,8}(\d{1,7})|#[xX]0{0,8}([\da-fA-F]{1,6})|([a-z]{2,4}));/y;

function characterReference(text: string, at: number): Escape | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (match === null) return undefined;
  const [whole, decimal, hex, entity] = match;
  const length = whole.length;
  if (entity !== undefined) {
    const units = ENTITIES.get(entity);
    return units === undefined ? undefined : { units, length };
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0x10ffff ? undefined : { units: String.fromCodePoint(code), length };
}

/** The value of so many hexadecimal digits, or -1 where they are not all there. */
function hexAt(text: string, at: number, digits: number): number {
  let value = 0;
  for (let n = 0; n < digits; n += 1) {
    const unit = text.charCodeAt(at + n);
    const letter = unit | 0x20;
    if (unit >= 0x30 && unit <= 0x39) value = value * 16 + unit - 0x30;
    else if (letter >= 0x61 && letter <= 0x66) value = value * 16 + letter - 0x57;
    else return -1;
  }
  return value;
}
