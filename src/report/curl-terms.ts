import type { NearMissName } from '../cases/near-misses.js';
import type { RunRecord } from '../record/record.js';

/** What a `curl` line names instead of a value, as data: the page's script draws lines of its own. */
export interface CurlTerms {
  /** The variable of each secret, by the name that the record shows in its place. */
  readonly variables: Readonly<Record<string, string>>;
  /** How a POSIX shell makes a near miss from the variable, which is written VAR. */
  readonly nearMisses: Readonly<Record<string, string>>;
  /** Variables that stand in for ids which are gone after the run. */
  readonly standIns: Readonly<Record<string, string>>;
}

const VARIABLES = {
  bk_app_secret: 'BK_APP_SECRET',
  bk_token: 'BK_TOKEN',
  other_app_secret: 'CMDB_OTHER_APP_SECRET',
  bk_username: 'BK_USERNAME',
} as const;

const NEAR_MISSES: Readonly<Record<NearMissName, string>> = {
  'in other case': piped("tr 'a-zA-Z' 'A-Za-z'"),
  'without its last character': '"${VAR%?}"',
  'with one more character': '"${VAR}x"',
  'with another first character': piped("sed -e 's/^x/y/;t' -e 's/^./x/'"),
  'without its first character': '"${VAR#?}"',
  'with another middle character': piped(
    `awk '{ m = int(length($0) / 2); c = substr($0, m + 1, 1); printf "%s%s%s", substr($0, 1, m), (c == "x" ? "y" : "x"), substr($0, m + 2) }'`,
  ),
  'with another last character': piped("sed -e 's/x$/y/;t' -e 's/.$/x/'"),
  'with a leading space': '" ${VAR}"',
  'with a trailing space': '"${VAR} "',
};

function piped(command: string): string {
  return `"$(printf %s "$VAR" | ${command})"`;
}

/**
 * What the `curl` lines of a run name instead of values.
 *
 * @param endpoints - of the record: the suite's own things are gone after the run
 */
export function curlTerms({ endpoints }: Pick<RunRecord, 'endpoints'>): CurlTerms {
  return {
    variables: VARIABLES,
    nearMisses: NEAR_MISSES,
    standIns: Object.fromEntries(
      endpoints.flatMap(({ standIns }) => Object.entries(standIns ?? {})),
    ),
  };
}
