/** Long enough that nothing is cut that has to be known whole, such as a secret in it. */
const LONGEST = 16_384;

/** How OpenSSL reports: thread, code, library, function, reason, place. */
const OPENSSL = /[0-9A-F]{8,}:error:(?:[^:\n]*:){3}([^:\n]+):[^\n]*/g;

/** An error in one line of at most 16,384 units: its message, and the system's code where known. */
export function messageOf(error: unknown): string {
  const line = text(error)
    // Only the reason is the same each time.
    .replace(OPENSSL, '$1')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line.slice(0, LONGEST);
}

function text(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // The attempts on the addresses of one name fail together, without a message of their own.
  const inner = error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : '';
  const message = error.message === '' ? inner : error.message;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '' || message.includes(code)) return message === '' ? error.name : message;
  return `${message} (${code})`.trim();
}
