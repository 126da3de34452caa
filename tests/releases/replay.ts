import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { startEmbedded } from '../../src/embedded/start.js';
import type { Embedded } from '../../src/embedded/start.js';
import { NOT_EXEMPT_APP } from '../../src/embedded/seed.js';
import type { Release } from '../../src/embedded/releases/release.js';
import { masked } from './masked.js';
import type { ObservedRequest } from './observed-rows.js';

const CREDENTIALS = {
  bk_app_code: '"<code>"',
  bk_app_secret: '"<secret>"',
  bk_token: '"<token>"',
} as const;

const VALID = {
  bk_obj_asst_id: '"bk_switch_default_bk_router"',
  bk_inst_id: '113',
  bk_asst_inst_id: '213',
} as const;

/** An answer in the form in which it can be compared. */
export interface Replayed {
  readonly status: number;
  readonly text: string;
}

/** Sends requests one after the other to a fresh server of a pair. */
export async function replay(
  release: Release,
  requests: readonly ObservedRequest[],
): Promise<readonly Replayed[]> {
  const server = await startEmbedded({ release });
  const filled = placeholders(server);
  const replayed: Replayed[] = [];
  let last = '';
  try {
    for (const one of requests) {
      const answer = await exchange(server, one, (text) => filled(text).replaceAll('<last>', last));
      const made = /"data": \{"id": (\d+)\}/.exec(answer.text)?.[1];
      last = made ?? last;
      if (made !== undefined && one.keep !== true) await remove(server, made, filled);
      replayed.push({ status: answer.status, text: masked(answer.text, server.settings) });
    }
  } finally {
    await server.close();
  }
  return replayed;
}

async function remove(
  server: Embedded,
  id: string,
  filled: (text: string) => string,
): Promise<void> {
  const set = { bk_obj_id: '"bk_switch"', id };
  const to = 'delete_instance_association';
  await exchange(server, { section: '', case: '', to, set }, filled);
}

/** Puts the server's own values in place of those that the rows leave open. */
function placeholders({ settings }: Embedded): (text: string) => string {
  const { BK_APP_CODE: code = '', BK_APP_SECRET: secret = '', BK_TOKEN: token = '' } = settings;
  const values = {
    '<code>': code,
    '<CODE>': code.toUpperCase(),
    '<secret>': secret,
    '<SECRET>': secret.toUpperCase(),
    '<token>': token,
    '<TOKEN>': token.toUpperCase(),
    '<other code>': settings['CMDB_OTHER_APP_CODE'] ?? '',
    '<other secret>': settings['CMDB_OTHER_APP_SECRET'] ?? '',
    '<third code>': NOT_EXEMPT_APP.code,
    '<third secret>': NOT_EXEMPT_APP.secret,
  };
  return (text) =>
    Object.entries(values).reduce((done, [name, value]) => done.replaceAll(name, value), text);
}

async function exchange(
  { baseUrl }: Embedded,
  one: ObservedRequest,
  filled: (text: string) => string,
): Promise<Replayed> {
  const { to = 'add_instance_association', method = 'POST', query = '' } = one;
  const path = one.path ?? `/api/c/compapi/v2/cc/${to}/`;
  const body = Buffer.from(method === 'GET' ? '' : filled(one.body ?? written(one, to)));
  const all: Readonly<Record<string, string>> = {
    'Content-Type': 'application/json',
    ...(one.chunked === true
      ? { 'Transfer-Encoding': 'chunked' }
      : { 'Content-Length': String(body.length) }),
    ...one.headers,
  };
  const headers = new Map(Object.entries(all).map(([name, value]) => [name, filled(value)]));
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(baseUrl + path + encodeURI(filled(query)), {
      method,
      headers: Object.fromEntries(headers),
    });
    sent.on('response', resolve);
    sent.on('error', reject);
    sent.end(body);
  });
  return { status: response.statusCode ?? 0, text: await text(response) };
}

function written({ set = {} }: ObservedRequest, to: string): string {
  const base = to === 'add_instance_association' ? { ...CREDENTIALS, ...VALID } : CREDENTIALS;
  const all: Readonly<Record<string, string | null>> = { ...base, ...set };
  const members = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [`"${name}":${value}`],
  );
  return `{${members.join(',')}}`;
}
