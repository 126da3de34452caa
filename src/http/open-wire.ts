import { setMaxListeners } from 'node:events';
import { createConnections } from './connections.js';
import { createDialler } from './dial.js';
import type { Wire, WireLimits } from './exchange.js';
import { performExchange } from './one-exchange.js';
import { routeTo } from './route.js';
import type { RouteOptions } from './route.js';

/** How a target is reached, and the bounds of each exchange with it. */
export interface WireOptions extends RouteOptions {
  readonly limits: WireLimits;
}

/**
 * Opens a wire to a base URL; nothing is sent before the first exchange.
 *
 * @throws ConformanceError `usage` when the base URL, the proxy or the certificates can't be used
 */
export function openWire(options: WireOptions): Wire {
  const { limits } = options;
  const route = routeTo(options);
  const base = new URL(options.baseUrl);
  const prefix = base.pathname.replace(/\/+$/, '');
  // RFC 9112 section 3.2.2: a proxy that is no tunnel takes the whole URL.
  const start = route.proxy?.tunnel === false ? `${base.origin}${prefix}` : prefix;
  const authorization = route.proxy?.tunnel === false ? route.proxy.authorization : undefined;
  const headers = {
    host: base.host,
    ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
  };
  const dialler = createDialler(route, limits.connectMs);
  const connections = createConnections(dialler.dial);
  const closing = new AbortController();
  // Many exchanges at once listen to one signal.
  setMaxListeners(0, closing.signal);

  return {
    send(request, signal) {
      if (signal !== undefined) setMaxListeners(0, signal);
      return performExchange({
        request,
        address: `${start}${request.path}`,
        headers,
        limits,
        stops: signal === undefined ? [closing.signal] : [closing.signal, signal],
        agent: () => connections.next(),
        onStaleConnection: () => {
          connections.distrust();
        },
        hasCertificate: route.target.hasCertificate === true,
      });
    },
    close() {
      closing.abort();
      dialler.close();
      connections.close();
      return Promise.resolve();
    },
  };
}
