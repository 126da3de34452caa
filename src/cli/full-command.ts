import type { Effort } from '../record/record.js';
import { shellQuoted } from './shell-quoted.js';

/** What of the options of `run` a full run repeats. */
export interface RepeatedOptions {
  readonly baseUrl?: string;
  readonly out?: string;
  readonly release?: string;
  readonly esb?: string;
  readonly waivers?: string;
  readonly timeout?: string;
  readonly fixture?: 'auto';
  readonly effort: Effort;
  readonly endpoints: readonly string[];
  readonly strict: boolean;
  readonly insecure: boolean;
  readonly redactUsers: boolean;
  readonly lang?: string;
}

/**
 * The command that runs everything in the way in which a part was run.
 *
 * @param given - the options as given; those left to their defaults are absent
 * @returns one line for a POSIX shell
 */
export function fullCommand(given: RepeatedOptions): string {
  const valued: readonly (readonly [option: string, value: string | undefined])[] = [
    ['--base-url', given.baseUrl],
    ['--out', given.out],
    ['--release', given.release],
    ['--esb', given.esb],
    ['--waivers', given.waivers],
    ['--fixture', given.fixture],
    ['--timeout', given.timeout],
    ['--lang', given.lang],
  ];
  const words = [
    ...valued.flatMap(([option, value]) => (value === undefined ? [] : [option, value])),
    ...given.endpoints.flatMap((endpoint) => ['--endpoint', endpoint]),
    ...(given.effort === 'full' ? [] : ['--effort', given.effort]),
    ...(given.strict ? ['--strict'] : []),
    ...(given.insecure ? ['--insecure'] : []),
    ...(given.redactUsers ? ['--redact-users'] : []),
  ];
  return ['npx cmdb-conformance run', ...words.map(shellQuoted)].join(' ');
}

/** Variables of the Playwright front end that stand for options. */
const REPEATED_VARIABLES = [
  'CMDB_BASE_URL',
  'CMDB_RELEASE',
  'CMDB_ESB',
  'CMDB_WAIVERS',
  'CMDB_OUT',
  'CMDB_FIXTURE',
  'CMDB_EFFORT',
  'CMDB_STRICT',
] as const;

/**
 * The same for the Playwright front end.
 *
 * @param environment - as `process.env`
 */
export function fullPlaywrightCommand(
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const set = REPEATED_VARIABLES.flatMap((name) => {
    const value = environment[name] ?? '';
    return value === '' ? [] : [`${name}=${shellQuoted(value)}`];
  });
  return [...set, 'npx playwright test'].join(' ');
}
