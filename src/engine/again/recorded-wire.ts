import type { Wire, WireFault, WireOutcome, WireRequest } from '../../http/exchange.js';
import type { RecordedExchange } from '../../record/exchange.js';
import type { RunRecord } from '../../record/record.js';
import { wholeHeaders, wholeRequest } from '../../record/whole-exchange.js';
import type { RecordedTime } from './recorded-time.js';

/** Answers as a recorded run was answered. */
export interface RecordedWire extends Wire {
  /** Requests so far that the recorded run did not send: its verdicts can't be drawn again then. */
  readonly strays: () => number;
}

/** What a stray request, or one whose answer was not kept whole, comes to. */
const NOT_RECORDED: WireFault = {
  kind: 'aborted',
  sent: false,
  answered: false,
  message: 'the record has no such exchange',
};

/**
 * Makes a wire from a record. A request is answered by the first exchange that sent the same and did
 * not answer yet.
 *
 * @param restore - puts what stands in for the secrets back into a recorded text
 */
export function recordedWire(
  record: RunRecord,
  time: RecordedTime,
  restore: (text: string) => string,
): RecordedWire {
  const startedAt = Date.parse(record.startedAt);
  const exchanges = [...record.cases.flatMap((one) => one.exchanges), ...record.housekeeping];
  const waiting = new Map<string, RecordedExchange[]>();
  for (const exchange of exchanges.sort((a, b) => a.n - b.n)) {
    const { method, path, headers, body } = wholeRequest(exchange, record.usual);
    const key = restore(keyOf(method, path, headers, body));
    waiting.set(key, [...(waiting.get(key) ?? []), exchange]);
  }
  let strays = 0;
  return {
    strays: () => strays,
    close: () => Promise.resolve(),
    async send({ method, path, headers, body }: WireRequest): Promise<WireOutcome> {
      const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
      const exchange = waiting.get(keyOf(method, path, Object.entries(headers), text))?.shift();
      const outcome = exchange && outcomeOf(exchange, record, restore);
      if (exchange === undefined || outcome === undefined) {
        strays += 1;
        await time.sleep(0);
        return { fault: NOT_RECORDED, timing: { totalMs: 0 } };
      }
      await time.until(startedAt + exchange.atMs + exchange.durationMs);
      return outcome;
    },
  };
}

function keyOf(
  method: string,
  path: string,
  headers: readonly (readonly [string, string])[],
  body: string,
): string {
  return JSON.stringify([method, path, headers, body]);
}

/** What came back; undefined where it was too long to be kept whole. */
function outcomeOf(
  { answer, fault, durationMs }: RecordedExchange,
  { usual }: RunRecord,
  restore: (text: string) => string,
): WireOutcome | undefined {
  const timing = { totalMs: durationMs };
  const bytes = bytesOf(answer, restore);
  if (fault !== undefined) {
    const { kind, message } = fault;
    return {
      timing,
      fault: {
        kind,
        message: restore(message),
        sent: kind !== 'unreachable',
        answered: kind === 'broken' || kind === 'endless' || kind === 'too-large',
        ...(answer === undefined ? {} : { status: answer.status, partialBody: bytes }),
      },
    };
  }
  if (answer === undefined || answer.bodyBytes !== undefined) return undefined;
  const headers = wholeHeaders(answer, usual).map(
    ([name, value]) => [name, restore(value)] as const,
  );
  return {
    timing,
    answer: { status: answer.status, headers, body: bytes, sentBytes: bytes.length },
  };
}

function bytesOf(
  answer: RecordedExchange['answer'],
  restore: (text: string) => string,
): Uint8Array {
  if (answer?.base64 !== undefined) return Buffer.from(answer.base64, 'base64');
  return new TextEncoder().encode(restore(answer?.body ?? ''));
}
