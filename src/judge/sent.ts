import type { WireOutcome } from '../http/exchange.js';
import type { BytesReading } from '../json/read-json.js';
import type { RecordedExchange } from '../record/exchange.js';

/** One exchange as the suite sees it: what was recorded, and what came back as it was. */
export interface Sent {
  readonly exchange: RecordedExchange;
  readonly outcome: WireOutcome;
  /** The body read as JSON; absent when no whole answer came. */
  readonly reading?: BytesReading;
}
