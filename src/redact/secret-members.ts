import { endOfMatch } from './escaped-match.js';

/** The members that carry a secret. */
export interface SecretMembers {
  /** Whether a member of this name carries a secret, whatever its value. */
  readonly has: (member: string) => boolean;
  /**
   * Replaces short values in these members, in a text that holds JSON, also within a JSON string.
   * Everything else stays: a short value may occur anywhere by chance.
   *
   * @param shorts - the names of short values, by value
   */
  readonly maskShort: (text: string, shorts: ReadonlyMap<string, string>) => string;
}

/** The members of these names. */
export function secretMembers(names: readonly string[]): SecretMembers {
  const known = new Set(names);
  const alternatives = names.map((name) => name.replace(/\W/g, '\\$&')).join('|');
  return {
    has: (member) => known.has(member),
    maskShort(text, shorts) {
      if (shorts.size === 0 || names.length === 0) return text;
      const opening = new RegExp(`"?\\b(?:${alternatives})\\\\*"\\s*:\\s*\\\\*"`, 'g');
      return masked(text, opening, shorts);
    },
  };
}

function masked(text: string, opening: RegExp, shorts: ReadonlyMap<string, string>): string {
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
