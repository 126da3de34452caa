import type { Header, RecordedExchange, Usual } from './exchange.js';

/**
 * Says once what exchanges have in common.
 *
 * @param exchanges - whole ones, in which nothing is left out
 * @returns what is usual, and what makes of a whole exchange one that leaves that out
 */
export function usualOf(exchanges: readonly RecordedExchange[]): {
  readonly usual: Usual;
  readonly shorten: (exchange: RecordedExchange) => RecordedExchange;
} {
  const usual: Usual = {
    requests: usualRequests(exchanges),
    answerHeaders: usualHeaders(exchanges),
  };
  const headers = textsOf(usual.answerHeaders);
  return { usual, shorten: (exchange) => shorten(exchange, usual, headers) };
}

/** One way in which requests to an endpoint are sent, and how often. */
interface Way {
  count: number;
  readonly sent: RecordedExchange['sent'];
}

/** How most requests to an endpoint are sent. */
function usualRequests(exchanges: readonly RecordedExchange[]): Usual['requests'] {
  const counts = new Map<string, Map<string, Way>>();
  for (const { endpoint, sent } of exchanges) {
    const ways = counts.get(endpoint) ?? new Map<string, Way>();
    counts.set(endpoint, ways);
    const key = JSON.stringify([sent.method, sent.path, sent.headers]);
    const way = ways.get(key) ?? { count: 0, sent };
    way.count += 1;
    ways.set(key, way);
  }
  return Object.fromEntries(
    [...counts].map(([endpoint, ways]) => {
      const [most] = [...ways.values()].sort((a, b) => b.count - a.count);
      const { method = '', path = '', headers = {} } = most?.sent ?? {};
      return [endpoint, { method, path, headers }];
    }),
  );
}

/** Headers that more than half of the answers have, all of one name alike. */
function usualHeaders(exchanges: readonly RecordedExchange[]): Header[] {
  const answers = exchanges.flatMap(({ answer }) => (answer === undefined ? [] : [answer]));
  const counts = new Map<string, { count: number; alike: readonly Header[] }>();
  for (const alike of answers.flatMap(({ headers = [] }) => [...byName(headers).values()])) {
    const key = JSON.stringify(alike);
    const known = counts.get(key) ?? { count: 0, alike };
    known.count += 1;
    counts.set(key, known);
  }
  return [...counts.values()]
    .filter(({ count }) => count > answers.length / 2)
    .flatMap(({ alike }) => alike);
}

/** An answer may have several headers of one name: `set-cookie`, for example. */
function byName(headers: readonly Header[]): ReadonlyMap<string, readonly Header[]> {
  const names = new Map<string, Header[]>();
  for (const header of headers) {
    const alike = names.get(header[0]);
    if (alike === undefined) names.set(header[0], [header]);
    else alike.push(header);
  }
  return names;
}

/** All headers of one name as a text, by the name. */
function textsOf(headers: readonly Header[]): ReadonlyMap<string, string> {
  return new Map([...byName(headers)].map(([name, alike]) => [name, JSON.stringify(alike)]));
}

function shorten(
  exchange: RecordedExchange,
  usual: Usual,
  answerHeaders: ReadonlyMap<string, string>,
): RecordedExchange {
  const { sent, answer, endpoint } = exchange;
  const request = usual.requests[endpoint];
  const isUsual = JSON.stringify(sent.headers) === JSON.stringify(request?.headers);
  return {
    ...exchange,
    sent: {
      ...(sent.method === undefined || sent.method === request?.method
        ? {}
        : { method: sent.method }),
      ...(sent.path === undefined || sent.path === request?.path ? {} : { path: sent.path }),
      ...(sent.headers === undefined || isUsual ? {} : { headers: sent.headers }),
      body: sent.body,
    },
    ...(answer === undefined ? {} : { answer: shortenAnswer(answer, answerHeaders) }),
  };
}

function shortenAnswer(
  answer: NonNullable<RecordedExchange['answer']>,
  usual: ReadonlyMap<string, string>,
): NonNullable<RecordedExchange['answer']> {
  const { headers = [], ...rest } = answer;
  const own = textsOf(headers);
  const isUsual = (name: string): boolean => own.get(name) === usual.get(name);
  const others = headers.filter(([name]) => !isUsual(name));
  const without = [...usual.keys()].filter((name) => !isUsual(name));
  return {
    ...rest,
    ...(others.length === 0 ? {} : { headers: others }),
    ...(without.length === 0 ? {} : { without }),
  };
}
