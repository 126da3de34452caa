import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { RIGHT } from './behaviour.js';
import type { Behaviour, Members, Refusal, Store } from './behaviour.js';

/** What came of a request. */
type Outcome = { readonly data: unknown } | { readonly refusal: Refusal };

/** A running server of notes. */
export interface NoteServer {
  readonly baseUrl: string;
  readonly store: Store;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts one on a free port. */
export async function startNotes(behaviour: Behaviour = RIGHT): Promise<NoteServer> {
  const store: Store = { notes: new Map(), created: 0 };
  const server = createServer((request, response) => {
    void answer(request, behaviour, store).then((text) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(text);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    store,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  request: IncomingMessage,
  behaviour: Behaviour,
  store: Store,
): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += String(chunk);
  const outcome = decide(request, body, behaviour, store);
  const refusal = 'refusal' in outcome ? outcome.refusal : undefined;
  return JSON.stringify({
    result: refusal === undefined,
    code: refusal?.code ?? 0,
    message: refusal?.message ?? '',
    data: 'data' in outcome ? outcome.data : null,
    permission: null,
    request_id: randomUUID().replaceAll('-', ''),
  });
}

function decide(
  { method, url = '' }: IncomingMessage,
  text: string,
  behaviour: Behaviour,
  store: Store,
): Outcome {
  const [, endpoint] = /^\/api\/c\/compapi\/v2\/cc\/([a-z_]+)\/$/.exec(url) ?? [];
  if (method !== 'POST' || endpoint === undefined) {
    return { refusal: { code: 20001, message: `nothing takes ${method ?? ''} at ${url}` } };
  }
  const members = membersOf(text);
  if (members === undefined) return { refusal: { code: 20002, message: 'the body is no object' } };
  const refusal = behaviour.verifyApp(members) ?? behaviour.verifyUser(members);
  if (refusal === undefined || endpoint !== 'create_note') {
    return refusal === undefined ? perform(endpoint, members, behaviour, store) : { refusal };
  }
  behaviour.refused(members, store);
  return { refusal };
}

function perform(endpoint: string, members: Members, behaviour: Behaviour, store: Store): Outcome {
  const { id, bk_note_name: name } = members;
  if (endpoint === 'find_note') {
    const found = [...store.notes.values()].filter(
      (note) => (id === undefined || note.id === id) && (name === undefined || note.name === name),
    );
    return {
      data: found.map((note) => ({
        id: note.id,
        bk_note_folder: note.folder,
        bk_note_name: note.name,
      })),
    };
  }
  if (endpoint === 'delete_note') {
    if (typeof id !== 'number' || !store.notes.has(id)) {
      return { refusal: { code: 40402, message: 'no such note' } };
    }
    behaviour.remove(id, store);
    return { data: null };
  }
  const refusal = behaviour.check(members, store);
  if (refusal === undefined) return { data: { id: behaviour.create(members, store) } };
  behaviour.refused(members, store);
  return { refusal };
}

function membersOf(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMembers(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
