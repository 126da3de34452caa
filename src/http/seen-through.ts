import { wanted } from './client-certificate.js';
import type { WireOutcome } from './exchange.js';
import type { Route } from './route.js';

/**
 * What came of a request, where the answer is none of the target's: what stands before it refused
 * to let the request through.
 *
 * @param route - the way that the request took
 * @param outcome - what came of it
 * @returns a fault `unreachable` in the place of a 407 from a proxy that gets the whole URL
 *   (RFC 9110 section 15.5.8), and of the page with which nginx asks for a client certificate, after
 *   a handshake without one
 */
export function seenThrough({ target, proxy }: Route, outcome: WireOutcome): WireOutcome {
  const { answer, timing } = outcome;
  if (answer === undefined) return outcome;
  const { status } = answer;
  let refusal: string | undefined;
  if (proxy !== undefined && !proxy.tunnel && status === 407) {
    const wants = proxy.authorization === undefined ? 'credentials' : 'other credentials';
    refusal = `the proxy wants ${wants}`;
  } else if (target.tls !== undefined && isAboutCertificate(status, answer.body)) {
    refusal = wanted({ offered: target.hasCertificate === true });
  }
  if (refusal === undefined) return outcome;
  const message = `no connection: ${refusal}: HTTP ${status}`;
  return {
    timing,
    fault: { kind: 'unreachable', sent: false, answered: false, message, status },
  };
}

/** The pages of nginx for its own codes 495 and 496, which it sends as 400. */
const PAGE =
  /<title>\s*400 (?:No required SSL certificate was sent|The SSL certificate error)\s*</i;

function isAboutCertificate(status: number, body: Uint8Array): boolean {
  return status === 400 && PAGE.test(Buffer.from(body.subarray(0, 1024)).toString('latin1'));
}
