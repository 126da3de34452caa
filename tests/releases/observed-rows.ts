import { readFileSync } from 'node:fs';
import { isMembers } from '../../src/embedded/json.js';
import type { PairName } from './pairs.js';

/** A request as what is changed in a valid one. `observed/README.md` says what each member means. */
export interface ObservedRequest {
  readonly section: string;
  readonly case: string;
  readonly to?: string;
  readonly set?: Readonly<Record<string, string | null>>;
  readonly body?: string;
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly chunked?: boolean;
  readonly keep?: boolean;
}

/** What a pair answered: the status, and the text of the body in a form that can be compared. */
export interface ObservedAnswer {
  readonly status: number;
  readonly text: string;
  /** Only its beginning is known. */
  readonly begins: boolean;
}

function linesOf(name: string): unknown[] {
  const url = new URL(`observed/${name}.jsonl`, import.meta.url);
  return readFileSync(url, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

function isRow(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRequest(value: unknown): value is ObservedRequest {
  return (
    isMembers(value) && typeof value['section'] === 'string' && typeof value['case'] === 'string'
  );
}

/** All requests, in the order in which they are to be sent, by section. */
export function readRequests(): ReadonlyMap<string, readonly ObservedRequest[]> {
  const requests = linesOf('requests').filter(isRequest);
  const sections = new Set(requests.map(({ section }) => section));
  return new Map(
    [...sections].map((section) => [section, requests.filter((one) => one.section === section)]),
  );
}

/** What a pair answered, by section and case. */
export function readAnswers(pair: PairName): ReadonlyMap<string, ObservedAnswer> {
  return new Map(
    linesOf(pair).map((line) => {
      const [section, name, status, answer] = isRow(line) ? line : [];
      return [`${String(section)}: ${String(name)}`, answerOf(Number(status), answer)];
    }),
  );
}

function answerOf(status: number, answer: unknown): ObservedAnswer {
  if (typeof answer === 'string') return { status, text: answer, begins: false };
  const begins = isMembers(answer) ? answer['begins'] : undefined;
  return typeof begins === 'string'
    ? { status, text: begins, begins: true }
    : { status, text: JSON.stringify(answer), begins: false };
}
