import type { Call, Reply } from '../call.js';
import { writeJson } from '../json.js';
import type { Alteration, Where } from './alteration.js';
import { settled } from './answering.js';
import type { WhereOnce } from './answering.js';

type Headers = Readonly<Record<string, string>>;

/** Answers in the API's place, which sees nothing of such a call. */
export function standingBefore(
  where: Where | { readonly counted: WhereOnce },
  make: (call: Call) => Reply,
): Alteration {
  return (sound) => {
    const applies = settled(where);
    return { before: (call) => (applies(call) ? make(call) : sound.before(call)) };
  };
}

/** A page for people, as web servers, proxies and firewalls have it. */
export function page(status: number, title: string, headers: Headers = {}): Reply {
  const body = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return reply(status, 'text/html; charset=utf-8', body, headers);
}

/** JSON that need not be an envelope. */
export function json(status: number, value: unknown, headers: Headers = {}): Reply {
  return reply(status, 'application/json; charset=utf-8', writeJson(value), headers);
}

/** An answer without a body that leads elsewhere. */
export function redirect(status: number, to: string): Reply {
  return reply(status, 'text/html', '', { Location: to });
}

function reply(status: number, type: string, text: string, headers: Headers): Reply {
  const body = Buffer.from(text);
  return {
    status,
    headers: { 'Content-Type': type, 'Content-Length': String(body.length), ...headers },
    body,
  };
}
