import { Agent } from 'node:http';
import type { ClientRequest } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Dial } from './dial.js';

/** A connection that was idle for longer is not used again: the server may be about to close it. */
const LONGEST_IDLE_MS = 1000;
/** A server is trusted to keep connections once one stood idle for so long. */
const TRUSTED_IDLE_MS = 10;

/** The connections to one target: which one an exchange uses. */
export interface Connections {
  /** The connection for the next exchange, as what `http.request` takes. */
  next(): Promise<Agent>;
  /** From now on each exchange gets a fresh connection. */
  distrust(): void;
  close(): void;
}

/**
 * Keeps connections, and uses one again only where that is safe. A server may close connections
 * without a `Connection: close`; a request that is sent meanwhile is lost, and the server looks as
 * if it were not stable. So the first connections are watched while they are idle, and from the
 * first one that closes unasked on, or that brings bytes of no answer, each exchange gets a fresh
 * connection.
 */
export function createConnections(dial: Dial): Connections {
  const idleSince = new Map<Duplex, number>();
  const open = new Set<Duplex>();
  let trust: 'unknown' | 'given' | 'lost' = 'unknown';

  const watch: Watch = {
    opened: (socket) => {
      open.add(socket);
    },
    idle: (socket) => {
      idleSince.set(socket, performance.now());
    },
    busy: (socket) => {
      idleSince.delete(socket);
    },
    received: (socket) => {
      if (!idleSince.has(socket)) return;
      trust = 'lost';
      end(socket);
    },
    closed: (socket) => {
      open.delete(socket);
      const since = idleSince.get(socket);
      if (since === undefined) return;
      idleSince.delete(socket);
      if (performance.now() - since <= LONGEST_IDLE_MS) trust = 'lost';
    },
  };
  const kept = new WatchedAgent(dial, watch, true);
  const fresh = new WatchedAgent(dial, watch, false);

  function end(socket: Duplex): void {
    idleSince.delete(socket);
    socket.destroy();
  }

  function endStale(): void {
    const now = performance.now();
    for (const [socket, since] of idleSince) {
      if (now - since > LONGEST_IDLE_MS) end(socket);
      else if (!socket.writable) trust = 'lost';
    }
  }

  function settleTrust(): void {
    const now = performance.now();
    if (![...idleSince.values()].some((since) => now - since >= TRUSTED_IDLE_MS)) return;
    trust = 'given';
    for (const socket of idleSince.keys()) end(socket);
  }

  return {
    async next() {
      if (idleSince.size > 0) {
        // Two turns of the event loop: what arrived meanwhile, the end of a connection too, is seen.
        await turn();
        await turn();
        endStale();
        if (trust === 'unknown') settleTrust();
      }
      if (trust === 'given') return kept;
      if (trust === 'lost') return fresh;
      return new WatchedAgent(dial, watch, true);
    },
    distrust() {
      trust = 'lost';
    },
    close() {
      idleSince.clear();
      for (const socket of open) socket.destroy();
    },
  };
}

/** What becomes of connections. */
interface Watch {
  opened(socket: Duplex): void;
  idle(socket: Duplex): void;
  busy(socket: Duplex): void;
  received(socket: Duplex): void;
  closed(socket: Duplex): void;
}

class WatchedAgent extends Agent {
  readonly #dial: Dial;
  readonly #watch: Watch;

  constructor(dial: Dial, watch: Watch, keepAlive: boolean) {
    super({ keepAlive });
    this.#dial = dial;
    this.#watch = watch;
  }

  override createConnection(
    _options: object,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    this.#dial((result) => {
      if (result instanceof Error) {
        callback?.(result, new Socket());
        return;
      }
      this.#watch.opened(result);
      result.on('data', () => {
        this.#watch.received(result);
      });
      result.once('close', () => {
        this.#watch.closed(result);
      });
      callback?.(null, result);
    });
  }

  override keepSocketAlive(socket: Duplex): boolean {
    this.#watch.idle(socket);
    if (socket instanceof Socket) socket.unref();
    return true;
  }

  override reuseSocket(socket: Duplex, request: ClientRequest): void {
    this.#watch.busy(socket);
    super.reuseSocket(socket, request);
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
