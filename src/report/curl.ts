import type { CurlTerms } from './curl-terms.js';
import type { WholeRequest } from '../record/whole-exchange.js';

/**
 * A `curl` line that repeats a request. Self-contained: the page's script carries this function's
 * source.
 *
 * @param request - as recorded, secrets replaced by `<name>`
 * @param terms - what is named instead of values
 * @returns one shell line for a POSIX shell; base URL and secrets are variables
 */
export function curlLine(request: WholeRequest, terms: CurlTerms): string {
  const variables = new Map(Object.entries(terms.variables));
  const nearMisses = new Map(Object.entries(terms.nearMisses));
  const standIns = new Map(Object.entries(terms.standIns));
  const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

  /** Ends the quotes around each `<secret>` and each id that is gone, and names a variable instead. */
  const withVariables = (quoted: string, ids: ReadonlyMap<string, string>): string =>
    quoted.replace(
      /<([A-Za-z_]+)(?:: ([a-z ]+))?>|(?<![0-9])[0-9]{1,19}(?![0-9])/g,
      (whole, name: string | undefined, made: string | undefined) => {
        if (name === undefined) {
          const id = ids.get(whole);
          return id === undefined ? whole : `'"$${id}"'`;
        }
        const variable = variables.get(name);
        if (variable === undefined) return whole;
        if (made === undefined) return `'"$${variable}"'`;
        const shell = nearMisses.get(made);
        return shell === undefined ? whole : `'${shell.replaceAll('VAR', variable)}'`;
      },
    );

  const headers = request.headers.map(
    ([name, value]) => ` -H ${withVariables(quote(`${name}: ${value}`), new Map())}`,
  );
  const data =
    request.body === '' ? '' : ` --data-binary ${withVariables(quote(request.body), standIns)}`;
  return `curl -sS -X ${request.method} "$CMDB_BASE_URL"${quote(request.path)}${headers.join('')}${data}`;
}
