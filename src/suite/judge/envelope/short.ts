/** A text cut to what a reason has room for. */
export function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
