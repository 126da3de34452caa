import { describe, expect, it } from 'vitest';
import { ESB } from '../../../src/binding/bindings.js';
import { openClient } from '../../../src/engine/exchange/client.js';
import type { Manner } from '../../../src/engine/exchange/client.js';
import type { RecordedExchange } from '../../../src/record/exchange.js';
import type { WireOutcome, WireRequest } from '../../../src/http/exchange.js';
import type { JsonObject } from '../../../src/json/json-value.js';
import { createRedactor } from '../../../src/redact/secrets.js';

const SECRET = '3f9c1b7e-62ad-4d08-9e5f';
const BODY: JsonObject = { bk_app_secret: SECRET, bk_inst_id: 9223372036854775807n };
const PATH = '/api/c/compapi/v2/cc/add_instance_association/';
const USER_AGENT = { 'user-agent': 'cmdb-conformance/0.1.0' };
const HEADERS = { 'content-type': 'application/json', accept: 'application/json', ...USER_AGENT };
const ENDPOINT = { endpoint: 'add_instance_association', address: PATH, method: 'POST' };
const OTHER = { endpoint: 'delete_inst', address: '/delete_inst/', method: 'POST' };

function answering(
  body: string | Uint8Array,
  headers: readonly (readonly [string, string])[] = [],
): WireOutcome {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return {
    timing: { firstByteMs: 1, totalMs: 1.23456 },
    answer: { status: 200, headers, body: bytes, sentBytes: bytes.length },
  };
}

/** A client that was opened when the clock stood at 1000, and what it sends. */
function aClient(outcome: WireOutcome, binding = ESB) {
  const requests: { request: WireRequest; signal: AbortSignal | undefined }[] = [];
  const { signal } = new AbortController();
  let now = 1000;
  const client = openClient(
    {
      send: ({ onSent, ...request }, stop) => {
        requests.push({ request, signal: stop });
        // What never stood was not handed over.
        if (outcome.fault?.kind !== 'unreachable') onSent?.();
        now += 3;
        return Promise.resolve(outcome);
      },
      close: () => Promise.resolve(),
    },
    binding,
    createRedactor({ secrets: [{ name: 'bk_app_secret', value: SECRET }] }),
    () => now,
    () => signal,
    '0.1.0',
  );
  now = 1005.00761;
  return { client, requests, signal };
}

async function exchange(
  outcome: WireOutcome,
  manner?: Manner,
  { body = BODY, binding = ESB }: { body?: JsonObject; binding?: typeof ESB } = {},
) {
  const { client, requests, signal } = aClient(outcome, binding);
  const trail: RecordedExchange[] = [];
  const sent = await client.send(ENDPOINT, body, 'request', trail, manner);
  expect(trail).toEqual([sent.exchange]);
  const [first] = requests;
  if (first === undefined) throw new Error('nothing was sent');
  expect(first.signal).toBe(signal);
  return { sent, request: first.request, client, trail };
}

describe('what is sent', () => {
  it('is the JSON text, exactly, with the secrets', async () => {
    const { request } = await exchange(answering('{}'));
    expect(request).toEqual({
      method: 'POST',
      path: PATH,
      headers: HEADERS,
      body: `{"bk_app_secret":"${SECRET}","bk_inst_id":9223372036854775807}`,
    });
  });

  it('may have another manner', async () => {
    const manner = {
      ...{ path: '/other', contentType: 'text/plain', cookie: 'a=b' },
      raw: (text: string) => `${text.slice(0, -1)},}`,
    };
    const { request, sent } = await exchange(answering('{}'), manner, { body: { x: 1n } });
    expect(request).toEqual({
      method: 'POST',
      path: '/other',
      headers: { ...HEADERS, 'content-type': 'text/plain', cookie: 'a=b' },
      body: '{"x":1,}',
    });
    expect(sent.exchange.sent).toEqual(request);
  });

  it('has no body where the method has none', async () => {
    const { request, sent } = await exchange(answering('{}'), { method: 'GET' });
    expect(request.method).toBe('GET');
    expect(request).not.toHaveProperty('body');
    expect(sent.exchange.sent.body).toBe('');
  });

  it('may be an empty body', async () => {
    const { request } = await exchange(answering('{}'), { raw: () => '' });
    expect(request.body).toBe('');
  });

  it('goes where the binding says, credentials in headers and their secrets hidden', async () => {
    const binding: typeof ESB = {
      ...ESB,
      address: ({ endpoint }) => `/gateway/${endpoint}`,
      send: ({ bk_app_secret, ...body }) => ({
        headers: { authorization: typeof bk_app_secret === 'string' ? bk_app_secret : '' },
        body,
      }),
    };
    const { request, sent } = await exchange(answering('{}'), undefined, { binding });
    expect(request).toMatchObject({
      path: '/gateway/add_instance_association',
      headers: { authorization: SECRET },
      body: '{"bk_inst_id":9223372036854775807}',
    });
    expect(sent.exchange.sent.headers).toMatchObject({ authorization: '<bk_app_secret>' });
  });
});

describe('what is recorded', () => {
  it('is both sides without the secrets, with times', async () => {
    const headers = [
      ['Content-Type', 'application/json'],
      ['X-Sent', SECRET],
    ] as const;
    const { sent } = await exchange(answering(`{"message":"${SECRET} is wrong"}`, headers));
    expect(sent.exchange).toEqual({
      n: 1,
      endpoint: 'add_instance_association',
      purpose: 'request',
      // Answered 8.008 after the clock began, whatever went before the wire's own time.
      atMs: 6.773,
      durationMs: 1.235,
      sent: {
        method: 'POST',
        path: PATH,
        headers: HEADERS,
        body: '{"bk_app_secret":"<bk_app_secret>","bk_inst_id":9223372036854775807}',
      },
      answer: {
        status: 200,
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Sent', '<bk_app_secret>'],
        ],
        body: '{"message":"<bk_app_secret> is wrong"}',
      },
    });
    expect(sent.reading).toMatchObject({ ok: true, value: { message: `${SECRET} is wrong` } });
  });

  it('has no secret of a path, a header or a raw body', async () => {
    const manner = { path: `/${SECRET}`, cookie: `s=${SECRET}` };
    const { sent } = await exchange(answering('{}'), manner);
    expect(JSON.stringify(sent.exchange)).not.toContain(SECRET);
    const raw = await exchange(answering('{}'), { raw: (text) => `[${text}]` });
    expect(raw.request.body).toContain(SECRET);
    expect(raw.sent.exchange.sent.body).toBe(
      '[{"bk_app_secret":"<bk_app_secret>","bk_inst_id":9223372036854775807}]',
    );
  });

  it('is the beginning of a long body, and how long it was', async () => {
    const { sent } = await exchange(answering('x'.repeat(20_000)));
    expect(sent.exchange.answer?.body).toBe('x'.repeat(16_384));
    expect(sent.exchange.answer?.bodyBytes).toBe(20_000);
    expect(sent.reading?.ok).toBe(false);
  });

  it('is a body of exactly what is kept whole, without its length', async () => {
    const { sent } = await exchange(answering('x'.repeat(16_384)));
    expect(sent.exchange.answer?.body).toHaveLength(16_384);
    expect(sent.exchange.answer).not.toHaveProperty('bodyBytes');
  });

  it('is the bytes too where text can’t say them, unless they hold a secret', async () => {
    const bytes = Uint8Array.from([0x7b, 0xff, 0x7d]);
    const plain = await exchange(answering(bytes));
    expect(plain.sent.exchange.answer).toMatchObject({ body: '{\ufffd}', base64: 'e/99' });
    const both = await exchange(answering(Buffer.concat([bytes, Buffer.from(SECRET)])));
    expect(both.sent.exchange.answer).not.toHaveProperty('base64');
    expect(both.sent.exchange.answer?.body).toBe('{\ufffd}<bk_app_secret>');
  });

  it('has what was to be sent, though it never was', async () => {
    const fault = {
      kind: 'unreachable',
      sent: false,
      answered: false,
      message: 'refused',
    } as const;
    const { sent } = await exchange({ timing: { totalMs: 2 }, fault });
    expect(sent.exchange.sent.body).toBe(
      '{"bk_app_secret":"<bk_app_secret>","bk_inst_id":9223372036854775807}',
    );
  });

  it('is the fault, without the secrets, where no whole answer came', async () => {
    const partialBody = new TextEncoder().encode(`{"m":"${SECRET}`);
    const fault = {
      sent: true,
      answered: true,
      message: `cut at ${SECRET}`,
      kind: 'broken',
    } as const;
    const timing = { totalMs: 2 };
    const cut = await exchange({ timing, fault: { ...fault, status: 500, partialBody } });
    expect(cut.sent.exchange.fault).toEqual({ kind: 'broken', message: 'cut at <bk_app_secret>' });
    expect(cut.sent.exchange.answer).toEqual({
      status: 500,
      headers: [],
      body: '{"m":"<bk_app_secret>',
      bodyBytes: 29,
    });
    expect(cut.sent).not.toHaveProperty('reading');
    const bare = await exchange({ timing, fault: { ...fault, message: 'y'.repeat(1001) } });
    expect(bare.sent.exchange).not.toHaveProperty('answer');
    expect(bare.sent.exchange.fault?.message).toBe('y'.repeat(1000));
    const empty = await exchange({ timing, fault: { ...fault, status: 500 } });
    expect(empty.sent.exchange.answer).toMatchObject({ body: '', bodyBytes: 0 });
  });

  it('is numbered in the order of the exchanges', async () => {
    const { client, trail } = await exchange(answering('{}'));
    await client.send(OTHER, {}, 'cleanup', trail);
    expect(trail.map(({ n, endpoint, purpose }) => [n, endpoint, purpose])).toEqual([
      [1, 'add_instance_association', 'request'],
      [2, 'delete_inst', 'cleanup'],
    ]);
  });
});
