import { setMaxListeners } from 'node:events';
import { rootCertificates } from 'node:tls';
import { Agent, ProxyAgent } from 'undici';
import type { Dispatcher } from 'undici';
import { decodeBody } from './decode-body.js';
import type { Wire, WireFault, WireFaultKind, WireLimits, WireOutcome } from './exchange.js';
import { goesDirect } from './no-proxy.js';

/** How a target is reached. */
export interface WireOptions {
  readonly baseUrl: string;
  readonly limits: WireLimits;
  /** True leaves TLS certificates unverified. */
  readonly insecure?: boolean;
  /** PEM certificates that are trusted besides the usual ones. */
  readonly ca?: string;
  readonly proxy?: { readonly http?: string; readonly https?: string; readonly noProxy?: string };
}

/** A connection that was idle for longer is not used again: the server may be about to close it. */
const LONGEST_IDLE_MS = 1000;
/** Of a broken answer, so much is kept for the reader. */
const KEPT_PARTIAL = 4096;

/** Opens a wire to a base URL over undici; nothing is sent before the first exchange. */
export function openWire(options: WireOptions): Wire {
  const { limits } = options;
  const base = new URL(options.baseUrl);
  const prefix = base.pathname.replace(/\/+$/, '');
  const under = new Set<object>();
  let closesSilently = false;
  const dispatcher = dispatcherFor(options, base);
  // A server that closes connections without saying so is asked over fresh ones from then on.
  dispatcher.on('disconnect', () => {
    if (under.size === 0) closesSilently = true;
  });
  return {
    send(request, signal) {
      return new Promise((resolve) => {
        const exchange = new Exchange(limits, resolve, under);
        if (signal?.aborted === true) {
          exchange.fail('aborted', 'the run was interrupted');
          return;
        }
        const stop = (): void => {
          exchange.fail('aborted', 'the run was interrupted');
        };
        // Many exchanges at once listen to the one signal of the run.
        if (signal !== undefined) setMaxListeners(0, signal);
        signal?.addEventListener('abort', stop, { once: true });
        exchange.whenOver(() => {
          signal?.removeEventListener('abort', stop);
        });
        try {
          dispatcher.dispatch(
            {
              origin: base.origin,
              path: `${prefix}${request.path}`,
              method: methodOf(request.method),
              headers: { host: base.host, ...request.headers },
              body: request.body ?? null,
              reset: closesSilently,
              headersTimeout: 0,
              bodyTimeout: 0,
            },
            exchange.handler(),
          );
        } catch (error) {
          exchange.fail('unreachable', messageOf(error));
        }
      });
    },
    async close() {
      await dispatcher.destroy();
    },
  };
}

function methodOf(method: string): Dispatcher.HttpMethod {
  return method === 'GET' || method === 'PUT' || method === 'DELETE' ? method : 'POST';
}

function dispatcherFor(options: WireOptions, base: URL): Dispatcher {
  const { limits, proxy, insecure, ca } = options;
  const tls = {
    rejectUnauthorized: insecure !== true,
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
  };
  const pool = {
    connections: 16,
    pipelining: 1,
    keepAliveTimeout: LONGEST_IDLE_MS,
    keepAliveMaxTimeout: LONGEST_IDLE_MS,
    maxHeaderSize: limits.headerBytes,
  };
  const through = base.protocol === 'https:' ? proxy?.https : proxy?.http;
  if (through !== undefined && through !== '' && !goesDirect(base, proxy?.noProxy)) {
    return new ProxyAgent({ ...pool, uri: through, requestTls: tls });
  }
  return new Agent({
    ...pool,
    connect: { ...tls, timeout: limits.connectMs, autoSelectFamily: true },
  });
}

/** The state of one exchange; the first thing that ends it decides what came of it. */
class Exchange {
  readonly #limits: WireLimits;
  readonly #resolve: (outcome: WireOutcome) => void;
  readonly #under: Set<object>;
  readonly #begun = performance.now();
  readonly #chunks: Uint8Array[] = [];
  readonly #cleanups: (() => void)[] = [];
  #size = 0;
  #over = false;
  #sent = false;
  #status: number | undefined;
  #headers: [string, string][] = [];
  #firstByteMs: number | undefined;
  #abort: ((reason: Error) => void) | undefined;

  constructor(limits: WireLimits, resolve: (outcome: WireOutcome) => void, under: Set<object>) {
    this.#limits = limits;
    this.#resolve = resolve;
    this.#under = under;
    under.add(this);
    const total = setTimeout(() => {
      const answered = this.#status !== undefined;
      this.fail(answered ? 'endless' : 'timeout', `no end after ${limits.totalMs} ms`);
    }, limits.totalMs);
    const first = setTimeout(() => {
      if (this.#status === undefined && this.#sent) {
        this.fail('timeout', `no first byte after ${limits.firstByteMs} ms`);
      }
    }, limits.firstByteMs);
    this.whenOver(() => {
      clearTimeout(total);
      clearTimeout(first);
    });
  }

  whenOver(cleanup: () => void): void {
    this.#cleanups.push(cleanup);
  }

  handler(): Dispatcher.DispatchHandler {
    return {
      onRequestStart: (controller) => {
        this.#sent = true;
        this.#abort = (reason) => {
          controller.abort(reason);
        };
        if (this.#over) controller.abort(new Error('over'));
      },
      onResponseStart: (controller, status) => {
        if (status < 200) return;
        this.#status = status;
        this.#firstByteMs = performance.now() - this.#begun;
        this.#headers = pairs(controller.rawHeaders);
      },
      onResponseData: (_controller, chunk) => {
        this.#size += chunk.length;
        this.#chunks.push(chunk);
        if (this.#size > this.#limits.bodyBytes) {
          this.fail('too-large', `the body has more than ${this.#limits.bodyBytes} bytes`);
        }
      },
      onResponseEnd: () => {
        void this.#answer();
      },
      onResponseError: (_controller, error) => {
        const [kind, message] = this.#classify(error);
        this.fail(kind, message);
      },
    };
  }

  fail(kind: WireFaultKind, message: string): void {
    if (this.#over) return;
    this.#end();
    const answered =
      kind === 'broken' || kind === 'endless' || kind === 'too-large' || this.#status !== undefined;
    const fault: WireFault = {
      kind,
      message,
      sent: this.#sent && kind !== 'unreachable',
      answered: answered && kind !== 'aborted',
      ...(this.#status === undefined ? {} : { status: this.#status }),
      ...(this.#size === 0
        ? {}
        : { partialBody: Buffer.concat(this.#chunks).subarray(0, KEPT_PARTIAL) }),
    };
    this.#resolve({ timing: this.#timing(), fault });
    this.#abort?.(new Error(message));
  }

  async #answer(): Promise<void> {
    if (this.#over) return;
    const sent = this.#chunks.length === 1 ? this.#chunks[0] : undefined;
    const whole = sent ?? Buffer.concat(this.#chunks);
    const coding = this.#headers
      .filter(([name]) => name.toLowerCase() === 'content-encoding')
      .map(([, value]) => value)
      .join(',');
    const decoded = await decodeBody(whole, coding, this.#limits.expandedBytes);
    if (this.#over) return;
    if (decoded.body === undefined) {
      this.fail(decoded.problem, decoded.message);
      return;
    }
    this.#end();
    this.#resolve({
      timing: this.#timing(),
      answer: {
        status: this.#status ?? 0,
        headers: this.#headers,
        body: decoded.body,
        sentBytes: this.#size,
      },
    });
  }

  #timing(): { totalMs: number; firstByteMs?: number } {
    const totalMs = performance.now() - this.#begun;
    return this.#firstByteMs === undefined
      ? { totalMs }
      : { totalMs, firstByteMs: this.#firstByteMs };
  }

  #end(): void {
    this.#over = true;
    this.#under.delete(this);
    for (const cleanup of this.#cleanups) cleanup();
  }

  #classify(error: Error): [WireFaultKind, string] {
    const code = 'code' in error ? String(error.code) : '';
    const message = messageOf(error);
    if (code === 'UND_ERR_HEADERS_OVERFLOW') {
      return ['too-large', `the headers have more than ${this.#limits.headerBytes} bytes`];
    }
    if (code.startsWith('HPE_') || error.name === 'HTTPParserError') {
      return ['broken', `not right HTTP: ${message}`];
    }
    if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' || this.#status !== undefined) {
      return ['broken', `the answer was cut short: ${message}`];
    }
    return this.#sent
      ? ['reset', `the connection ended before an answer: ${message}`]
      : ['unreachable', `no connection: ${message}`];
  }
}

/** Name and value alternate in the raw headers. */
function pairs(raw: unknown): [string, string][] {
  if (!Array.isArray(raw)) return [];
  const texts = raw.map((part: unknown) =>
    Buffer.isBuffer(part) ? part.toString('latin1') : String(part),
  );
  return texts.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, texts[at + 1] ?? '']] : [],
  );
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  const inner = error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : '';
  return `${error.message || inner || error.name}${code}`.replace(/\s+/g, ' ').slice(0, 500);
}
