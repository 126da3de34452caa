/** One way a secret may be written; escapes are the matcher's business, not listed here. */
export interface SecretForm {
  readonly text: string;
  /** Base64 only: a bit of the secret sits in the digit before, or in the digit after. */
  readonly base64?: { readonly before: boolean; readonly after: boolean };
}

/**
 * The forms of a secret that are more than an escaped spelling of it: plain, in small and in capital
 * letters, as UTF-16 that is read as UTF-8, hexadecimal (of its
 * UTF-8 bytes, in small and in capital letters), and base64 (RFC 4648 sections 4 and 5) wherever
 * it may stand in a longer text. The last also for the secret as JSON and as URL would spell it.
 */
export function secretForms(value: string): readonly SecretForm[] {
  const hex = Buffer.from(value, 'utf8').toString('hex');
  const forms: SecretForm[] = [
    { text: value },
    { text: value.toLowerCase() },
    { text: value.toUpperCase() },
    { text: Array.from(value).join('\0') },
    { text: hex },
    { text: hex.toUpperCase() },
  ];
  for (const spelling of spellings(value)) {
    for (const aligned of [0, 1, 2]) {
      const form = base64Inside(spelling, aligned);
      forms.push(form, { ...form, text: form.text.replaceAll('+', '-').replaceAll('/', '_') });
    }
  }
  const seen = new Set<string>();
  return forms.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function spellings(value: string): ReadonlySet<string> {
  return new Set([
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(Buffer.from(value, 'utf8').toString('utf8')),
  ]);
}

/**
 * The base64 digits that a text determines alone when so many bytes (modulo 3) stand before it.
 * The digits at its edges carry bits of its neighbours too, and are left out.
 */
function base64Inside(text: string, bytesBefore: number): SecretForm {
  const bytes = Buffer.concat([Buffer.alloc(bytesBefore), Buffer.from(text, 'utf8')]);
  const from = Math.ceil((bytesBefore * 8) / 6);
  const to = Math.floor((bytes.length * 8) / 6);
  return {
    text: bytes.toString('base64').slice(from, to),
    base64: { before: bytesBefore > 0, after: bytes.length % 3 > 0 },
  };
}
