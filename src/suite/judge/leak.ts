import type { Text } from '../../contract/text.js';
import type { Sent } from '../../target/client.js';
import type { Redactor } from '../../wire/secrets.js';
import type { Finding } from './finding.js';

const decoder = new TextDecoder();

/** Judges `convention.secrets.not_repeated`: no answer repeats a secret or a token. */
export function applyLeak(sent: Sent, redactor: Redactor, experiment: Text): Finding[] {
  const { answer } = sent.outcome;
  if (answer === undefined) return [];
  const headers = answer.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  const leak = redactor.leak(decoder.decode(answer.body)) ?? redactor.leak(headers);
  const base = {
    requirement: 'convention.secrets.not_repeated',
    experiment,
    evidence: [sent.exchange.n],
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
