/** Seconds since 1970 to the base 36, a hyphen, 12 hexadecimal digits. */
const RUN_ID = /^([0-9a-z]{1,8})-[0-9a-f]{12}(?![0-9a-z])/;

/**
 * A name for a run that no other has, and that tells when the run began: what a run left says by its
 * name how old it is, whatever the clock of the target.
 *
 * @param now - milliseconds since 1970
 * @param random - 12 random hexadecimal digits
 */
export function newRunId(now: number, random: string): string {
  return `${Math.floor(now / 1000).toString(36)}-${random}`;
}

/**
 * When a run began, in milliseconds since 1970.
 *
 * @param text - begins with its id
 * @returns undefined for any other text
 */
export function begunAt(text: string): number | undefined {
  const [, seconds] = RUN_ID.exec(text) ?? [];
  return seconds === undefined ? undefined : Number.parseInt(seconds, 36) * 1000;
}
