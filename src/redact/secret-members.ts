import { endOfMatch } from './escaped-match.js';

/** The members that carry a secret, whatever their value. */
const SECRET_MEMBERS: ReadonlySet<string> = new Set([
  'bk_app_secret',
  'app_secret',
  'bk_token',
  'access_token',
  'bk_access_token',
]);

/** Whether a member of this name carries a secret. */
export function carriesSecret(member: string): boolean {
  return SECRET_MEMBERS.has(member);
}

/**
 * Replaces short values in the members that carry a secret, in a text that holds JSON, also
 * within a JSON string. Everything else stays: a short value may occur anywhere by chance.
 *
 * @param text - any text
 * @param shorts - the names of short values, by value
 */
export function maskShortMembers(text: string, shorts: ReadonlyMap<string, string>): string {
  if (shorts.size === 0) return text;
  const opening = /"?\b(?:bk_app_secret|(?:bk_)?access_token|app_secret|bk_token)\\*"\s*:\s*\\*"/g;
  const parts: string[] = [];
  let kept = 0;
  while (opening.exec(text) !== null) {
    const from = opening.lastIndex;
    for (const [value, name] of shorts) {
      const to = endOfMatch(text, from, value);
      if (to === undefined || !/^\\*"/.test(text.slice(to, to + 8))) continue;
      parts.push(text.slice(kept, from), `<${name}>`);
      kept = to;
      opening.lastIndex = to;
      break;
    }
  }
  parts.push(text.slice(kept));
  return parts.join('');
}
