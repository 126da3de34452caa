import type { RecordedAnswer, RecordedExchange, Usual } from '../../record/exchange.js';
import { cut, visible } from '../visible.js';
import { wholeHeaders } from '../../record/whole-exchange.js';
import type {
  PackedAnswer,
  PackedExchange,
  PackedUnusual,
  PackedUsual,
  TextRef,
} from './packed.js';
import { GAP } from './text-shapes.js';

/** Why exchanges are made, in the order that their numbers in the page go by. */
export const PURPOSES = ['request', 'twin', 'lookup', 'setup', 'cleanup'] as const;

/** Keeps a text, cut, and gives the number that stands for it. */
export type Put = (text: string, max: number) => TextRef;

/** A text of the record as data of the page. */
export function shownText(text: string, max: number): string {
  return visible(cut(text, max), '\n\t').replaceAll(GAP, '\\ue000');
}

/**
 * Packs one exchange.
 *
 * @param exchange - of the record
 * @param usual - of the same record
 * @param put - keeps its texts
 * @param max - UTF-16 units of each body
 */
export function packExchange(
  exchange: RecordedExchange,
  usual: Usual,
  put: Put,
  max: number,
): PackedExchange {
  const packed = [
    exchange.n,
    put(exchange.endpoint, 200),
    PURPOSES.indexOf(exchange.purpose),
    Math.round(exchange.atMs),
    Math.round(exchange.durationMs * 10) / 10,
    put(exchange.sent.body, max),
    exchange.answer === undefined ? 0 : packAnswer(exchange.answer, usual, put, max),
  ] as const;
  const unusual = packUnusual(exchange);
  return unusual === undefined ? packed : [...packed, unusual];
}

function packAnswer(answer: RecordedAnswer, usual: Usual, put: Put, max: number): PackedAnswer {
  const { status, body, base64, bodyBytes } = answer;
  const bytes =
    bodyBytes ??
    (base64 === undefined ? Buffer.byteLength(body) : Buffer.byteLength(base64, 'base64'));
  const packed = [
    status,
    put(headerLines(wholeHeaders(answer, usual)), 4000),
    put(body, max),
  ] as const;
  const shown = Buffer.byteLength(shownText(body, max));
  return bytes === shown ? packed : [...packed, bytes];
}

function packUnusual({ sent, fault }: RecordedExchange): PackedUnusual | undefined {
  const { method, path, headers } = sent;
  const unusual = {
    ...(method !== undefined && { method: shownText(method, 40) }),
    ...(path !== undefined && { path: shownText(path, 2000) }),
    ...(headers && { headers: shownHeaders(Object.entries(headers)) }),
    ...(fault && { fault: [fault.kind, shownText(fault.message, 2000)] as const }),
  };
  return Object.keys(unusual).length === 0 ? undefined : unusual;
}

/** Packs how requests are sent where an exchange does not say otherwise. */
export function packUsual(usual: Usual): Readonly<Record<string, PackedUsual>> {
  return Object.fromEntries(
    Object.entries(usual.requests).map(([endpoint, { method, path, headers }]) => [
      shownText(endpoint, 200),
      {
        method: shownText(method, 40),
        path: shownText(path, 2000),
        headers: shownHeaders(Object.entries(headers)),
      },
    ]),
  );
}

function shownHeaders(
  headers: readonly (readonly [name: string, value: string])[],
): [name: string, value: string][] {
  return headers
    .slice(0, 100)
    .map(([name, value]) => [visible(cut(name, 200)), visible(cut(value, 1000))]);
}

/** One header a line; a line break inside a value is no line of ours. */
function headerLines(headers: readonly (readonly [name: string, value: string])[]): string {
  return shownHeaders(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
