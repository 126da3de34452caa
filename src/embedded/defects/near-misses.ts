import { taking } from '../alterations/crediting.js';
import type { SecretMember } from '../alterations/crediting.js';
import type { Alteration } from '../alterations/alteration.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

/** Ways to take a near miss of a secret for the secret. */
const NEAR: readonly (readonly [
  slug: string,
  words: string,
  test: (value: string, right: string) => boolean,
])[] = [
  ['unchecked', 'Accepts any text', () => true],
  ['other-case', 'Ignores letter case', (a, b) => a.toLowerCase() === b.toLowerCase()],
  [
    'prefix',
    'Accepts a beginning (of 4 letters or more)',
    (a, b) => a.length > 3 && b.startsWith(a),
  ],
  ['suffix', 'Accepts an end (of 4 letters or more)', (a, b) => a.length > 3 && b.endsWith(a)],
  [
    'middle',
    'Compares only the first and the last four letters',
    (a, b) => a.length === b.length && a.slice(0, 4) === b.slice(0, 4) && a.endsWith(b.slice(-4)),
  ],
  ['longer', 'Accepts anything that begins rightly', (a, b) => a.startsWith(b)],
  ['leading-space', 'Ignores leading spaces', (a, b) => a.trimStart() === b],
  ['trailing-space', 'Ignores trailing spaces', (a, b) => a.trimEnd() === b],
];

const NTHS = [
  [2, 'second'],
  [5, 'fifth'],
  [8, 'eighth'],
] as const;

const SECRETS: readonly (readonly [SecretMember, string, string])[] = [
  ['bk_app_secret', 'bk-app-secret', SAYS.appSecret],
  ['bk_token', 'bk-token', SAYS.token],
];

/** Takes a wrong secret for the right one; how often, a counter of such tries decides. */
function sometimes(name: SecretMember, passes: (count: number) => boolean): Alteration {
  return (sound) => {
    let count = 0;
    return taking(name, (value, right) => {
      if (typeof value !== 'string' || value === '' || value === right) return false;
      count += 1;
      return passes(count);
    })(sound);
  };
}

/** Secrets that are half checked, or checked only sometimes. */
export const NEAR_MISSES: readonly Defect[] = [
  ...SECRETS.flatMap(([name, slug, breaks]) => [
    ...NEAR.map(([id, words, test]) =>
      verified(
        name,
        `${slug}-${id}`,
        `${words} as ${name}.`,
        breaks,
        taking(
          name,
          (value, right) => typeof value === 'string' && value.trim() !== '' && test(value, right),
        ),
      ),
    ),
    ...NTHS.map(([n, nth]) =>
      verified(
        name,
        `${slug}-every-${nth}-unchecked`,
        `Accepts every ${nth} wrong ${name}.`,
        breaks,
        sometimes(name, (count) => count % n === 0),
      ),
    ),
  ]),
  verified(
    'bk_app_secret',
    'bk-app-secret-unchecked-from-the-13th-on',
    'Refuses twelve wrong secrets, and accepts each later one.',
    SAYS.appSecret,
    sometimes('bk_app_secret', (count) => count > 12),
  ),
];

function verified(
  name: SecretMember,
  id: string,
  does: string,
  breaks: string,
  alter: Alteration,
): Defect {
  return { id, does, breaks, requirement: `auth.${name}.verified`, alter };
}
