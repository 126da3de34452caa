import { describe, expect, it } from 'vitest';
import { checkWay } from '../../../src/engine/doctor/way.js';
import type { Probed } from '../../../src/http/probe.js';
import type { Check } from '../../../src/record/diagnosis.js';

const NOW = Date.parse('2026-01-10T12:00:00Z');
const NAMED: Probed = { step: 'name', host: 'cmdb.example', addresses: ['192.0.2.7'] };
const CONNECTED: Probed = { step: 'connection', host: 'cmdb.example', port: 443, ms: 3 };

function shown(validTo: string, words?: string): Probed {
  const certificate = { subject: 'cmdb.example', issuer: 'An authority', validTo };
  return { step: 'tls', certificate, ...(words === undefined ? {} : { words }) };
}

async function checked(steps: readonly Probed[], insecure = false): Promise<Check[]> {
  const checks: Check[] = [];
  for await (const check of checkWay(stepsOf(steps), { insecure }, NOW)) checks.push(check);
  return checks;
}

async function* stepsOf(steps: readonly Probed[]): AsyncGenerator<Probed> {
  for (const step of steps) yield await Promise.resolve(step);
}

describe('the way to a target', () => {
  it('is told in the order of a diagnosis, with TLS and proxy where they are not', async () => {
    const checks = await checked([NAMED, CONNECTED]);
    expect(checks.map(({ kind, result }) => `${kind} ${result}`)).toEqual([
      'name ok',
      'tcp ok',
      'tls ok',
      'proxy ok',
    ]);
  });

  it('ends at a name that is not found', async () => {
    const checks = await checked([{ ...NAMED, addresses: [], words: 'ENOTFOUND' }]);
    expect(checks).toMatchObject([
      { kind: 'name', result: 'wrong', ends: { kind: 'no-connection' } },
    ]);
  });

  it('ends at a proxy that refuses, before TLS', async () => {
    const words = 'the proxy answers 407 to CONNECT';
    const checks = await checked([
      NAMED,
      CONNECTED,
      { step: 'proxy', host: 'proxy.example', port: 3128, words },
    ]);
    expect(checks.map(({ kind, result }) => `${kind} ${result}`)).toEqual([
      'name ok',
      'tcp ok',
      'proxy wrong',
    ]);
  });

  it.each([
    ['holds', 'Mar 10 12:00:00 2026 GMT', undefined, false, 'ok', 59],
    ['expires soon', 'Jan 20 12:00:00 2026 GMT', undefined, false, 'warning', 10],
    ['has expired', 'Jan 1 12:00:00 2026 GMT', 'certificate has expired', false, 'wrong', -9],
    ['is not verified', 'Mar 10 12:00:00 2026 GMT', undefined, true, 'warning', 59],
  ] as const)('shows a certificate that %s', async (_name, to, words, insecure, result, days) => {
    const checks = await checked([NAMED, CONNECTED, shown(to, words)], insecure);
    const tls = checks.find(({ kind }) => kind === 'tls');
    expect(tls).toMatchObject({ result, certificate: { days } });
    expect(tls?.ends !== undefined).toBe(result === 'wrong');
  });
});
