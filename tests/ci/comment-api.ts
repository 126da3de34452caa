import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A comment as it is stored. */
interface Stored {
  readonly id: number;
  /** As GitHub has it, and as GitLab does. */
  readonly user: { readonly type: 'Bot' | 'User' };
  readonly author: { readonly id: number };
  body: string;
}

/** Whoever has the token. */
const SELF = { user: { type: 'Bot' }, author: { id: 7 } } as const;
const OTHER = { user: { type: 'User' }, author: { id: 8 } } as const;

/** The comments of one merge request, behind the API of a code host. */
export interface CommentApi {
  /** Without a path. */
  readonly url: string;
  readonly comments: readonly Stored[];
  /** Method and path of each request that had the token. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Starts what stands in for the API of GitHub and GitLab: a list that is read by pages and added to,
 * and comments that are changed by their id. A request without the token is refused.
 *
 * @param bodies - the comments of others that are there already
 */
export async function startCommentApi(
  token: string,
  bodies: readonly string[] = [],
): Promise<CommentApi> {
  const comments = bodies.map((body, index): Stored => ({ id: index + 1, ...OTHER, body }));
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { headers, method = '', url = '' } = request;
    const given = headers['private-token'] ?? headers.authorization?.replace(/^Bearer /, '');
    let sent = '';
    request.setEncoding('utf8').on('data', (text: string) => (sent += text));
    request.on('end', () => {
      if (given !== token) {
        response.writeHead(403).end('{}');
        return;
      }
      requests.push(`${method} ${url}`);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer(comments, method, new URL(url, 'http://host'), sent)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    comments,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function answer(comments: Stored[], method: string, url: URL, sent: string): unknown {
  if (url.pathname.endsWith('/user')) return { id: SELF.author.id };
  if (method === 'GET') {
    const page = Number(url.searchParams.get('page'));
    const size = Number(url.searchParams.get('per_page'));
    return comments.slice((page - 1) * size, page * size);
  }
  const posted: unknown = JSON.parse(sent);
  const body =
    typeof posted === 'object' && posted !== null && 'body' in posted ? String(posted.body) : '';
  const id = Number(/\d+$/.exec(url.pathname)?.[0]);
  const before = comments.find((comment) => comment.id === id);
  if (method === 'POST') comments.push({ id: comments.length + 1, ...SELF, body });
  else if (before !== undefined) before.body = body;
  return {};
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('There is no port.');
  return address.port;
}
