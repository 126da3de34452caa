/**
 * The forms in which a secret can turn up in a text, besides those of single characters.
 *
 * Base64 of a longer text contains the secret's bytes at one of three alignments; the characters
 * that depend on its neighbours are left out.
 *
 * @returns distinct texts, the longest first
 */
export function formsOf(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const json = JSON.stringify(value).slice(1, -1);
  const forms = [
    value,
    encodeURIComponent(value),
    new URLSearchParams({ v: value }).toString().slice(2),
    json,
    JSON.stringify(json).slice(1, -1),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => base64Core(bytes, offset)),
  ];
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

function base64Core(bytes: Buffer, offset: number): string[] {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  const from = Math.ceil((offset * 8) / 6);
  const to = Math.floor(((offset + bytes.length) * 8) / 6);
  const core = padded.slice(from, to);
  return core.length < 8 ? [] : [core, core.replaceAll('+', '-').replaceAll('/', '_')];
}
