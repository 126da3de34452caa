/** One way in which a secret can be nearly right. */
export interface NearMiss {
  /** The value made from the right one. */
  readonly make: (secret: string) => string;
  /** How a POSIX shell makes the same from the variable that holds the right one. */
  readonly shell: (variable: string) => string;
}

/**
 * Ways in which a secret can be nearly right, by name. What is made from a secret is as secret as it
 * is: a record shows its name, and a `curl` line lets the shell make it.
 */
export const NEAR_MISSES = {
  'in other case': {
    make: otherCase,
    shell: (variable) => piped(variable, "tr 'a-zA-Z' 'A-Za-z'"),
  },
  'without its last character': {
    make: (secret) => secret.slice(0, -1),
    shell: (variable) => `"\${${variable}%?}"`,
  },
  'with one more character': {
    make: (secret) => `${secret}x`,
    shell: (variable) => `"\${${variable}}x"`,
  },
  'with another first character': {
    make: (secret) => `${another(secret.at(0))}${secret.slice(1)}`,
    shell: (variable) => piped(variable, "sed -e 's/^x/y/;t' -e 's/^./x/'"),
  },
  'without its first character': {
    make: (secret) => secret.slice(1),
    shell: (variable) => `"\${${variable}#?}"`,
  },
  'with another middle character': {
    make: (secret) => {
      const middle = Math.floor(secret.length / 2);
      return `${secret.slice(0, middle)}${another(secret.at(middle))}${secret.slice(middle + 1)}`;
    },
    shell: (variable) =>
      piped(
        variable,
        `awk '{ m = int(length($0) / 2); c = substr($0, m + 1, 1); printf "%s%s%s", substr($0, 1, m), (c == "x" ? "y" : "x"), substr($0, m + 2) }'`,
      ),
  },
  'with another last character': {
    make: (secret) => `${secret.slice(0, -1)}${another(secret.at(-1))}`,
    shell: (variable) => piped(variable, "sed -e 's/x$/y/;t' -e 's/.$/x/'"),
  },
  'with a leading space': {
    make: (secret) => ` ${secret}`,
    shell: (variable) => `" \${${variable}}"`,
  },
  'with a trailing space': {
    make: (secret) => `${secret} `,
    shell: (variable) => `"\${${variable}} "`,
  },
} as const satisfies Readonly<Record<string, NearMiss>>;

/** Name of a near miss. */
export type NearMissName = keyof typeof NEAR_MISSES;

/** True for the name of a near miss. */
export function isNearMiss(name: string): name is NearMissName {
  return Object.hasOwn(NEAR_MISSES, name);
}

function piped(variable: string, command: string): string {
  return `"$(printf %s "$${variable}" | ${command})"`;
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
