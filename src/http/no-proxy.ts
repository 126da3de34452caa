import { BlockList, isIP } from 'node:net';

/**
 * Whether a host is to be reached without a proxy: loopback always, others as `NO_PROXY` says:
 * names and their subdomains (`example.com`, `.example.com`, `*.example.com`), addresses, CIDR
 * ranges, `*`; each name or address may have a port.
 *
 * @param url - where to
 * @param noProxy - entries separated by commas or white space
 */
export function goesDirect(url: URL, noProxy = ''): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (isLoopback(host)) return true;
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return noProxy
    .toLowerCase()
    .split(/[,\s]+/)
    .some((entry) => entry === '*' || covers(entry, host, port));
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return isIP(host) !== 0 && (inRange(host, '127.0.0.0', 8) || inRange(host, '::1', 128));
}

function covers(entry: string, host: string, port: string): boolean {
  const range = /^(.+)\/([0-9]{1,3})$/.exec(entry);
  if (range !== null) return inRange(host, range[1] ?? '', Number(range[2]));
  // A port follows `]` or the only colon; other colons belong to an IPv6 address.
  const [, name = '', wantedPort] = /^\[(.+)\](?::([0-9]+))?$/.exec(entry) ??
    /^([^:]+)(?::([0-9]+))?$/.exec(entry) ?? ['', entry];
  if (wantedPort !== undefined && wantedPort !== port) return false;
  const kind = isIP(name);
  if (kind !== 0) return inRange(host, name, kind === 4 ? 32 : 128);
  const suffix = name.replace(/^\*?\.?/, '');
  return suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
}

function inRange(host: string, network: string, bits: number): boolean {
  const family = isIP(network) === 4 ? 'ipv4' : 'ipv6';
  if (isIP(host) === 0 || isIP(network) === 0 || bits > (family === 'ipv4' ? 32 : 128)) {
    return false;
  }
  const list = new BlockList();
  list.addSubnet(network, bits, family);
  return list.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6');
}
