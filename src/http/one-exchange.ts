import { request as httpRequest } from 'node:http';
import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import { asksForCertificate } from './client-certificate.js';
import { decodeBody } from './decode-body.js';
import { startClock } from './exchange-clock.js';
import type { ExchangeClock } from './exchange-clock.js';
import type { WireFaultKind, WireLimits, WireOutcome, WireRequest } from './exchange.js';
import { faultOf } from './fault-of.js';
import { gatherBytes } from './gathered-bytes.js';
import { messageOf } from './message-of.js';
import { headerPairs, headerValue, keptShortly } from './raw-headers.js';
import type { HeaderPairs } from './raw-headers.js';

/** More informational answers (RFC 9110 section 15.2) than this are no way to answer. */
const MOST_INFORMATIONAL = 50;

/** What one exchange needs. */
export interface ExchangePlan {
  readonly request: WireRequest;
  /** What stands in the request line: a path, or a whole URL for a proxy. */
  readonly address: string;
  /** Headers that those of the request are added to. */
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: WireLimits;
  /** Each of them ends the exchange as `aborted`. */
  readonly stops: readonly AbortSignal[];
  /** Gives the connection; never rejects. */
  readonly agent: () => Promise<Agent>;
  /** Called when a connection that had been used before ended before any byte of an answer. */
  readonly onStaleConnection: () => void;
  /** Whether a client certificate is shown to a server that asks for one. */
  readonly hasCertificate: boolean;
}

/**
 * Sends one request and waits for its answer; whatever ends the exchange first decides what came
 * of it. Never rejects.
 */
export function performExchange(plan: ExchangePlan): Promise<WireOutcome> {
  return new Promise((resolve) => {
    void new Exchange(plan, resolve).perform();
  });
}

class Exchange {
  readonly #plan: ExchangePlan;
  readonly #resolve: (outcome: WireOutcome) => void;
  readonly #clock: ExchangeClock;
  readonly #gathered = gatherBytes();
  #request: ClientRequest | undefined;
  #response: IncomingMessage | undefined;
  #informational = 0;
  #askedForCertificate = false;
  #over = false;

  constructor(plan: ExchangePlan, resolve: (outcome: WireOutcome) => void) {
    this.#plan = plan;
    this.#resolve = resolve;
    this.#clock = startClock(plan.limits, plan.stops, (kind, message) => {
      this.#fail(kind, message);
    });
  }

  async perform(): Promise<void> {
    const agent = await this.#plan.agent();
    if (this.#over) return;
    try {
      this.#send(agent);
    } catch (error) {
      this.#fail('unreachable', `the request can't be written: ${messageOf(error)}`);
    }
  }

  #send(agent: Agent): void {
    const { request: wanted, address, headers, limits } = this.#plan;
    const { method, body } = wanted;
    const length = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` };
    const request = httpRequest({
      agent,
      method,
      path: address,
      // As a flat list they are written as they are, without a look at each.
      headers: Object.entries({ ...headers, ...wanted.headers, ...length }).flat(),
      maxHeaderSize: limits.headerBytes,
    });
    this.#request = request;
    request.maxHeadersCount = 0;
    request.on('socket', (socket) => {
      this.#clock.onConnection();
      this.#askedForCertificate = !request.reusedSocket && asksForCertificate(socket);
      socket.prependOnceListener('data', () => {
        this.#clock.onFirstByte();
      });
    });
    request.on('information', () => {
      this.#informational += 1;
      if (this.#informational <= MOST_INFORMATIONAL) return;
      this.#fail('broken', `more than ${MOST_INFORMATIONAL} informational answers`);
    });
    request.on('response', (response) => {
      this.#onResponse(request, response);
    });
    request.on('error', (error) => {
      this.#onFailure(error);
    });
    request.on('close', () => {
      if (!this.#over) this.#onFailure(new Error('closed'));
    });
    request.end(body, wanted.onSent);
  }

  #onResponse(request: ClientRequest, response: IncomingMessage): void {
    this.#response = response;
    const { bodyBytes } = this.#plan.limits;
    const headers = headerPairs(response.rawHeaders);
    if (keptShortly(response.httpVersion, headers)) request.shouldKeepAlive = false;
    response.on('data', (piece: Buffer) => {
      this.#gathered.add(piece);
      if (this.#gathered.size() <= bodyBytes) return;
      this.#fail('too-large', `the body has more than ${bodyBytes} bytes`);
    });
    response.on('error', (error) => {
      this.#onFailure(error);
    });
    response.on('end', () => {
      this.#onEnd(response, headers);
    });
  }

  /** What fails after the last byte of an answer is no matter of this exchange. */
  #onFailure(error: Error): void {
    if (this.#over || this.#response?.complete === true) return;
    const { kind, message } = faultOf(error, {
      connected: this.#clock.connected(),
      answered: this.#clock.answered(),
      hasHeaders: this.#response !== undefined,
      introduction: { asked: this.#askedForCertificate, offered: this.#plan.hasCertificate },
    });
    const stale = kind === 'reset' && this.#request?.reusedSocket === true;
    if (stale) this.#plan.onStaleConnection();
    this.#fail(kind, stale ? `${message}; it had been used before` : message);
  }

  #onEnd(response: IncomingMessage, headers: HeaderPairs): void {
    if (this.#over) return;
    const coding = headerValue(headers, 'content-encoding');
    const sent = this.#gathered.bytes();
    const decoded = decodeBody(sent, coding, this.#plan.limits.expandedBytes);
    if (decoded.body === undefined) {
      this.#fail(decoded.problem, decoded.message);
      return;
    }
    this.#end();
    const { statusCode: status = 0 } = response;
    const answer = { status, headers, body: decoded.body, sentBytes: sent.length };
    this.#resolve({ timing: this.#clock.timing(), answer });
  }

  #fail(kind: WireFaultKind, message: string): void {
    if (this.#over) return;
    this.#end();
    const status = this.#response?.statusCode;
    // What came in the same piece as the failure is still in the stream; `data` tells it.
    while (this.#response?.read() instanceof Buffer);
    const partialBody = this.#gathered.bytes();
    this.#resolve({
      timing: this.#clock.timing(),
      fault: {
        kind,
        sent: kind !== 'unreachable' && this.#clock.connected(),
        answered: this.#clock.answered(),
        message,
        ...(status === undefined ? {} : { status }),
        ...(partialBody.length === 0 ? {} : { partialBody }),
      },
    });
    this.#request?.destroy();
  }

  #end(): void {
    this.#over = true;
    this.#clock.stop();
  }
}
