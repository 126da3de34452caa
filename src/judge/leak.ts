import type { Finding } from '../record/finding.js';
import type { Redactor } from '../redact/secrets.js';
import type { Sent } from './sent.js';

const decoder = new TextDecoder();

/** Judges `convention.secrets.not_repeated`: no answer repeats a secret or a token. */
export function judgeLeak(sent: Sent, redactor: Redactor): Finding[] {
  const { answer, fault } = sent.outcome;
  const { n } = sent.exchange;
  const body = answer?.body ?? fault?.partialBody;
  if (answer === undefined && body === undefined) return [];
  const headers = (answer?.headers ?? []).map(([name, value]) => `${name}: ${value}`).join('\n');
  const name = redactor.leak(decoder.decode(body)) ?? redactor.leak(headers);
  const base = {
    requirement: 'convention.secrets.not_repeated',
    // Every answer is a trial of its own: one that repeats a secret makes no other one flaky.
    trial: `exchange.${n}`,
    evidence: [n],
  };
  return [
    name === undefined
      ? { ...base, status: 'passed' }
      : { ...base, status: 'failed', problem: { kind: 'secret-repeated', name } },
  ];
}
