import type { CaseResult, RecordedExchange, RunRecord } from '../../record/record.js';
import { reasonText } from '../lang.js';
import { caseVerdicts } from '../tally.js';
import { VERDICT_WORDS } from '../verdict.js';
import { cut, visible } from '../visible.js';
import { PURPOSE_WORDS } from '../words.js';
import type { PackedCase, PackedExchange, PackedRecord, TextRef } from './packed.js';

/** UTF-16 units of one body that the page carries where it decided a verdict, and elsewhere. */
const MAX_BODY = { evidence: 65_536, other: 4_096 } as const;
/** UTF-16 units of all texts together; bodies above it are left to results.json. */
const MAX_ALL = 6_000_000;

/**
 * Packs a record for the page's script: equal texts once, long ones cut, all of them visible.
 *
 * @param record - the record
 */
export function packRecord(record: RunRecord): PackedRecord {
  const texts: string[] = [];
  const known = new Map<string, TextRef>();
  let size = 0;
  const put = (text: string, max: number): TextRef => {
    const shown = visible(cut(text, size > MAX_ALL ? Math.min(max, 200) : max), '\n\t');
    const ref = known.get(shown) ?? texts.length;
    if (ref === texts.length) {
      texts.push(shown);
      known.set(shown, ref);
      size += shown.length;
    }
    return ref;
  };
  const evidence = new Set(record.requirements.flatMap((result) => result.evidence));
  const verdicts = caseVerdicts(record);
  const at = new Map(record.cases.map((of, index) => [of.id, index]));
  const packExchange = (exchange: RecordedExchange): PackedExchange => {
    const max = evidence.has(exchange.n) ? MAX_BODY.evidence : MAX_BODY.other;
    const { sent, answer, fault } = exchange;
    return {
      n: exchange.n,
      endpoint: put(exchange.endpoint, 200),
      purpose: exchange.purpose,
      at: exchange.startedAt,
      ms: Math.round(exchange.durationMs * 10) / 10,
      line: put(`${sent.method} ${sent.path}`, 2000),
      headers: put(headerLines(Object.entries(sent.headers)), 4000),
      body: put(sent.body, max),
      curl: put(exchange.curl, max + 2000),
      ...(answer && {
        answer: [
          answer.status,
          put(headerLines(answer.headers), 4000),
          put(answer.body, max),
          answer.bodyBytes,
        ],
      }),
      ...(fault && { fault: [fault.kind, put(fault.message, 2000)] }),
    };
  };
  const packCase = (of: CaseResult): PackedCase => {
    const reason = reasonText(of);
    return {
      id: put(of.id, 300),
      title: [put(of.title.en, 500), put(of.title.zh, 500)],
      verdict: verdicts.get(of.id) ?? of.status,
      ms: Math.round(of.durationMs),
      ...(reason && { reason: [put(reason.en, 1500), put(reason.zh, 1500)] }),
      exchanges: of.exchanges.map(packExchange),
    };
  };
  return {
    cases: record.cases.map(packCase),
    housekeeping: record.housekeeping.map(packExchange),
    requirements: record.requirements.map(({ source, cases, evidence: decided }) => ({
      place: visible(cut(`${source.path}:${source.line}`, 300)),
      cases: cases.flatMap((id) => at.get(id) ?? []),
      evidence: decided,
    })),
    texts,
    words: { verdicts: VERDICT_WORDS, purposes: PURPOSE_WORDS },
  };
}

/** One header a line; a line break inside a value is no line of ours. */
function headerLines(headers: readonly (readonly [name: string, value: string])[]): string {
  return headers
    .slice(0, 100)
    .map(([name, value]) => `${visible(cut(name, 200))}: ${visible(cut(value, 1000))}`)
    .join('\n');
}

/**
 * A value as the text of a `<script type="application/json">` block: `<` is escaped, so that neither
 * `</script>` nor `<!--` can stand in it (HTML, 4.12.1.3).
 */
export function jsonBlock(value: PackedRecord): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
