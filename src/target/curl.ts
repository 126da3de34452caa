import { isNearMiss, NEAR_MISSES } from '../cases/near-misses.js';

/**
 * A `curl` line that repeats a request.
 *
 * @param method - HTTP method
 * @param path - path below the base URL
 * @param headers - as sent
 * @param body - as recorded, secrets replaced by `<name>`
 * @param standIns - ids of instances that are gone after the run, and the variables of the user's own
 * @returns one shell line for a POSIX shell; base URL and secrets are variables
 */
export function curlLine(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  standIns: ReadonlyMap<bigint, StandIn> = new Map(),
): string {
  const asked = Object.entries(headers).map(
    ([name, value]) => ` -H ${withVariables(quote(`${name}: ${value}`))}`,
  );
  const data =
    body === '' ? '' : ` --data-binary ${withVariables(quote(withStandIns(body, standIns)))}`;
  return `curl -sS -X ${method} "$CMDB_BASE_URL"${quote(path)}${asked.join('')}${data}`;
}

/** The variable of an instance of the user's own. */
export type StandIn = 'CMDB_INST_ID' | 'CMDB_ASST_INST_ID';

function withStandIns(body: string, standIns: ReadonlyMap<bigint, StandIn>): string {
  return body.replace(/(?<![0-9])[0-9]{1,19}(?![0-9])/g, (digits) => {
    const variable = standIns.get(BigInt(digits));
    return variable === undefined ? digits : `<${variable}>`;
  });
}

const VARIABLE_OF: Readonly<Record<string, string>> = {
  bk_app_secret: 'BK_APP_SECRET',
  bk_token: 'BK_TOKEN',
  other_app_secret: 'CMDB_OTHER_APP_SECRET',
  bk_username: 'BK_USERNAME',
  CMDB_INST_ID: 'CMDB_INST_ID',
  CMDB_ASST_INST_ID: 'CMDB_ASST_INST_ID',
};

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * Ends the quotes around each `<secret>` and names its variable instead; a near miss is made from it
 * by the shell.
 */
function withVariables(quoted: string): string {
  return quoted.replace(/<([A-Za-z_]+)(?:: ([a-z ]+))?>/g, (whole, name: string, made?: string) => {
    const variable = VARIABLE_OF[name];
    if (variable === undefined) return whole;
    if (made === undefined) return `'"$${variable}"'`;
    return isNearMiss(made) ? `'${NEAR_MISSES[made].shell(variable)}'` : whole;
  });
}
