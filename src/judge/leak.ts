import type { Sent } from '../target/client.js';
import type { Redactor } from '../redact/secrets.js';
import type { Finding } from '../record/finding.js';

const decoder = new TextDecoder();

/** Judges `convention.secrets.not_repeated`: no answer repeats a secret or a token. */
export function applyLeak(sent: Sent, redactor: Redactor): Finding[] {
  const { answer, fault } = sent.outcome;
  const { n } = sent.exchange;
  const body = answer?.body ?? fault?.partialBody;
  if (answer === undefined && body === undefined) return [];
  const headers = (answer?.headers ?? []).map(([name, value]) => `${name}: ${value}`).join('\n');
  const leak = redactor.leak(decoder.decode(body)) ?? redactor.leak(headers);
  const base = {
    requirement: 'convention.secrets.not_repeated',
    // Every answer is a trial of its own: one that repeats a secret makes no other one flaky.
    experiment: { en: `exchange ${n}`, zh: `第 ${n} 次交互` },
    evidence: [n],
  };
  return [
    leak === undefined
      ? { ...base, status: 'passed' }
      : {
          ...base,
          status: 'failed',
          reason: { en: `the answer repeats <${leak}>`, zh: `应答中出现了 <${leak}>` },
        },
  ];
}
