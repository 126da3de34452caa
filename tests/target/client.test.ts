import { describe, expect, it } from 'vitest';
import { openClient } from '../../src/target/client.js';
import type { Manner } from '../../src/target/client.js';
import { ENDPOINTS, addressOf } from '../../src/target/endpoints.js';
import type { RecordedExchange } from '../../src/record/exchange.js';
import type { WireOutcome, WireRequest } from '../../src/http/exchange.js';
import type { JsonValue } from '../../src/json/json-value.js';
import { createRedactor } from '../../src/redact/secrets.js';

const SECRET = '3f9c1b7e-62ad-4d08-9e5f';
const BODY: JsonValue = { bk_app_secret: SECRET, bk_inst_id: 9223372036854775807n };
const PATH = '/api/c/compapi/v2/cc/add_instance_association/';

function answering(
  body: string,
  headers: readonly (readonly [string, string])[] = [],
): WireOutcome {
  const bytes = new TextEncoder().encode(body);
  return {
    timing: { firstByteMs: 1, totalMs: 1.23456 },
    answer: { status: 200, headers, body: bytes, sentBytes: bytes.length },
  };
}

async function exchange(outcome: WireOutcome, manner?: Manner, body: JsonValue = BODY) {
  const requests: { request: WireRequest; signal: AbortSignal | undefined }[] = [];
  const { signal } = new AbortController();
  const client = openClient(
    {
      send: (request, stop) => {
        requests.push({ request, signal: stop });
        return Promise.resolve(outcome);
      },
      close: () => Promise.resolve(),
    },
    createRedactor({ secrets: [{ name: 'bk_app_secret', value: SECRET }] }),
    () => Date.UTC(2026, 0, 31, 12, 0, 5, 7),
    () => signal,
  );
  const trail: RecordedExchange[] = [];
  const sent = await client.send('add_instance_association', body, 'request', trail, manner);
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
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: `{"bk_app_secret":"${SECRET}","bk_inst_id":9223372036854775807}`,
    });
  });

  it('may have another manner', async () => {
    const manner = { path: '/other', contentType: 'text/plain', cookie: 'a=b', raw: '{"x":1,}' };
    const { request, sent } = await exchange(answering('{}'), manner);
    expect(request).toEqual({
      method: 'POST',
      path: '/other',
      headers: { 'content-type': 'text/plain', accept: 'application/json', cookie: 'a=b' },
      body: '{"x":1,}',
    });
    expect(sent.exchange.sent).toEqual(request);
  });

  it('has no body where the method has none', async () => {
    const { request, sent } = await exchange(answering('{}'), { method: 'GET' });
    expect(request.method).toBe('GET');
    expect(request).not.toHaveProperty('body');
    expect(sent.exchange.sent.body).toBe('');
    expect(sent.exchange.curl).not.toContain('--data-binary');
  });

  it('may be an empty body', async () => {
    const { request } = await exchange(answering('{}'), { raw: '' });
    expect(request.body).toBe('');
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
      startedAt: '2026-01-31T12:00:05.007Z',
      durationMs: 1.235,
      sent: {
        method: 'POST',
        path: PATH,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: '{"bk_app_secret":"<bk_app_secret>","bk_inst_id":9223372036854775807}',
      },
      curl: `curl -sS -X POST "$CMDB_BASE_URL"'${PATH}' -H 'content-type: application/json' -H 'accept: application/json' --data-binary '{"bk_app_secret":"'"$BK_APP_SECRET"'","bk_inst_id":9223372036854775807}'`,
      answer: {
        status: 200,
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Sent', '<bk_app_secret>'],
        ],
        body: '{"message":"<bk_app_secret> is wrong"}',
        bodyBytes: 46,
      },
    });
    expect(sent.reading).toMatchObject({ ok: true, value: { message: `${SECRET} is wrong` } });
  });

  it('has no secret of a path, a header or a raw body', async () => {
    const manner = { path: `/${SECRET}`, cookie: `s=${SECRET}`, raw: `[${SECRET}]` };
    const { sent } = await exchange(answering('{}'), manner);
    expect(JSON.stringify(sent.exchange)).not.toContain(SECRET);
    expect(sent.exchange.sent.body).toBe('[<bk_app_secret>]');
  });

  it('is the beginning of a long body, and how long it was', async () => {
    const { sent } = await exchange(answering('x'.repeat(20_000)));
    expect(sent.exchange.answer?.body).toBe('x'.repeat(16_384));
    expect(sent.exchange.answer?.bodyBytes).toBe(20_000);
    expect(sent.reading?.ok).toBe(false);
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
    await client.send('delete_inst', {}, 'cleanup', trail);
    expect(trail.map(({ n, endpoint, purpose }) => [n, endpoint, purpose])).toEqual([
      [1, 'add_instance_association', 'request'],
      [2, 'delete_inst', 'cleanup'],
    ]);
  });
});

it('has an address for each endpoint', () => {
  for (const endpoint of ENDPOINTS) {
    expect(addressOf(endpoint)).toBe(`/api/c/compapi/v2/cc/${endpoint}/`);
  }
});
