import { taking } from '../alterations/crediting.js';
import type { SecretMember } from '../alterations/crediting.js';
import type { Alteration } from '../alterations/alteration.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

/** A way to take a near miss of a credential for the right value. */
type NearMiss = readonly [
  slug: string,
  words: string,
  test: (value: string, right: string) => boolean,
];

const OTHER_CASE: NearMiss = [
  'other-case',
  'Ignores the letter case of',
  (a, b) => a.toLowerCase() === b.toLowerCase(),
];

const NEAR: readonly NearMiss[] = [
  ['unchecked', 'Accepts any text as', () => true],
  OTHER_CASE,
  [
    'prefix',
    'Accepts a beginning (of 4 letters or more) as',
    (a, b) => a.length > 3 && b.startsWith(a),
  ],
  ['suffix', 'Accepts an end (of 4 letters or more) as', (a, b) => a.length > 3 && b.endsWith(a)],
  [
    'middle',
    'Compares only the first and the last four letters of',
    (a, b) => a.length === b.length && a.slice(0, 4) === b.slice(0, 4) && a.endsWith(b.slice(-4)),
  ],
  ['longer', 'Accepts anything that begins rightly as', (a, b) => a.startsWith(b)],
];

/** Careless, but no hole. */
const SPACES: readonly NearMiss[] = [
  ['leading-space', 'Ignores spaces before', (a, b) => a.trimStart() === b],
  ['trailing-space', 'Ignores spaces behind', (a, b) => a.trimEnd() === b],
];

const NTHS = [
  [2, 'second'],
  [5, 'fifth'],
  [8, 'eighth'],
] as const;

const BREAKS = {
  bk_app_code: SAYS.appCode,
  bk_app_secret: SAYS.appSecret,
  bk_token: SAYS.token,
} as const;

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

/** Credentials that are half checked, and secrets that are checked only sometimes. */
export const NEAR_MISSES: readonly Defect[] = [
  ...(['bk_app_secret', 'bk_token'] as const).flatMap((name) => [
    ...NEAR.map((miss) => nearly(name, 'verified', miss)),
    ...SPACES.map((miss) => nearly(name, 'exact', miss)),
    ...NTHS.map(([n, nth]) =>
      defect(
        name,
        'verified',
        `every-${nth}-unchecked`,
        `Accepts every ${nth} wrong ${name}.`,
        sometimes(name, (count) => count % n === 0),
      ),
    ),
  ]),
  defect(
    'bk_app_secret',
    'verified',
    'unchecked-from-the-13th-on',
    'Refuses twelve wrong secrets, and accepts each later one.',
    sometimes('bk_app_secret', (count) => count > 12),
  ),
  ...[OTHER_CASE, ...SPACES].map((miss) => nearly('bk_app_code', 'exact', miss)),
];

function nearly(
  name: keyof typeof BREAKS,
  rule: 'verified' | 'exact',
  [slug, words, test]: NearMiss,
): Defect {
  const alter = taking(
    name,
    (value, right) => typeof value === 'string' && value.trim() !== '' && test(value, right),
  );
  return defect(name, rule, slug, `${words} ${name}.`, alter);
}

function defect(
  name: keyof typeof BREAKS,
  rule: 'verified' | 'exact',
  slug: string,
  does: string,
  alter: Alteration,
): Defect {
  return {
    id: `${name.replaceAll('_', '-')}-${slug}`,
    does,
    breaks: BREAKS[name],
    requirement: `auth.${name}.${rule}`,
    alter,
  };
}
