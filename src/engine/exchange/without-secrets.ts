import type { Redactor } from '../../redact/secrets.js';

/** Words of a target are cut after so many UTF-16 units. */
const LONGEST = 300;
/** Longer than any form of a secret that a setting can hold. */
const LONGEST_SECRET = 8192;

/**
 * A copy of data without secrets: what a target said stands in it. Texts are shortened last, as a
 * secret that is cut is no longer known as one.
 */
export function withoutSecrets<T>(data: T, redactor: Redactor): T {
  const copy = structuredClone(data);
  cleanTexts(copy, redactor);
  return copy;
}

function cleanTexts(node: unknown, redactor: Redactor): void {
  if (!isRecord(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') node[key] = clean(value, redactor);
    else cleanTexts(value, redactor);
  }
}

function isRecord(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null;
}

function clean(text: string, redactor: Redactor): string {
  const safe = redactor.text(text.slice(0, LONGEST + LONGEST_SECRET));
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)}…` : safe;
}
