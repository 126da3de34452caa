/** The address of a proxy. */
export interface ProxyAddress {
  /** A URL, or a host with a port. */
  readonly address: string;
  /** The variable that it stands in, as messages name it. */
  readonly variable: string;
}

/** The proxies that an environment names. */
export interface Proxies {
  /** For targets of http. */
  readonly http?: ProxyAddress;
  /** For targets of https. */
  readonly https?: ProxyAddress;
  /** The hosts that are reached without one. */
  readonly noProxy?: string;
}

/**
 * Reads which proxies an environment names. As other tools have it, the name in lower case is the
 * stronger one, and `ALL_PROXY` stands for what has no variable of its own. A blank variable is as
 * good as none: many images set `http_proxy=` and leave the proxy to `HTTP_PROXY`.
 *
 * @param environment - as `process.env`
 */
export function proxiesIn(environment: Readonly<Record<string, string | undefined>>): Proxies {
  const first = (...names: readonly string[]): ProxyAddress | undefined =>
    names
      .flatMap((name) => [name.toLowerCase(), name])
      .map((variable) => ({ variable, address: (environment[variable] ?? '').trim() }))
      .find(({ address }) => address !== '');
  const http = first('HTTP_PROXY', 'ALL_PROXY');
  const https = first('HTTPS_PROXY', 'ALL_PROXY');
  const noProxy = first('NO_PROXY')?.address;
  return {
    ...(http === undefined ? {} : { http }),
    ...(https === undefined ? {} : { https }),
    ...(noProxy === undefined ? {} : { noProxy }),
  };
}
