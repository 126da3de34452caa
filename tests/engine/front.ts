import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { startEmbedded } from '../../src/embedded/start.js';
import type { Embedded, EmbeddedOptions } from '../../src/embedded/start.js';
import { isObject } from '../../src/json/json-value.js';
import type { JsonObject } from '../../src/json/json-value.js';
import { readJson } from '../../src/json/read-json.js';
import { writeJson } from '../../src/json/write-json.js';
import { passOn, textOf } from './pass-on.js';
import type { Forwarded } from './pass-on.js';

/** One request that came in. */
export interface Call {
  /** The last part of the path: the endpoint's name. */
  readonly endpoint: string;
  readonly text: string;
  /** The body as an object; empty where it is none. */
  readonly members: JsonObject;
  /** Counts the calls from 1. */
  readonly n: number;
  /** Counts the calls of this endpoint from 1. */
  readonly nth: number;
}

/** What goes back; without a body the connection is cut before an answer. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** True breaks the connection off after the body, though more of it was announced. */
  readonly cut?: true;
}

/** Hands a call on to the embedded CMDB behind, with another body where one is given. */
export type Forward = (text?: string) => Promise<Forwarded>;

/** What a strange server does with a call. */
export type Behave = (call: Call, forward: Forward) => Promise<Answer> | Answer;

/** A server with a will of its own, in front of an embedded CMDB. */
export interface Front {
  readonly baseUrl: string;
  /** The embedded CMDB's variables, with this server's address. */
  readonly settings: Readonly<Record<string, string>>;
  readonly embedded: Embedded;
  /** Every call that came in. */
  readonly calls: readonly Call[];
  /** Calls an endpoint of the embedded CMDB as somebody else does. */
  readonly beside: (endpoint: string, members: JsonObject) => Promise<JsonObject>;
  [Symbol.asyncDispose](): Promise<void>;
}

const PREFIX = '/api/c/compapi/v2/cc/';

/** Starts a strange server on a free port. */
export async function startFront(behave: Behave, options: EmbeddedOptions = {}): Promise<Front> {
  const embedded = await startEmbedded(options);
  const calls: Call[] = [];
  const counts = new Map<string, number>();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const endpoint = (request.url ?? '').split('/').findLast((part) => part !== '') ?? '';
    const nth = (counts.get(endpoint) ?? 0) + 1;
    counts.set(endpoint, nth);
    const call = { endpoint, text, members: membersOf(text), n: calls.length + 1, nth };
    calls.push(call);
    const answer = await behave(call, (body = text) =>
      passOn(`${embedded.baseUrl}${request.url ?? ''}`, body, request.method, request.headers),
    );
    if (answer.body === undefined) {
      response.destroy();
      return;
    }
    response.writeHead(answer.status ?? 200, {
      'content-type': 'application/json',
      ...answer.headers,
      ...(answer.cut === undefined ? {} : { 'content-length': '100000' }),
    });
    if (answer.cut === undefined) response.end(answer.body);
    else {
      response.write(answer.body, () => {
        response.destroy();
      });
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      response.destroy();
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const baseUrl = `http://127.0.0.1:${port}`;
  const common = {
    bk_app_code: embedded.settings['CMDB_OTHER_APP_CODE'] ?? '',
    bk_app_secret: embedded.settings['CMDB_OTHER_APP_SECRET'] ?? '',
    bk_username: 'somebody',
  };
  return {
    baseUrl,
    settings: { ...embedded.settings, CMDB_BASE_URL: baseUrl },
    embedded,
    calls,
    async beside(endpoint, members) {
      const body = writeJson({ ...common, ...members });
      const { body: said } = await passOn(`${embedded.baseUrl}${PREFIX}${endpoint}/`, body);
      return membersOf(said);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await embedded.close();
    },
  };
}

function membersOf(text: string): JsonObject {
  const reading = readJson(text);
  return reading.ok && isObject(reading.value) ? reading.value : {};
}

/** The body of an answer, exactly. */
export function bodyOf(answer: { readonly body: string }): JsonObject {
  return membersOf(answer.body);
}

let refusals = 0;

/** A refusal in the family's form. */
export function refusal(code: number, message: string): Answer {
  refusals += 1;
  return {
    body: writeJson({
      result: false,
      code: BigInt(code),
      message,
      data: null,
      permission: null,
      request_id: `refusal-${refusals}`,
    }),
  };
}
