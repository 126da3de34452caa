/**
 * JSON laid out for reading, exact: the text itself is re-spaced, so that 9007199254740993, a key
 * that stands twice and an escape stay as they were sent.
 *
 * Self-contained on purpose: the HTML report carries this function in its script.
 *
 * @param text - the body of an exchange
 * @returns the lines, or undefined when it is no JSON (or nested above 60 levels): show it as it is
 */
export function layOutJson(text: string): string | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const maxDepth = 60;
  let out = '';
  let depth = 0;
  let at = 0;
  const newLine = (): string => `\n${'  '.repeat(depth)}`;
  while (at < text.length) {
    const c = text.charAt(at);
    if (c === '"') {
      const from = at;
      at += 1;
      while (text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
      at += 1;
      out += text.slice(from, at);
      continue;
    }
    at += 1;
    if (c === ' ' || c === '\n' || c === '\r' || c === '\t') continue;
    if (c === '{' || c === '[') {
      let next = at;
      while (/\s/.test(text.charAt(next))) next += 1;
      if (text.charAt(next) === '}' || text.charAt(next) === ']') {
        out += c + text.charAt(next);
        at = next + 1;
        continue;
      }
      depth += 1;
      if (depth > maxDepth) return undefined;
      out += c + newLine();
    } else if (c === '}' || c === ']') {
      depth -= 1;
      out += newLine() + c;
    } else if (c === ',') {
      out += c + newLine();
    } else {
      out += c === ':' ? ': ' : c;
    }
  }
  return out;
}

/**
 * The members of a JSON object as text, exact, each value without white space around its tokens.
 *
 * @param text - the body of an exchange
 * @returns name to value text, or undefined when the text is no JSON object
 */
export function membersOf(text: string): ReadonlyMap<string, string> | undefined {
  const lines = layOutJson(text)?.split('\n');
  if (lines?.[0] !== '{') return lines?.[0] === '{}' ? new Map() : undefined;
  const members = new Map<string, string>();
  let name = '';
  for (const line of lines.slice(1, -1)) {
    const key = /^ {2}("(?:[^"\\]|\\.)*"): /.exec(line);
    if (key?.[1] !== undefined) {
      name = key[1].slice(1, -1);
      members.set(name, line.slice(key[0].length));
    } else {
      members.set(name, `${members.get(name) ?? ''}${line.trim()}`);
    }
  }
  for (const [key, value] of members) members.set(key, value.replace(/,$/, ''));
  return members;
}
