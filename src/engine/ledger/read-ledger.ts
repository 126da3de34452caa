import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import { EMBEDDED, note } from './ledger.js';
import type { LedgerLine } from './ledger.js';

/** UTF-16 units of a line. */
const LONGEST_LINE = 65_536;

const shortText = { type: 'string', maxLength: 2048 } as const;
const int64 = { type: 'string', pattern: '^-?[0-9]{1,19}$' } as const;

/** A line about one creation, as `openLedger` writes it. */
const LINE = {
  type: 'object',
  additionalProperties: false,
  required: ['step', 'run', 'creation', 'target', 'kind', 'of'],
  properties: {
    step: { enum: ['about-to-create', 'created', 'removed', 'not-created'] },
    run: { type: 'string', minLength: 1, maxLength: 64 },
    creation: { type: 'integer', minimum: 1 },
    target: shortText,
    kind: { type: 'string', maxLength: 64 },
    of: shortText,
    name: shortText,
    between: { type: 'array', items: int64, minItems: 2, maxItems: 2 },
    models: { type: 'array', items: shortText, minItems: 2, maxItems: 2 },
    id: int64,
  },
} as const;

const isLine = new Ajv({ meta: false, validateSchema: false }).compile<LedgerLine>(LINE);

/** A ledger that was read, or where it can't be. */
export type LedgerReading =
  /** What was made, or may have been, and is not known to be removed. */
  | { readonly open: readonly LedgerLine[]; readonly problem?: never }
  /** `words` is what is wrong with the line, by its schema; absent where it is no JSON. */
  | { readonly open?: never; readonly problem: { readonly line: number; readonly words?: string } };

/**
 * Reads a ledger, which may be anybody's: each line is checked. What follows the last line break was
 * cut off while it was written, before anything was made for it. What runs against embedded CMDBs
 * left is gone with them.
 *
 * @param text - of the file
 */
export function readLedger(text: string): LedgerReading {
  const open = new Map<string, LedgerLine>();
  for (const [at, line] of text.split('\n').slice(0, -1).entries()) {
    const value = line.length > LONGEST_LINE ? undefined : valueOf(line);
    if (value === undefined) return { problem: { line: at + 1 } };
    if (isBegin(value)) continue;
    if (!isLine(value)) return { problem: { line: at + 1, words: wordsOf(isLine.errors ?? []) } };
    if (value.target !== EMBEDDED) note(open, value);
  }
  return { open: [...open.values()] };
}

/** The line that a run begins with, for people. */
function isBegin(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'step' in value && value.step === 'begin';
}

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function wordsOf([first]: readonly ErrorObject[]): string {
  return `${first?.instancePath ?? ''} ${first?.message ?? ''}`.trim();
}
