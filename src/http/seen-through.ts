import type { WireOutcome } from './exchange.js';
import type { Route } from './route.js';

/**
 * What came of a request, when there is a proxy that gets the whole URL: its own refusal is no
 * answer of the target.
 *
 * @param route - the way that the request took
 * @param outcome - what came of it
 * @returns a fault `unreachable` in the place of a 407 (RFC 9110 section 15.5.8)
 */
export function seenThrough({ proxy }: Route, outcome: WireOutcome): WireOutcome {
  if (proxy === undefined || proxy.tunnel || outcome.answer?.status !== 407) return outcome;
  const wants = proxy.authorization === undefined ? 'credentials' : 'other credentials';
  return {
    timing: outcome.timing,
    fault: {
      kind: 'unreachable',
      sent: false,
      answered: false,
      message: `no connection: the proxy wants ${wants}: HTTP 407`,
      status: 407,
    },
  };
}
