import type { Settings } from '../../config/settings.js';
import type { Probed, ShownCertificate } from '../../http/probe.js';
import type { Certificate, Check, CheckResult } from '../../record/diagnosis.js';
import type { Ending } from '../../record/ending.js';

const DAY_MS = 86_400_000;
/** A certificate that expires sooner is worth a word. */
const SOON_DAYS = 14;

/**
 * Tells the steps of the way to a target in the order of a diagnosis, the proxy behind TLS, whichever
 * comes first on the way.
 *
 * @param way - the steps, as they are gone
 * @param now - milliseconds since 1970, to tell how long a certificate holds
 */
export async function* checkWay(
  way: AsyncIterable<Probed>,
  { insecure }: Pick<Settings, 'insecure'>,
  now: number,
): AsyncGenerator<Check> {
  let proxy: Check = { kind: 'proxy', result: 'ok' };
  let tls: Check = { kind: 'tls', result: 'ok' };
  for await (const probed of way) {
    const check = checkOf(probed, insecure, now);
    if (check.kind === 'proxy') proxy = check;
    else if (check.kind === 'tls') tls = check;
    else yield check;
    if (check.kind !== 'tls' && check.result === 'wrong') {
      if (check.kind === 'proxy') yield check;
      return;
    }
  }
  yield tls;
  if (tls.result !== 'wrong') yield proxy;
}

function checkOf(probed: Probed, insecure: boolean, now: number): Check {
  const { words } = probed;
  const failed = words === undefined ? {} : { words, ends: noConnection(words) };
  const result: CheckResult = words === undefined ? 'ok' : 'wrong';
  switch (probed.step) {
    case 'name': {
      const { host, addresses } = probed;
      return { kind: 'name', result, host, addresses, ...failed };
    }
    case 'connection': {
      const { host, port, ms } = probed;
      return { kind: 'tcp', result, host, port, ms, ...failed };
    }
    case 'proxy':
      return { kind: 'proxy', result, address: `${probed.host}:${probed.port}`, ...failed };
    case 'tls': {
      const certificate = probed.certificate && held(probed.certificate, now);
      const isSoon = certificate !== undefined && certificate.days < SOON_DAYS;
      const isDoubtful = words === undefined && (insecure || isSoon);
      return {
        kind: 'tls',
        result: isDoubtful ? 'warning' : result,
        ...(certificate === undefined ? {} : { certificate }),
        ...(insecure ? { isUnverified: true } : {}),
        ...failed,
      };
    }
  }
}

function held(shown: ShownCertificate, now: number): Certificate {
  return { ...shown, days: Math.floor((Date.parse(shown.validTo) - now) / DAY_MS) };
}

function noConnection(words: string): Ending {
  return { kind: 'no-connection', fault: 'unreachable', words: `no connection: ${words}` };
}
