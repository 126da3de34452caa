/**
 * Ways in which a secret can be nearly right, by name: the value made from the right one. What is
 * made from a secret is as secret as it is, and a record shows its name.
 */
export const NEAR_MISSES = {
  'in other case': { make: otherCase },
  'without its first character': { make: (secret) => secret.slice(1) },
  'without its last character': { make: (secret) => secret.slice(0, -1) },
  'with one more character': { make: (secret) => `${secret}x` },
  'with another first character': {
    make: (secret) => `${another(secret.at(0))}${secret.slice(1)}`,
  },
  'with another middle character': {
    make: (secret) => {
      const middle = Math.floor(secret.length / 2);
      return `${secret.slice(0, middle)}${another(secret.at(middle))}${secret.slice(middle + 1)}`;
    },
  },
  'with another last character': {
    make: (secret) => `${secret.slice(0, -1)}${another(secret.at(-1))}`,
  },
  'with a leading space': { make: (secret) => ` ${secret}` },
  'with a trailing space': { make: (secret) => `${secret} ` },
} as const satisfies Readonly<Record<string, { readonly make: (secret: string) => string }>>;

/** Name of a near miss. */
export type NearMissName = keyof typeof NEAR_MISSES;

/** All of them, in the order of the cases. */
export const NEAR_MISS_NAMES: readonly NearMissName[] = Object.keys(NEAR_MISSES).filter(isNearMiss);

/** True for the name of a near miss. */
export function isNearMiss(name: string): name is NearMissName {
  return Object.hasOwn(NEAR_MISSES, name);
}

/** A character that is not the one given. */
function another(character: string | undefined): string {
  return character === 'x' ? 'y' : 'x';
}

/** The same letters in the other case; a text without letters gets one. */
function otherCase(text: string): string {
  const swapped = Array.from(text, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  ).join('');
  return swapped === text ? `${text}A` : swapped;
}
