/** Words that a program writes when it has nothing to say. */
const EMPTY_WORDS = /^(null|undefined|none|nil|nan|true|false|error|\[object object\]|\{\}|\[\])$/i;

/** True when a message tells a reader something: a few letters, and no mere placeholder. */
export function saysSomething(message: string): boolean {
  const text = message.trim().slice(0, 10_000);
  if (EMPTY_WORDS.test(text)) return false;
  return /\p{Script=Han}{2}|\p{L}{3}/u.test(text);
}
