import type { Text } from '../text.js';
import type { Redactor } from '../redact/secrets.js';
import type { Finding } from '../record/finding.js';
import { shortenQuotes } from '../judge/quote.js';
import type { RunRecord } from '../record/record.js';

interface Reasoned {
  readonly reason?: string;
  readonly reasonZh?: string;
}

/**
 * Takes the secrets out of all sentences of a record: many quote what a server said. Its exchanges
 * are recorded without them.
 */
export function recordWithoutSecrets(record: RunRecord, redactor: Redactor): RunRecord {
  const { target, partial } = record;
  const reasoned = <T extends Reasoned>(one: T): T => reasonsWithoutSecrets(one, redactor);
  return {
    ...record,
    summary: textWithoutSecrets(record.summary, redactor),
    target: {
      ...target,
      ...(target.mapping === undefined ? {} : { mapping: safe(redactor, target.mapping) }),
    },
    ...(partial === undefined ? {} : { partial: reasoned(partial) }),
    requirements: record.requirements.map(reasoned),
    support: record.support.map(reasoned),
    cases: record.cases.map(reasoned),
    notes: record.notes.map((note) => textWithoutSecrets(note, redactor)),
    leftovers: record.leftovers.map((left) => ({
      ...reasoned(left),
      of: safe(redactor, left.of),
    })),
  };
}

/** Words of the server are shortened last: a secret that is cut is no longer known as one. */
function safe(redactor: Redactor, text: string): string {
  return shortenQuotes(redactor.text(text));
}

/** The same for the reasons of one thing. */
export function reasonsWithoutSecrets<T extends Reasoned>(one: T, redactor: Redactor): T {
  const { reason, reasonZh } = one;
  return {
    ...one,
    ...(reason === undefined ? {} : { reason: safe(redactor, reason) }),
    ...(reasonZh === undefined ? {} : { reasonZh: safe(redactor, reasonZh) }),
  };
}

/** The same for a finding. */
export function findingWithoutSecrets<T extends Finding>(finding: T, redactor: Redactor): T {
  const { reason } = finding;
  return reason === undefined
    ? finding
    : { ...finding, reason: textWithoutSecrets(reason, redactor) };
}

function textWithoutSecrets({ en, zh }: Text, redactor: Redactor): Text {
  return { en: safe(redactor, en), zh: safe(redactor, zh) };
}
