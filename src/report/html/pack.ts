import type { RecordedExchange } from '../../record/exchange.js';
import type { RunRecord } from '../../record/record.js';
import { caseReason } from '../reason.js';
import { keyOf, type RecordIndex } from '../record-index.js';
import { caseVerdicts } from '../tally.js';
import { VERDICT_WORDS } from '../verdict.js';
import { cut, visible } from '../visible.js';
import { PURPOSE_WORDS } from '../words.js';
import { packExchange, packUsual, type Put, PURPOSES, shownText } from './pack-exchange.js';
import type { PackedCase, PackedExchange, PackedRecord, TextRef } from './packed.js';
import { shapeTexts } from './text-shapes.js';

/** UTF-16 units of one body that the page carries where it decided a verdict, and elsewhere. */
const MAX_BODY = { evidence: 65_536, other: 4_096 } as const;
/** UTF-16 units of all texts together; bodies above it are left to results.json. */
const MAX_ALL = 6_000_000;

/**
 * Packs a record for the page's script: equal texts once, texts that are alike but for numbers by
 * what they have in common, long ones cut, all of them visible.
 *
 * @param record - the record
 * @param index - of the record
 */
export function packRecord(record: RunRecord, index: RecordIndex): PackedRecord {
  const texts = new Map<string, TextRef>();
  let size = 0;
  const put: Put = (text, max) => {
    const shown = shownText(text, size > MAX_ALL ? Math.min(max, 200) : max);
    const known = texts.get(shown);
    if (known !== undefined) return known;
    const ref = texts.size;
    texts.set(shown, ref);
    size += shown.length;
    return ref;
  };
  const evidence = new Set(record.requirements.flatMap((result) => result.evidence));
  const exchanges = (all: readonly RecordedExchange[]): PackedExchange[] =>
    all.map((exchange) =>
      packExchange(
        exchange,
        index.usual,
        put,
        evidence.has(exchange.n) ? MAX_BODY.evidence : MAX_BODY.other,
      ),
    );
  const verdicts = caseVerdicts(record);
  const cases = record.cases.map((of): PackedCase => {
    const reason = caseReason(index, of);
    return {
      id: put(of.id, 300),
      title: [put(of.title.en, 500), put(of.title.zh, 500)],
      verdict: verdicts.get(keyOf(of)) ?? of.status,
      ms: Math.round(of.durationMs),
      ...(reason && { reason: [put(reason.en, 1500), put(reason.zh, 1500)] }),
      exchanges: exchanges(of.exchanges),
      ...(of.also && { also: of.also }),
    };
  });
  const housekeeping = exchanges(record.housekeeping);
  const { shapes, packed } = shapeTexts([...texts.keys()]);
  return {
    startedAt: record.startedAt,
    shapes,
    texts: packed,
    purposes: PURPOSES.map((name) => ({ name, ...PURPOSE_WORDS[name] })),
    verdicts: VERDICT_WORDS,
    usual: packUsual(record.usual),
    curl: index.curl,
    requirements: packRequirements(record),
    cases,
    housekeeping,
  };
}

function packRequirements(record: RunRecord): PackedRecord['requirements'] {
  const at = new Map(record.cases.map((of, place) => [keyOf(of), place]));
  return record.requirements.map(({ endpoint, source, cases, evidence }) => ({
    place: visible(cut(`${source.path}:${source.line}`, 300)),
    cases: cases.flatMap((id) => at.get(keyOf({ endpoint, id })) ?? []),
    evidence,
  }));
}

/**
 * A value as the text of a `<script type="application/json">` block: `<` is escaped, so that neither
 * `</script>` nor `<!--` can stand in it (HTML, 4.12.1.3).
 */
export function jsonBlock(value: PackedRecord): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
