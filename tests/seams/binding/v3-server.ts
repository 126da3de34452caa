import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { startEmbedded } from '../../../src/embedded/start.js';
import type { Embedded } from '../../../src/embedded/start.js';
import { isObject } from '../../../src/json/json-value.js';
import type { JsonObject } from '../../../src/json/json-value.js';
import { readJson } from '../../../src/json/read-json.js';
import { writeJson } from '../../../src/json/write-json.js';
import { passOn, textOf } from '../../engine/pass-on.js';
import { NAMES, WHO } from './v3/credentials.js';
import { MEMBERS } from './v3/envelope.js';

type Variables = Readonly<Record<string, string>>;

/** What this server does with what goes through it: a wrong one does it otherwise. */
export interface Manners {
  /**
   * Credentials by the names of the ESB, before they are passed on.
   *
   * @param right - the variables that hold the right ones
   */
  readonly credentials?: (who: JsonObject, right: Variables) => JsonObject;
  /** An answer by this server's own names, before it goes out. */
  readonly answer?: (body: JsonObject) => JsonObject;
  /** What the n-th request, from 1, is turned away with; nothing is passed on then. */
  readonly turnedAway?: (n: number) => JsonObject | undefined;
}

/** A server that takes requests in its own way and has the embedded CMDB do what they ask for. */
export interface V3Server {
  /** The variables with which a run reaches it. */
  readonly variables: Variables;
  readonly embedded: Embedded;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts one on a free port. */
export async function startV3({
  credentials = (who) => who,
  answer = (body) => body,
  turnedAway = () => undefined,
}: Manners = {}): Promise<V3Server> {
  const embedded = await startEmbedded();
  let requests = 0;

  async function handle(request: IncomingMessage): Promise<string> {
    const refusal = turnedAway(++requests);
    if (refusal !== undefined) return writeJson(refusal);
    const text = await textOf(request);
    const who = renamed(membersOf(String(request.headers[WHO])), inverted(NAMES));
    const [, cookie] = /\bsession=([^;]*)/.exec(request.headers.cookie ?? '') ?? [];
    const reading = readJson(text);
    const body =
      reading.ok && isObject(reading.value)
        ? writeJson({ ...credentials(who, embedded.settings), ...reading.value })
        : text;
    const path = (request.url ?? '').replace('/v3/', '/api/c/compapi/v2/cc/');
    const behind = await passOn(embedded.baseUrl + path, body, request.method, {
      'content-type': request.headers['content-type'],
      ...(cookie === undefined ? {} : { cookie: `bk_token=${cookie}` }),
    });
    return writeJson(answer(renamed(membersOf(behind.body), MEMBERS)));
  }

  const server = createServer((request, response) => {
    void handle(request).then((text) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(text);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    variables: { ...embedded.settings, CMDB_BASE_URL: `http://127.0.0.1:${port}` },
    embedded,
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

function renamed(members: JsonObject, names: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [names[name] ?? name, value]),
  );
}

function inverted(names: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(names).map(([name, called]) => [called, name]));
}
