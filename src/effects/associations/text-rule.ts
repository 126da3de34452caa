/** A longer regular expression is not worth its work. */
const MAX_RULE = 1000;

/**
 * The first text that meets a rule of CMDB, which is a regular expression of Go. RE2 reads it as Go
 * does, and never takes longer than a text is long, whatever a target writes there.
 *
 * @param rule - nothing where any text will do
 * @returns undefined where none does, or the rule is no regular expression
 */
export async function firstMeeting(
  rule: string,
  texts: readonly string[],
): Promise<string | undefined> {
  if (rule === '') return texts[0];
  if (rule.length > MAX_RULE) return undefined;
  // Few models have such a rule, and the library is large.
  const { RE2JS } = await import('re2js');
  try {
    const pattern = RE2JS.compile(rule);
    return texts.find((text) => pattern.matcher(text).find());
  } catch {
    return undefined;
  }
}
